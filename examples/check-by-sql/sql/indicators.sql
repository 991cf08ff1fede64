-- The figures of the report "indicators" (docs/reference/indicators.md): the whole period, then its months.
WITH
-- Dossiers by how they came in and where they stand.
stands AS (
  SELECT period,
         count(*) FILTER (WHERE entrance = 'received')    AS received,
         count(*) FILTER (WHERE entrance = 'carriedOver') AS carried_over,
         count(*) FILTER (WHERE entrance = 'resumed')     AS resumed,
         count(*) FILTER (WHERE kind = 'resolved')                          AS resolved,
         count(*) FILTER (WHERE kind = 'resolved' AND kept = 'early')       AS early,
         count(*) FILTER (WHERE kind = 'resolved' AND kept = 'onTime')      AS on_time,
         count(*) FILTER (WHERE kind = 'resolved' AND kept = 'late')        AS late,
         count(*) FILTER (WHERE kind = 'resolved' AND kept = 'noDeadline')  AS no_deadline,
         count(*) FILTER (WHERE kind = 'withdrawn') AS withdrawn,
         count(*) FILTER (WHERE kind = 'stopped')   AS stopped,
         count(*) FILTER (WHERE kind = 'open')                                AS open,
         count(*) FILTER (WHERE kind = 'open' AND kept IN ('early', 'onTime')) AS within_term,
         count(*) FILTER (WHERE kind = 'open' AND kept = 'late')              AS overdue,
         count(*) FILTER (WHERE kind = 'open' AND kept = 'noDeadline')        AS open_no_deadline,
         count(*) FILTER (WHERE kind = 'resolved' AND NOT EXISTS (
           SELECT 1 FROM change
           WHERE change.stream = standing.stream AND what = 'unit' AND change.at <= since))  AS on_the_spot,
         count(*) FILTER (WHERE kind = 'resolved' AND kept = 'late' AND EXISTS (
           SELECT 1 FROM rescheduled AS new
           WHERE new.stream = standing.stream AND new.at <= since
             AND iif(new.instant IS NULL, compared_day <= new.date, compared_ms <= new.instant))) AS kept_new_date
  FROM standing GROUP BY period),
-- From reception to decision, in days of 24 hours, in order.
took AS (
  SELECT period, (since - received_at) / 86400000.0 AS days,
         row_number() OVER (PARTITION BY period ORDER BY since - received_at) AS nth,
         count(*)     OVER (PARTITION BY period) AS of
  FROM standing WHERE kind = 'resolved'),
throughput AS (
  SELECT period,
         avg(days) FILTER (WHERE nth IN ((of + 1) / 2, of / 2 + 1)) AS median,
         -- Nearest rank: the smallest that nine in ten do not exceed.
         min(days) FILTER (WHERE nth * 10 >= of * 9)                AS p90
  FROM took GROUP BY period),
-- What happened within the period, to dossiers that had been received.
happened (stream, at, what, satisfied) AS (
  SELECT stream, at, what, NULL FROM change
  UNION ALL
  SELECT stream, at, type, json_extract(data, '$.score') * 2 > json_extract(data, '$.scale') + 1
  FROM event
  WHERE type IN ('SupplementRequested', 'DeadlineExtended', 'SatisfactionRated')
     OR (type = 'FactCorrected' AND json_extract(data, '$.correction.field') <> 'agency')
  UNION ALL
  SELECT stream, at, 'DueDateRescheduled', NULL FROM rescheduled),
counts AS (
  SELECT period.rowid AS period,
         count(*) FILTER (WHERE what = 'handler')             AS handlers,
         count(*) FILTER (WHERE what = 'unit')                AS units,
         count(*) FILTER (WHERE what = 'SupplementRequested') AS supplements,
         count(*) FILTER (WHERE what = 'SatisfactionRated')   AS ratings,
         count(*) FILTER (WHERE satisfied)                    AS satisfied,
         count(*) FILTER (WHERE what = 'DueDateRescheduled')  AS rescheduled,
         count(DISTINCT stream) FILTER (WHERE what = 'DeadlineExtended') AS extended,
         count(DISTINCT stream) FILTER (WHERE what = 'FactCorrected')    AS redated
  FROM period
  JOIN happened ON at BETWEEN from_ms AND until_ms
  JOIN dossier USING (stream)
  WHERE received_at <= until_ms
  GROUP BY period.rowid)
SELECT month,
       ifnull(received, 0)     AS "received",
       ifnull(carried_over, 0) AS "carriedOver",
       ifnull(resumed, 0)      AS "resumed",
       ifnull(resolved, 0)     AS "resolved.total",
       ifnull(early, 0)        AS "resolved.early",
       ifnull(on_time, 0)      AS "resolved.onTime",
       ifnull(late, 0)         AS "resolved.late",
       ifnull(no_deadline, 0)  AS "resolved.noDeadline",
       ifnull(withdrawn, 0)    AS "withdrawn",
       ifnull(stopped, 0)      AS "stopped",
       ifnull(open, 0)             AS "inProgress.total",
       ifnull(within_term, 0)      AS "inProgress.withinTerm",
       ifnull(overdue, 0)          AS "inProgress.overdue",
       ifnull(open_no_deadline, 0) AS "inProgress.noDeadline",
       -- A zero denominator makes NULL.
       round((early + on_time) * 1.0 / (early + on_time + late), 6)            AS "rates.onTimeOfResolved",
       round((early + on_time) * 1.0 / (received + carried_over + resumed), 6) AS "rates.onTimeOfReceived",
       round((early + on_time + within_term) * 1.0 / (early + on_time + late + within_term + overdue), 6)
                                                                               AS "rates.onTimeOfHandled",
       round(median, 6) AS "throughputDays.median",
       round(p90, 6)    AS "throughputDays.p90",
       ifnull(handlers, 0)      AS "transfers.handler",
       ifnull(units, 0)         AS "transfers.unit",
       ifnull(supplements, 0)   AS "supplements",
       ifnull(rescheduled, 0)   AS "rescheduled.dossiers",
       ifnull(kept_new_date, 0) AS "rescheduled.lateButWithinNewDate",
       ifnull(extended, 0)      AS "extended",
       ifnull(redated, 0)       AS "redated",
       ifnull(on_the_spot, 0)   AS "onTheSpot.dossiers",
       round(on_the_spot * 1.0 / resolved, 6) AS "onTheSpot.rate",
       ifnull(ratings, 0)   AS "satisfaction.ratings",
       ifnull(satisfied, 0) AS "satisfaction.satisfied",
       round(satisfied * 1.0 / ratings, 6) AS "satisfaction.rate"
FROM period
LEFT JOIN stands     ON stands.period = period.rowid
LEFT JOIN throughput ON throughput.period = period.rowid
LEFT JOIN counts     ON counts.period = period.rowid
ORDER BY period.rowid;
