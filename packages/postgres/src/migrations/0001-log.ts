/** How the functions of the guards are declared: whose names and operators they use, no writer can choose. */
export const GUARD = "RETURNS trigger LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'pg_temp'";

/**
 * The log.
 *
 * Positions come from a sequence: they grow, and may have gaps. Which of them are settled, a reader learns from the
 * advisory locks that the trigger `before_append` takes (see `settled.ts`): each writer holds one, until its transaction
 * ends, that says after which position its own begin. The lock is taken before the statement draws its first position,
 * whatever statement it is, so no writer can evade it. Later statements of a transaction take its first lock again, whose
 * number it keeps in a setting of its own: a lock for each would fill the server's table of locks. A setting that was forged
 * gives a lock on an earlier place than was needed, or none but what was: one so far away that its last 32 bits would be
 * taken for another place is not believed.
 *
 * Nothing of this depends on transaction ids or on the cluster: a copy of the tables goes on where they stood. Where their
 * sequence was not copied, appends are refused, since they would come into old gaps, before the places of readers. What is
 * beyond the sequence is asked for in order: as `EXISTS` alone it was planned as a scan of the whole log, by each append.
 *
 * @param schema  the name of the schema, quoted
 */
export const log = (schema: string): string => `
CREATE TABLE ${schema}.events (
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

CREATE FUNCTION ${schema}.before_append() ${GUARD} AS $$
DECLARE
  before bigint;
  behind boolean;
  name text := 'motcua.since_' || TG_RELID;
  since bigint := nullif(current_setting(name, true), '')::bigint;
BEGIN
  SELECT last, (SELECT position FROM ${schema}.events WHERE position > last ORDER BY position LIMIT 1) IS NOT NULL
  INTO before, behind
  FROM (SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS last FROM ${schema}.events_position_seq OFFSET 0) s;
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

CREATE FUNCTION ${schema}.after_append() ${GUARD} AS $$
BEGIN
  IF EXISTS (
    SELECT FROM (
      SELECT stream, version, position, lag(version) OVER (PARTITION BY stream ORDER BY position) AS before FROM added
    ) a
    WHERE CASE WHEN before IS NOT NULL THEN version <> before + 1
      ELSE version > 1 AND NOT EXISTS (
        SELECT FROM ${schema}.events e WHERE e.stream = a.stream AND e.version = a.version - 1 AND e.position < a.position
      ) END
  ) THEN
    RAISE EXCEPTION 'each event is the next of its stream' USING ERRCODE = 'MC001';
  END IF;
  RETURN NULL;
END $$;

CREATE FUNCTION ${schema}.refuse() ${GUARD} AS $$
BEGIN
  RAISE EXCEPTION 'events are never changed or removed' USING ERRCODE = 'MC002';
END $$;

CREATE TRIGGER events_before_append BEFORE INSERT ON ${schema}.events
  FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.before_append();
CREATE TRIGGER events_after_append AFTER INSERT ON ${schema}.events
  REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.after_append();
CREATE TRIGGER events_never_change BEFORE DELETE OR UPDATE OR TRUNCATE ON ${schema}.events
  FOR EACH STATEMENT EXECUTE FUNCTION ${schema}.refuse();
ALTER TABLE ${schema}.events ENABLE ALWAYS TRIGGER events_before_append;
ALTER TABLE ${schema}.events ENABLE ALWAYS TRIGGER events_after_append;
ALTER TABLE ${schema}.events ENABLE ALWAYS TRIGGER events_never_change;

CREATE VIEW ${schema}.log AS
SELECT position, stream, split_part(stream, '-', 1) AS category, version, type, schema_version,
       to_timestamp(occurred_at / 1000.0) AS occurred_at, to_timestamp(recorded_at / 1000.0) AS recorded_at, id, data, meta
FROM ${schema}.events;
`;
