-- The whole period (month is null), and each of its months, cut to it.
-- from_ms: its first instant. until_ms: the last instant that is looked at, the end of the period or the last event.
-- now_ms: the instant at which what is in progress is judged.
DROP TABLE IF EXISTS period;
CREATE TABLE period AS
WITH RECURSIVE
  month (first_day, end_day) AS (
    SELECT first_day, min(date(first_day, 'start of month', '+1 month'), end_day) FROM question
    UNION ALL
    SELECT month.end_day, min(date(month.end_day, '+1 month'), question.end_day)
    FROM month, question WHERE month.end_day < question.end_day),
  span (month, first_day, end_day) AS (
    SELECT NULL, first_day, end_day FROM question
    UNION ALL
    SELECT substr(first_day, 1, 7), first_day, end_day FROM month),
  seen (last_ms) AS (SELECT max(at) FROM event WHERE stream LIKE 'dossier-%')
SELECT span.*,
       (unixepoch(span.first_day) - utc_offset * 3600) * 1000                    AS from_ms,
       min((unixepoch(span.end_day) - utc_offset * 3600) * 1000 - 1, last_ms)    AS until_ms,
       min((unixepoch(span.end_day) - utc_offset * 3600) * 1000, last_ms)        AS now_ms
FROM span, question, seen;
