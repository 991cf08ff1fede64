-- What became of each dossier, from its events. A correction puts a fact right in every figure, whenever it was made.

-- One row for each dossier that was received.
CREATE TABLE dossier AS
SELECT reception.stream,
       coalesce(corrected.at, reception.at)             AS received_at,
       json_extract(reception.data, '$.unit')            AS unit,
       json_extract(reception.data, '$.procedure.field') AS field,
       json_extract(reception.data, '$.channel')         AS channel
FROM event AS reception
LEFT JOIN (SELECT stream, json_extract(data, '$.correction.to') AS at, max(version)
           FROM event
           WHERE type = 'FactCorrected' AND json_extract(data, '$.correction.field') = 'receivedAt'
           GROUP BY stream) AS corrected USING (stream)
WHERE reception.type = 'DossierReceived';
CREATE UNIQUE INDEX dossier_stream ON dossier (stream);

-- Until when it was due, by each event that says so. A date holds through its 24:00 (Civil Code 2015, art. 148); an
-- instant includes itself. A correction replaces what was said before it; anything else begins a new count.
CREATE TABLE due AS
WITH said AS (
  SELECT stream, version, at, type = 'FactCorrected' AS is_correction,
         CASE WHEN type = 'DossierReceived' THEN json_extract(data, '$.promisedDue')
              WHEN type = 'DeadlineExtended' THEN json_extract(data, '$.to')
              WHEN json_extract(data, '$.correction.field') = 'promisedDue' THEN json_extract(data, '$.correction.to')
              ELSE json_extract(data, '$.due') END AS due
  FROM event
  WHERE type IN ('DossierReceived', 'SupplementReceived', 'FinancialObligationSettled', 'ProcessingResumed',
                 'DeadlineExtended', 'FactCorrected')),
counted AS (
  SELECT stream, version, at, due,
         sum(NOT is_correction) OVER (PARTITION BY stream ORDER BY version) AS count
  FROM said WHERE due IS NOT NULL)
SELECT DISTINCT stream,
       first_value(version) OVER one AS since_version,
       first_value(at) OVER one      AS at,
       last_value(json_extract(due, '$.date')) OVER one    AS date,
       last_value(json_extract(due, '$.instant')) OVER one AS instant
FROM counted
WINDOW one AS (PARTITION BY stream, count ORDER BY version ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING);
CREATE INDEX due_stream ON due (stream, since_version);

-- Each fact after which a dossier stands otherwise: open, resolved, withdrawn or stopped.
-- clock: what it does to the clock: 'stands' (a supplement or a payment is awaited) or 'runs'.
CREATE TABLE turn AS
SELECT event.stream, event.version,
       CASE WHEN event.type = 'DossierReceived' THEN dossier.received_at
            WHEN event.type = 'DossierResolved' THEN coalesce(corrected.at, event.at)
            ELSE event.at END AS at,
       CASE event.type WHEN 'DossierResolved' THEN 'resolved'
                       WHEN 'DossierWithdrawn' THEN 'withdrawn'
                       WHEN 'ProcessingStopped' THEN 'stopped'
                       WHEN 'SupplementExpired' THEN 'stopped'
                       ELSE 'open' END AS kind,
       CASE WHEN event.type IN ('SupplementRequested', 'FinancialObligationNotified') THEN 'stands'
            WHEN event.type IN ('SupplementReceived', 'FinancialObligationSettled', 'ProcessingResumed') THEN 'runs'
            END AS clock
FROM event
JOIN dossier USING (stream)
LEFT JOIN (SELECT stream, json_extract(data, '$.correction.to') AS at, max(version)
           FROM event
           WHERE type = 'FactCorrected' AND json_extract(data, '$.correction.field') = 'resolvedAt'
           GROUP BY stream) AS corrected USING (stream)
WHERE event.type IN ('DossierReceived', 'SupplementReceived', 'FinancialObligationNotified',
                     'FinancialObligationSettled', 'ProcessingResumed', 'DossierResolved', 'DossierWithdrawn',
                     'ProcessingStopped', 'SupplementExpired')
   OR (event.type = 'SupplementRequested' AND coalesce(json_extract(event.data, '$.clock'), '') <> 'runs');
CREATE UNIQUE INDEX turn_version ON turn (stream, version);

-- Who had it: a change of unit, or of handler, is where the next is another.
CREATE TABLE change AS
WITH hand AS (
  SELECT stream, version, at, 'unit' AS what,
         CASE type WHEN 'DossierReceived' THEN json_extract(data, '$.unit')
                   WHEN 'SourceEventRecorded' THEN json_extract(data, '$.unit')
                   ELSE coalesce(json_extract(data, '$.via'), json_extract(data, '$.to')) END AS who
  FROM event WHERE type IN ('DossierReceived', 'DossierForwarded', 'DossierTransferred', 'SourceEventRecorded')
  UNION ALL
  SELECT stream, version, at, 'handler', json_extract(data, '$.handler')
  FROM event WHERE type IN ('HandlerAssigned', 'SourceEventRecorded')),
next AS (
  SELECT *, lag(who) OVER (PARTITION BY stream, what ORDER BY version) AS before FROM hand WHERE who IS NOT NULL)
SELECT stream, at, what FROM next WHERE who <> before;
CREATE INDEX change_stream ON change (stream);

-- The date that the applicant was given in place of the promised one (NĐ 61/2018, Đ19.9): the last.
CREATE TABLE rescheduled AS
SELECT stream, at, json_extract(data, '$.to.date') AS date, json_extract(data, '$.to.instant') AS instant,
       max(version) AS version
FROM event WHERE type = 'DueDateRescheduled' GROUP BY stream;
CREATE UNIQUE INDEX rescheduled_stream ON rescheduled (stream);
