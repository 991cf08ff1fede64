-- Form II.06 of TT 01/2020/TT-VPCP: a row for each field of work, and the total last.
--
-- 3 = 4 + 5 + 6, 7 = 8 + 9 + 10, 11 = 12 + 13 and 3 = 7 + 11, so each dossier has one place on either side:
-- - column 6 of a period is column 11 of the one before; what had ended before and was taken up again is none of these,
--   and comes in by the way it once came in, 4 or 5;
-- - the form has no column for withdrawn and stopped dossiers: they stand in 9 (footnote of Thanh Hóa);
-- - nor for those without a due date: they stand in 9 when decided, in 12 while open.
WITH form AS (
  SELECT field,
         count(*)                                                                AS "3",
         count(*) FILTER (WHERE entrance <> 'carriedOver' AND channel = 'online')  AS "4",
         count(*) FILTER (WHERE entrance <> 'carriedOver' AND channel <> 'online') AS "5",
         count(*) FILTER (WHERE entrance = 'carriedOver')                        AS "6",
         count(*) FILTER (WHERE kind <> 'open')                                  AS "7",
         count(*) FILTER (WHERE kind = 'resolved' AND kept = 'early')            AS "8",
         count(*) FILTER (WHERE kind IN ('withdrawn', 'stopped')
                             OR (kind = 'resolved' AND kept IN ('onTime', 'noDeadline'))) AS "9",
         count(*) FILTER (WHERE kind = 'resolved' AND kept = 'late')             AS "10",
         count(*) FILTER (WHERE kind = 'open')                                   AS "11",
         count(*) FILTER (WHERE kind = 'open' AND kept <> 'late')                AS "12",
         count(*) FILTER (WHERE kind = 'open' AND kept = 'late')                 AS "13",
         count(*) FILTER (WHERE entrance = 'resumed')                            AS "notes.resumed",
         count(*) FILTER (WHERE entrance <> 'carriedOver' AND channel = 'other')  AS "notes.otherChannel",
         count(*) FILTER (WHERE kind = 'withdrawn')                              AS "notes.withdrawn",
         count(*) FILTER (WHERE kind = 'stopped')                                AS "notes.stopped",
         count(*) FILTER (WHERE kind = 'resolved' AND kept = 'noDeadline')       AS "notes.decidedNoDeadline",
         count(*) FILTER (WHERE kind = 'open' AND kept = 'noDeadline')           AS "notes.openNoDeadline"
  FROM standing
  JOIN dossier USING (stream)
  JOIN period ON period.rowid = standing.period AND period.month IS NULL
  GROUP BY field)
SELECT * FROM form
UNION ALL
SELECT NULL, sum("3"), sum("4"), sum("5"), sum("6"), sum("7"), sum("8"), sum("9"), sum("10"), sum("11"), sum("12"),
       sum("13"), sum("notes.resumed"), sum("notes.otherChannel"), sum("notes.withdrawn"), sum("notes.stopped"),
       sum("notes.decidedNoDeadline"), sum("notes.openNoDeadline")
FROM form;
