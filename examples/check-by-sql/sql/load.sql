-- Reads events.ndjson of this folder, a line an event, as the ledger has recorded them.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;

CREATE TEMP TABLE line (text TEXT);
-- Fields end in U+001F, which JSON never holds unescaped: so each line is one field, whatever is in it.
.mode ascii
.separator "\037" "\n"
.import events.ndjson line

-- at: epoch milliseconds. place: in the order of the log.
CREATE TABLE event (place INTEGER PRIMARY KEY, stream TEXT, version INTEGER, type TEXT, at INTEGER, data TEXT);

INSERT INTO event
SELECT rowid, stream, version, type,
       unixepoch(substr(occurred_at, 1, 19)) * 1000 + substr(occurred_at, 21, 3),
       data
FROM (SELECT rowid,
             json_extract(text, '$.stream')     AS stream,
             json_extract(text, '$.version')    AS version,
             json_extract(text, '$.type')       AS type,
             json_extract(text, '$.occurredAt') AS occurred_at,
             json_extract(text, '$.data')       AS data
      FROM line);

CREATE INDEX event_type ON event (type);
