-- Where each dossier stands in each period: how it came in, and what had become of it by the end.

-- Of each period, the dossiers that had been received by its end, each with its last turn before the period and by its end.
CREATE TEMP TABLE looked_at AS
SELECT period.rowid AS period, dossier.stream, dossier.received_at,
       max(turn.version) FILTER (WHERE turn.at < from_ms)  AS turn_before,
       max(turn.version) FILTER (WHERE turn.at <= until_ms) AS last_turn,
       max(turn.kind = 'open' AND turn.at BETWEEN from_ms AND until_ms) AS opened
FROM period
JOIN dossier ON dossier.received_at <= until_ms
JOIN turn ON turn.stream = dossier.stream
GROUP BY period.rowid, dossier.stream;

CREATE TEMP TABLE entered AS
SELECT looked_at.*,
       CASE WHEN received_at >= from_ms THEN 'received'
            WHEN before.kind = 'open' THEN 'carriedOver'
            WHEN opened THEN 'resumed' END AS entrance
FROM looked_at
JOIN period ON period.rowid = looked_at.period
LEFT JOIN turn AS before ON before.stream = looked_at.stream AND before.version = turn_before;

-- stood_since: the instant at which the clock stopped, where it had not run on since.
DROP TABLE IF EXISTS standing;
CREATE TABLE standing AS
WITH stopped_clock AS (
  SELECT entered.*,
         (SELECT max(version) FROM turn WHERE turn.stream = entered.stream AND version <= last_turn AND clock = 'runs')
           AS ran
  FROM entered WHERE entrance IS NOT NULL),
placed AS (
  SELECT stopped_clock.*, turn.kind, turn.at AS since,
         (SELECT min(at) FROM turn WHERE turn.stream = stopped_clock.stream AND clock = 'stands'
            AND version <= last_turn AND version > coalesce(ran, 0)) AS stood_since,
         -- The date last said by then; of a dossier that has ended, the one that it ended with.
         (SELECT max(since_version) FROM due WHERE due.stream = stopped_clock.stream AND due.at <= until_ms
            AND (kind = 'open' OR since_version <= last_turn)) AS due_version
  FROM stopped_clock
  JOIN period ON period.rowid = stopped_clock.period
  JOIN turn ON turn.stream = stopped_clock.stream AND turn.version = last_turn),
compared AS (
  SELECT placed.period, placed.stream, received_at, entrance, kind, since, due.date, due.instant,
         coalesce(stood_since, CASE kind WHEN 'resolved' THEN since ELSE now_ms END) AS compared_ms,
         date((coalesce(stood_since, CASE kind WHEN 'resolved' THEN since ELSE now_ms END)) / 1000
              + utc_offset * 3600, 'unixepoch') AS compared_day
  FROM placed
  JOIN period ON period.rowid = placed.period
  JOIN question
  LEFT JOIN due ON due.stream = placed.stream AND due.since_version = due_version)
SELECT *,
       CASE WHEN kind IN ('withdrawn', 'stopped') THEN NULL
            WHEN date IS NULL AND instant IS NULL THEN 'noDeadline'
            WHEN instant IS NOT NULL THEN iif(compared_ms <= instant, 'onTime', 'late')
            WHEN compared_day < date THEN 'early'
            WHEN compared_day = date THEN 'onTime'
            ELSE 'late' END AS kept
FROM compared;
CREATE INDEX standing_period ON standing (period, kind);
