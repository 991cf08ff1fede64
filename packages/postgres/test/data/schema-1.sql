-- A log as the first release made it, written down once. Never changed: what later releases migrate.
CREATE SCHEMA "motcua";
CREATE TABLE "motcua".migrations (number integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now());
CREATE TABLE "motcua".events (
  position       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  stream         text COLLATE "C" NOT NULL CHECK (stream <> ''),
  version        integer NOT NULL CHECK (version > 0),
  id             uuid NOT NULL CONSTRAINT events_id_once UNIQUE,
  type           text COLLATE "C" NOT NULL CHECK (type <> ''),
  schema_version bigint NOT NULL CHECK (schema_version > 0),
  occurred_at    bigint NOT NULL,
  recorded_at    bigint NOT NULL DEFAULT floor(extract(epoch FROM clock_timestamp()) * 1000),
  data           json NOT NULL,
  meta           json NOT NULL,
  CONSTRAINT events_version_once UNIQUE (stream, version)
);

CREATE FUNCTION "motcua".before_append() RETURNS trigger LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'pg_temp' AS $$
DECLARE
  before bigint;
  behind boolean;
  name text := 'motcua.since_' || TG_RELID;
  since bigint := nullif(current_setting(name, true), '')::bigint;
BEGIN
  SELECT last, (SELECT position FROM "motcua".events WHERE position > last ORDER BY position LIMIT 1) IS NOT NULL
  INTO before, behind
  FROM (SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS last FROM "motcua".events_position_seq OFFSET 0) s;
  IF behind THEN
    RAISE EXCEPTION 'the sequence is behind the log' USING ERRCODE = 'MC003';
  END IF;
  IF since BETWEEN before - 1000000000 AND before THEN
    before := since;
  END IF;
  PERFORM set_config(name, before::text, true);
  PERFORM pg_advisory_xact_lock_shared(TG_RELID::integer, (before & 4294967295)::bit(32)::integer);
  RETURN NULL;
END $$;

CREATE FUNCTION "motcua".after_append() RETURNS trigger LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'pg_temp' AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (
      SELECT stream, version, position, lag(version) OVER (PARTITION BY stream ORDER BY position) AS before FROM added
    ) a
    WHERE CASE WHEN before IS NOT NULL THEN version <> before + 1
      ELSE version > 1 AND NOT EXISTS (
        SELECT FROM "motcua".events e WHERE e.stream = a.stream AND e.version = a.version - 1 AND e.position < a.position
      ) END
  ) THEN
    RAISE EXCEPTION 'each event is the next of its stream' USING ERRCODE = 'MC001';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION "motcua".refuse() RETURNS trigger LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'pg_temp' AS $$
BEGIN
  RAISE EXCEPTION 'events are never changed or removed' USING ERRCODE = 'MC002';
END $$;

CREATE TRIGGER events_before_append BEFORE INSERT ON "motcua".events
  FOR EACH STATEMENT EXECUTE FUNCTION "motcua".before_append();
CREATE TRIGGER events_after_append AFTER INSERT ON "motcua".events
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION "motcua".after_append();
CREATE TRIGGER events_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON "motcua".events
  FOR EACH STATEMENT EXECUTE FUNCTION "motcua".refuse();
ALTER TABLE "motcua".events ENABLE ALWAYS TRIGGER events_before_append;
ALTER TABLE "motcua".events ENABLE ALWAYS TRIGGER events_after_append;
ALTER TABLE "motcua".events ENABLE ALWAYS TRIGGER events_never_change;

CREATE VIEW "motcua".log AS
SELECT position, stream, split_part(stream, '-', 1) AS category, version, type, schema_version,
       to_timestamp(occurred_at / 1000.0) AS occurred_at, to_timestamp(recorded_at / 1000.0) AS recorded_at, id, data, meta
FROM "motcua".events;
INSERT INTO "motcua".migrations (number, applied_at) VALUES (1, '2026-01-05 01:30:00+00');
INSERT INTO "motcua".events (position, stream, version, id, type, schema_version, occurred_at, recorded_at, data, meta)
OVERRIDING SYSTEM VALUE VALUES
(1, 'dossier-1', 1, '00000000-0000-4000-8000-000000000001', 'Received', 1, 1767576600000, 1767576700000, '{"n":0}', '{"of":6}'),
(2, 'dossier-1', 2, '00000000-0000-4000-8000-000000000002', 'SupplementRequested', 2, 1767576601000, 1767576700001, '{"n":1}', '{"of":6}'),
(5, 'petition-1', 1, '00000000-0000-4000-8000-000000000003', 'Received', 1, 1767576602000, 1767576700002, '{"n":2}', '{"of":6}'),
(6, 'dossier-1', 3, '00000000-0000-4000-8000-000000000004', 'SupplementRequested', 2, 1767576603000, 1767576700003, '{"text":"Một cửa \"quoted\" \\ backslash''","numbers":[1,-0.5,1e+21],"nested":{"z":null,"a":true}}', '{"of":6}'),
(7, 'dossier-2', 1, '00000000-0000-4000-8000-000000000005', 'Received', 1, 1767576604000, 1767576700004, '{"n":4}', '{"of":6}'),
(40, 'petition-1', 2, '00000000-0000-4000-8000-000000000006', 'SupplementRequested', 2, 1767576605000, 1767576700005, '{"n":5}', '{"of":6}');
SELECT setval('"motcua".events_position_seq', 44);
