/**
 * The statements of a view store: one for each member, so that each is one transaction, also behind a pooler. Whoever waits
 * in one for a row that another is changing decides by what the row says then; and leases end by the server's clock.
 *
 * @param schema  the name of the schema, quoted
 */
export const statementsIn = (schema: string) => ({
  parts: `
    SELECT json_build_object(
      'name', p.name, 'version', p.version, 'build', p.build, 'parts', p.parts, 'part', p.part, 'serves', p.serves,
      'checkpoint', CASE WHEN v.cursor IS NOT NULL THEN ${CHECKPOINT} END,
      'savedAt', floor(extract(epoch FROM v.saved_at) * 1000)::bigint,
      'owner', CASE WHEN p.leased_until > clock_timestamp() THEN p.owner END,
      'deadLetter', p.dead_letter)
    FROM ${schema}.parts p LEFT JOIN ${schema}.views v USING (name, version, build, part)
    WHERE $1::text IS NULL OR p.name = $1 AND p.version = $2::integer
    ORDER BY p.name, p.version, p.build, p.part`,
  // Two that begin at once insert the same parts: the one who is refused asks again, and finds them. A view whose parts
  // were dropped may still be there, of another number of parts.
  begin: `
    WITH last AS (
      SELECT build, parts, serves FROM ${schema}.parts WHERE name = $1 AND version = $2::integer ORDER BY build DESC LIMIT 1
    ), next AS (
      SELECT coalesce((SELECT build FROM last), 0) + 1 AS build WHERE NOT EXISTS (SELECT FROM last WHERE NOT serves)
    ), made AS (
      INSERT INTO ${schema}.parts (name, version, build, part, parts)
      SELECT $1, $2::integer, build, part, $3::integer FROM next, generate_series(0, $3::integer - 1) part
    ), gone AS (
      DELETE FROM ${schema}.views v USING next WHERE v.name = $1 AND v.version = $2::integer AND v.build = next.build
    )
    SELECT build, $3::integer FROM next UNION ALL SELECT build, parts FROM last WHERE NOT serves`,
  claim: `
    WITH taken AS (
      UPDATE ${schema}.parts SET owner = $5, token = token + 1, leased_until = ${until("$6")}
      WHERE ${KEY} AND (owner IS NULL OR owner = $5 OR leased_until <= clock_timestamp())
      RETURNING token
    )
    SELECT (SELECT token FROM taken) FROM ${schema}.parts WHERE ${KEY}`,
  load: `
    SELECT ${CHECKPOINT}, encode(bytes, 'hex') FROM ${schema}.views v WHERE ${KEY}`,
  // Of another building of the same number, whose parts were dropped, the tokens may be the same.
  save: `
    WITH held AS (
      UPDATE ${schema}.parts SET
        owner = CASE WHEN $8::float8 > 0 THEN $7 END,
        leased_until = ${until("$8")},
        dead_letter = CASE WHEN $9::text IS NULL AND $10::text IS NULL THEN dead_letter ELSE $10::json END
      WHERE ${KEY} AND parts = $5::integer AND token = $6::bigint
      RETURNING name, version, build, part
    ), saved AS (
      INSERT INTO ${schema}.views (name, version, build, part, cursor, folded, last, saved_at, bytes)
      SELECT held.*, $9, $11::bigint, $12::json, clock_timestamp(), decode($13, 'hex') FROM held WHERE $9 IS NOT NULL
      ON CONFLICT (name, version, build, part) DO UPDATE SET
        cursor = excluded.cursor, folded = excluded.folded, last = excluded.last,
        saved_at = excluded.saved_at, bytes = excluded.bytes
    )
    SELECT part FROM held`,
  serve: `
    WITH parts_gone AS (
      DELETE FROM ${schema}.parts WHERE name = $1 AND (version, build) < ($2::integer, $3::integer)
    ), views_gone AS (
      DELETE FROM ${schema}.views WHERE name = $1 AND (version, build) < ($2::integer, $3::integer)
    )
    UPDATE ${schema}.parts SET serves = true
    WHERE name = $1 AND version = $2::integer AND build = $3::integer AND NOT serves`,
});

const KEY = "name = $1 AND version = $2::integer AND build = $3::integer AND part = $4::integer";

const CHECKPOINT = "json_build_object('cursor', v.cursor, 'folded', v.folded, 'last', v.last)";

const until = (ms: string): string => `clock_timestamp() + ${ms}::float8 * interval '1 millisecond'`;
