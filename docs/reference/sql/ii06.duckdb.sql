-- Form II.06 of TT 01/2020/TT-VPCP over the events of `motcua export --format parquet`, by DuckDB: a row for each field of
-- work, the total last. Edit the question; nothing else is named here but events.parquet of this folder.
WITH question AS (
  SELECT DATE '2018-01-01' AS first_day, DATE '2019-01-01' AS end_day, INTERVAL 7 HOUR AS utc_offset),
event AS (
  SELECT dossier, version, type, epoch_ms(occurred_at) AS moment, field, channel, clock, corrected,
         epoch_ms(corrected_to) AS corrected_to, due_date, epoch_ms(due_at) AS due_at
  FROM read_parquet('events.parquet') WHERE dossier IS NOT NULL),
period AS (
  SELECT epoch_ms(first_day - utc_offset)                         AS from_ms,
         least(epoch_ms(end_day - utc_offset) - 1, last.moment)       AS until_ms,
         least(epoch_ms(end_day - utc_offset), last.moment)           AS now_ms
  FROM question, (SELECT max(moment) AS moment FROM event) AS last),
-- A correction puts a fact right in every figure, whenever it was made.
correction AS (
  SELECT dossier,
         arg_max(corrected_to, version) FILTER (WHERE corrected = 'receivedAt') AS received_at,
         arg_max(corrected_to, version) FILTER (WHERE corrected = 'resolvedAt') AS resolved_at
  FROM event WHERE type = 'FactCorrected' GROUP BY dossier),
reception AS (
  SELECT dossier, coalesce(correction.received_at, moment) AS received_at, correction.resolved_at AS corrected_end, field, channel
  FROM event LEFT JOIN correction USING (dossier) WHERE type = 'DossierReceived'),
-- A correction replaces what was said before it; anything else begins a new count.
counted AS (
  SELECT dossier, version, moment, due_date, due_at,
         sum(CASE type WHEN 'FactCorrected' THEN 0 ELSE 1 END) OVER (PARTITION BY dossier ORDER BY version) AS count
  FROM event
  WHERE type IN ('DossierReceived', 'SupplementReceived', 'FinancialObligationSettled', 'ProcessingResumed',
                 'DeadlineExtended', 'FactCorrected')
    AND (due_date IS NOT NULL OR due_at IS NOT NULL)),
due AS (
  SELECT dossier, min(version) AS since, arg_min(moment, version) AS moment,
         arg_max({'day': due_date, 'instant': due_at}, version) AS due
  FROM counted GROUP BY dossier, count),
-- Each fact after which a dossier stands otherwise, and what it does to the clock.
turn AS (
  SELECT dossier, version,
         CASE type WHEN 'DossierReceived' THEN received_at
                   WHEN 'DossierResolved' THEN coalesce(corrected_end, moment) ELSE moment END AS moment,
         CASE type WHEN 'DossierResolved' THEN 'resolved' WHEN 'DossierWithdrawn' THEN 'withdrawn'
                   WHEN 'ProcessingStopped' THEN 'stopped' WHEN 'SupplementExpired' THEN 'stopped' ELSE 'open' END AS kind,
         CASE WHEN type IN ('SupplementRequested', 'FinancialObligationNotified') THEN 'stands'
              WHEN type IN ('SupplementReceived', 'FinancialObligationSettled', 'ProcessingResumed') THEN 'runs' END AS turned
  FROM event JOIN (SELECT dossier, received_at, corrected_end FROM reception) USING (dossier)
  WHERE type IN ('DossierReceived', 'SupplementReceived', 'FinancialObligationNotified', 'FinancialObligationSettled',
                 'ProcessingResumed', 'DossierResolved', 'DossierWithdrawn', 'ProcessingStopped', 'SupplementExpired')
     OR (type = 'SupplementRequested' AND clock IS DISTINCT FROM 'runs')),
looked_at AS (
  SELECT dossier, any_value(received_at) AS received_at, any_value(field) AS field, any_value(channel) AS channel,
         arg_max(kind, version) FILTER (WHERE moment < from_ms)                       AS kind_before,
         max(version) FILTER (WHERE moment <= until_ms)                               AS last_turn,
         arg_max(kind, version) FILTER (WHERE moment <= until_ms)                     AS kind,
         arg_max(moment, version) FILTER (WHERE moment <= until_ms)                       AS kind_since,
         coalesce(bool_or(kind = 'open' AND moment BETWEEN from_ms AND until_ms), false) AS opened
  FROM reception JOIN turn USING (dossier), period
  WHERE received_at <= until_ms GROUP BY dossier),
entered AS (
  SELECT looked_at.*, CASE WHEN received_at >= from_ms THEN 'received'
                           WHEN kind_before = 'open' THEN 'carriedOver'
                           WHEN opened THEN 'resumed' END AS entrance
  FROM looked_at, period),
-- The instant at which the clock stopped, where it had not run on since.
stood AS (
  SELECT dossier, min(turn.moment) AS stood_since
  FROM turn JOIN entered USING (dossier)
  LEFT JOIN (SELECT dossier, max(version) AS ran FROM turn JOIN entered USING (dossier)
             WHERE turned = 'runs' AND version <= last_turn GROUP BY dossier) USING (dossier)
  WHERE turned = 'stands' AND version <= last_turn AND version > coalesce(ran, 0) GROUP BY dossier),
-- The date last said by then; of a dossier that has ended, the one that it ended with.
last_due AS (
  SELECT dossier, arg_max(due.due, since) AS due
  FROM due JOIN entered USING (dossier), period
  WHERE due.moment <= until_ms AND (kind = 'open' OR since <= last_turn) GROUP BY dossier),
compared AS (
  SELECT entered.*, last_due.due.day AS due_day, last_due.due.instant AS due_ms,
         coalesce(stood_since, CASE kind WHEN 'resolved' THEN kind_since ELSE now_ms END) AS compared_ms
  FROM entered LEFT JOIN stood USING (dossier) LEFT JOIN last_due USING (dossier), period
  WHERE entrance IS NOT NULL),
standing AS (
  SELECT compared.*, CAST(make_timestamp(compared_ms * 1000) + utc_offset AS DATE) AS compared_day,
         CASE WHEN kind IN ('withdrawn', 'stopped') THEN NULL
              WHEN due_day IS NULL AND due_ms IS NULL THEN 'noDeadline'
              WHEN due_ms IS NOT NULL THEN if(compared_ms <= due_ms, 'onTime', 'late')
              WHEN compared_day < due_day THEN 'early'
              WHEN compared_day = due_day THEN 'onTime'
              ELSE 'late' END AS kept
  FROM compared, question)
SELECT CASE WHEN grouping(field) = 1 THEN NULL ELSE field END AS field,
       count(*)                                                                     AS "3",
       count(*) FILTER (WHERE entrance <> 'carriedOver' AND channel = 'online')     AS "4",
       count(*) FILTER (WHERE entrance <> 'carriedOver' AND channel <> 'online')    AS "5",
       count(*) FILTER (WHERE entrance = 'carriedOver')                             AS "6",
       count(*) FILTER (WHERE kind <> 'open')                                       AS "7",
       count(*) FILTER (WHERE kind = 'resolved' AND kept = 'early')                 AS "8",
       count(*) FILTER (WHERE kind IN ('withdrawn', 'stopped')
                           OR (kind = 'resolved' AND kept IN ('onTime', 'noDeadline'))) AS "9",
       count(*) FILTER (WHERE kind = 'resolved' AND kept = 'late')                  AS "10",
       count(*) FILTER (WHERE kind = 'open')                                        AS "11",
       count(*) FILTER (WHERE kind = 'open' AND kept <> 'late')                     AS "12",
       count(*) FILTER (WHERE kind = 'open' AND kept = 'late')                      AS "13"
FROM standing GROUP BY GROUPING SETS ((field), ()) ORDER BY grouping(standing.field), standing.field;
