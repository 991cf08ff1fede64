/**
 * The log.
 *
 * Positions are 1, 2, 3, … without gaps, so the last one is also the number of events. Ids are 16 bytes, and the names of
 * streams and types stand once. Where a stream stands is not kept beside
 * its events: the end of the index (stream, version) tells it, and every append would have had to change that row too.
 *
 * The triggers hold for every program that opens the file. A trigger before DELETE does not see the rows that
 * `INSERT OR REPLACE` removes, unless that connection has set `recursive_triggers`; so an insert that would hit an
 * existing row is refused before it does: a position, a version or an id that is already there, and any gap.
 */
export const log = `
CREATE TABLE streams (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL UNIQUE,
  category TEXT NOT NULL
) STRICT;

CREATE TABLE types (
  id   INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE events (
  position       INTEGER PRIMARY KEY,
  stream         INTEGER NOT NULL REFERENCES streams (id),
  version        INTEGER NOT NULL,
  id             BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
  type           INTEGER NOT NULL REFERENCES types (id),
  schema_version INTEGER NOT NULL,
  occurred_at    INTEGER NOT NULL,
  recorded_at    INTEGER NOT NULL,
  data           TEXT NOT NULL,
  meta           TEXT NOT NULL,
  UNIQUE (stream, version)
) STRICT;

CREATE TRIGGER events_only_at_the_end BEFORE INSERT ON events
WHEN NEW.position IS NOT (SELECT ifnull(max(position), 0) + 1 FROM events)
  OR NEW.version IS NOT (SELECT ifnull(max(version), 0) + 1 FROM events WHERE stream = NEW.stream)
  OR (NEW.version = 1 AND NOT EXISTS (SELECT 1 FROM streams WHERE id = NEW.stream))
  OR NOT EXISTS (SELECT 1 FROM types WHERE id = NEW.type)
  OR EXISTS (SELECT 1 FROM events WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'events are added at the end of the log and of their stream, each id once'); END;

CREATE TRIGGER events_never_change BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are never changed'); END;

CREATE TRIGGER events_never_go BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are never removed'); END;

CREATE TRIGGER streams_begin_once BEFORE INSERT ON streams
WHEN EXISTS (SELECT 1 FROM streams WHERE id = NEW.id OR name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'a stream begins once'); END;

CREATE TRIGGER streams_never_change BEFORE UPDATE ON streams
BEGIN SELECT RAISE(ABORT, 'streams are never changed'); END;

CREATE TRIGGER streams_never_go BEFORE DELETE ON streams
BEGIN SELECT RAISE(ABORT, 'streams are never removed'); END;

CREATE TRIGGER types_begin_once BEFORE INSERT ON types
WHEN EXISTS (SELECT 1 FROM types WHERE id = NEW.id OR name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'a type begins once'); END;

CREATE TRIGGER types_never_change BEFORE UPDATE ON types
BEGIN SELECT RAISE(ABORT, 'types are never changed'); END;

CREATE TRIGGER types_never_go BEFORE DELETE ON types
BEGIN SELECT RAISE(ABORT, 'types are never removed'); END;

CREATE VIEW log AS
SELECT e.position,
       s.name AS stream,
       s.category,
       e.version,
       t.name AS type,
       e.schema_version,
       strftime('%Y-%m-%dT%H:%M:%fZ', e.occurred_at / 1000.0, 'unixepoch') AS occurred_at,
       strftime('%Y-%m-%dT%H:%M:%fZ', e.recorded_at / 1000.0, 'unixepoch') AS recorded_at,
       lower(substr(hex(e.id), 1, 8) || '-' || substr(hex(e.id), 9, 4) || '-' || substr(hex(e.id), 13, 4) || '-' ||
             substr(hex(e.id), 17, 4) || '-' || substr(hex(e.id), 21)) AS id,
       e.data,
       e.meta
FROM events e JOIN streams s ON s.id = e.stream JOIN types t ON t.id = e.type;
`;
