-- How many dossiers were received a day, by each kind of day (of the report "indicators": total.perDay).

-- Of 2018 and 2019, days other than Saturdays and Sundays on which offices were closed (Labour Code 2012, art. 115: 1
-- January, five days of Tết, the Hùng kings, 30 April, 1 May, 2 September; the Monday after one that is a Sunday), and days
-- that were closed for a Saturday that was worked. For other years other days belong here.
WITH RECURSIVE
closed (day) AS (VALUES
  ('2018-01-01'), ('2018-02-14'), ('2018-02-15'), ('2018-02-16'), ('2018-02-19'), ('2018-02-20'),
  ('2018-04-25'), ('2018-04-30'), ('2018-05-01'), ('2018-09-03'), ('2018-12-31'),
  ('2019-01-01'), ('2019-02-04'), ('2019-02-05'), ('2019-02-06'), ('2019-02-07'), ('2019-02-08'),
  ('2019-04-15'), ('2019-04-29'), ('2019-04-30'), ('2019-05-01'), ('2019-09-02')),
worked (day) AS (VALUES ('2019-01-05'), ('2019-05-04')),
day (day) AS (
  SELECT first_day FROM question
  UNION ALL
  SELECT date(day, '+1 day') FROM day, question WHERE date(day, '+1 day') < end_day),
intake AS (
  SELECT date(received_at / 1000 + utc_offset * 3600, 'unixepoch') AS day, count(*) AS received
  FROM dossier, question GROUP BY 1),
days AS (
  SELECT count(*) AS calendar,
         count(*) FILTER (WHERE day IN worked
                             OR (strftime('%w', day) NOT IN ('0', '6') AND day NOT IN closed)) AS working,
         count(received) AS intake,
         sum(received) AS received
  FROM day LEFT JOIN intake USING (day))
SELECT calendar AS "calendarDays.days",   round(received * 1.0 / calendar, 6) AS "calendarDays.received",
       working  AS "workingDays.days",    round(received * 1.0 / working, 6)  AS "workingDays.received",
       intake   AS "daysWithIntake.days", round(received * 1.0 / intake, 6)   AS "daysWithIntake.received"
FROM days;
