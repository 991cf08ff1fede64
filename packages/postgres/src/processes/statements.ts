/**
 * The statements of a process store: one for each member but `forget`, so that each is one transaction, also behind a pooler.
 * What is written is sent as JSON, all rows at once: many rows are one round trip. What is any text (keys that have rung, a
 * reason) is JSON in it once more: PostgreSQL would refuse to read some of it, and keeps all of it.
 *
 * Names to look for are an array, whose length the planner sees: of JSON it expects a hundred, and reads a whole table.
 *
 * @param schema  the name of the schema, quoted
 */
export const statementsIn = (schema: string) => ({
  places: `
    SELECT json_build_object('name', p.name, 'version', p.version, 'checkpoint', ${CHECKPOINT})
    FROM ${schema}.processes p WHERE p.name = $1 ORDER BY p.version`,
  processes: `
    SELECT json_build_object(
      'name', p.name, 'version', p.version, 'checkpoint', ${CHECKPOINT},
      'streams', (SELECT count(*) FROM ${schema}.process_streams s WHERE s.name = p.name AND s.version = p.version),
      'wakeAt', (SELECT min(wake_at) FROM ${schema}.process_streams s WHERE s.name = p.name AND s.version = p.version),
      'deadIntents', (SELECT count(*) FROM ${schema}.dead_intents d WHERE d.name = p.name AND d.version = p.version))
    FROM ${schema}.processes p ORDER BY p.name, p.version`,
  rows: `
    SELECT ${ROW} FROM ${schema}.process_streams
    WHERE ${OF} AND stream = ANY ($3::text[])`,
  due: `
    SELECT ${ROW} FROM ${schema}.process_streams
    WHERE ${OF} AND wake_at <= $3::bigint ORDER BY wake_at, stream LIMIT $4::integer`,
  deadIntents: `
    SELECT json_build_object('key', key, 'stream', stream, 'intent', intent, 'reason', reason, 'at', at)
    FROM ${schema}.dead_intents WHERE ${OF} ORDER BY at, key`,
  // Of two who begin, or go on from one place, the later waits for the other's row, and then finds it changed.
  save: `
    WITH begun AS (
      INSERT INTO ${schema}.processes (name, version, cursor, folded, last, quiet_until)
      SELECT $1, $2::integer, $5, $6::bigint, $7::json, $8::json WHERE $3::text IS NULL
      ON CONFLICT DO NOTHING RETURNING 1
    ), moved AS (
      UPDATE ${schema}.processes SET cursor = $5, folded = $6::bigint, last = $7::json, quiet_until = $8::json
      WHERE ${OF} AND cursor = $3 AND folded = $4::bigint RETURNING 1
    ), placed AS (
      SELECT FROM begun UNION ALL SELECT FROM moved
    ), kept AS (
      INSERT INTO ${schema}.process_streams (name, version, stream, stream_version, state, wake_at, rung)
      SELECT $1, $2::integer, stream, given.version, state, "wakeAt", rung::json FROM placed,
        json_to_recordset($9::json) AS given (stream text, version integer, state text, "wakeAt" bigint, rung text)
      ON CONFLICT (name, version, stream) DO UPDATE SET
        stream_version = excluded.stream_version, state = excluded.state, wake_at = excluded.wake_at, rung = excluded.rung
    ), over AS (
      DELETE FROM ${schema}.process_streams s USING placed
      WHERE s.name = $1 AND s.version = $2::integer AND s.stream = ANY ($10::text[])
    ), aside AS (
      INSERT INTO ${schema}.dead_intents (name, version, key, stream, intent, reason, at)
      SELECT $1, $2::integer, key, stream, intent, reason::json, at FROM placed,
        json_to_recordset($11::json) AS given (key text, stream text, intent text, reason text, at bigint)
      ON CONFLICT (name, version, key) DO UPDATE SET
        stream = excluded.stream, intent = excluded.intent, reason = excluded.reason, at = excluded.at
    ), revived AS (
      DELETE FROM ${schema}.dead_intents d USING placed
      WHERE d.name = $1 AND d.version = $2::integer AND d.key = ANY ($12::text[])
    )
    SELECT 1 FROM placed`,
  // Waits for whoever is writing, also for one who is just beginning.
  hold: `
    INSERT INTO ${schema}.processes (name, version, cursor, folded) VALUES ($1, $2::integer, '', 0)
    ON CONFLICT (name, version) DO UPDATE SET folded = processes.folded`,
  forget: `
    WITH streams AS (
      DELETE FROM ${schema}.process_streams WHERE ${OF}
    ), intents AS (
      DELETE FROM ${schema}.dead_intents WHERE ${OF}
    )
    DELETE FROM ${schema}.processes WHERE ${OF}`,
});

const CHECKPOINT =
  "json_build_object('cursor', p.cursor, 'folded', p.folded, 'last', p.last, 'quietUntil', p.quiet_until)";

const OF = "name = $1 AND version = $2::integer";

const ROW = `json_build_object(
  'stream', stream, 'version', stream_version, 'state', state, 'wakeAt', wake_at, 'rung', rung)`;
