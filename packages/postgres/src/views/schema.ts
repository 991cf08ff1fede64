import type { StoreForeign, StoreMissing, StoreNewer } from "@motcua/event-store";
import type { PostgresClient } from "../options.js";

/** The version that this release writes, as the comments on the tables tell it. */
const SCHEMA_VERSION = 1;

/** "mtcv" in ASCII: whoever makes tables of views in this database waits for whoever is doing so. */
const LOCK = 0x6d746376;

/**
 * A part and who folds it; a view and its checkpoint, in one row, so that neither is ever seen, lost or put back without
 * the other. The states of processes by stream, found by the time at which to look at them.
 *
 * The one does not refer to the other: either may be dropped, and is made again when the view store is next opened.
 */
const TABLES: Readonly<Record<string, string>> = {
  parts: `
  name         text COLLATE "C" NOT NULL,
  version      integer NOT NULL,
  build        integer NOT NULL,
  part         integer NOT NULL,
  parts        integer NOT NULL,
  serves       boolean NOT NULL DEFAULT false,
  token        bigint NOT NULL DEFAULT 0,
  owner        text,
  leased_until timestamptz NOT NULL DEFAULT '-infinity',
  dead_letter  json,
  PRIMARY KEY (name, version, build, part)`,
  views: `
  name     text COLLATE "C" NOT NULL,
  version  integer NOT NULL,
  build    integer NOT NULL,
  part     integer NOT NULL,
  cursor   text NOT NULL,
  folded   bigint NOT NULL,
  last     json,
  saved_at timestamptz NOT NULL,
  bytes    bytea NOT NULL,
  PRIMARY KEY (name, version, build, part)`,
  processes: `
  name        text COLLATE "C" NOT NULL,
  version     integer NOT NULL,
  cursor      text NOT NULL,
  folded      bigint NOT NULL,
  last        json,
  quiet_until json,
  PRIMARY KEY (name, version)`,
  process_streams: `
  name           text COLLATE "C" NOT NULL,
  version        integer NOT NULL,
  stream         text COLLATE "C" NOT NULL,
  stream_version integer NOT NULL,
  state          text NOT NULL,
  wake_at        bigint,
  rung           json NOT NULL,
  PRIMARY KEY (name, version, stream)`,
  dead_intents: `
  name    text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  key     text COLLATE "C" NOT NULL,
  stream  text COLLATE "C" NOT NULL,
  intent  text NOT NULL,
  reason  json NOT NULL,
  at      bigint NOT NULL,
  PRIMARY KEY (name, version, key)`,
};

/** What is said of a table once it is made, by its full name. */
const SETTLED: Readonly<Record<string, (table: string) => string>> = {
  // Numbers in columns hardly get smaller, and to try takes longer than to write them.
  views: (table) => `ALTER TABLE ${table} ALTER COLUMN bytes SET STORAGE EXTERNAL;`,
  process_streams: (table) =>
    `CREATE INDEX process_streams_by_waking ON ${table} (name, version, wake_at, stream) WHERE wake_at IS NOT NULL;`,
};

/**
 * Makes the tables that are not there: a view that was lost with its table is folded again. A schema with other tables, or
 * of a later release, is left alone. Whoever finds all in place needs no more rights than to use it.
 *
 * @param schema  its name, not quoted
 */
export const prepareTables = async (
  client: PostgresClient,
  schema: string,
  { where, mayMake }: { readonly where: string; readonly mayMake: boolean },
): Promise<StoreMissing | StoreForeign | StoreNewer | undefined> => {
  const found = await tablesIn(client, schema);
  const version = versionOf(found);
  if (found.size > 0 && version === undefined)
    return { code: "StoreForeign", where, detail: "a schema with other tables" };
  if (version !== undefined && version > SCHEMA_VERSION)
    return { code: "StoreNewer", where, schema: version, known: SCHEMA_VERSION };
  if (found.size === 0 && !mayMake) return { code: "StoreMissing", where };
  if (mayMake && missingFrom(found).length > 0) await makeTables(client, schema);
  return undefined;
};

/** The tables of a schema, and what is said of each. */
type Tables = ReadonlyMap<string, string>;

const tablesIn = async (client: PostgresClient, schema: string): Promise<Tables> => {
  const { rows } = await client.query(
    `SELECT relname, coalesce(obj_description(oid, 'pg_class'), '') AS said
     FROM pg_class WHERE relnamespace = to_regnamespace($1) AND relkind IN ('r', 'p', 'v', 'm', 'f', 'S')`,
    [`"${schema}"`],
  );
  return new Map(rows.map(({ relname, said }: { relname: string; said: string }) => [relname, said]));
};

const SAID = /^Views of motcua, schema (\d+)\./;

const versionOf = (found: Tables): number | undefined => {
  const versions = Object.keys(TABLES).flatMap((name) => SAID.exec(found.get(name) ?? "")?.[1] ?? []);
  return versions.length === 0 ? undefined : Math.max(...versions.map(Number));
};

const missingFrom = (found: Tables): ReadonlyArray<string> => Object.keys(TABLES).filter((name) => !found.has(name));

const makeTables = async (client: PostgresClient, schema: string): Promise<void> => {
  await client.query("BEGIN");
  try {
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    // Not by `to_regnamespace`: without a table to read it answers from before the wait. Not `IF NOT EXISTS`: that asks for
    // the right to make one where one is.
    const { rows } = await client.query("SELECT FROM pg_namespace WHERE nspname = $1", [schema]);
    if (rows.length === 0) await client.query(`CREATE SCHEMA "${schema}"`);
    for (const name of missingFrom(await tablesIn(client, schema)))
      await client.query(
        `CREATE TABLE "${schema}".${name} (${TABLES[name]});
         ${SETTLED[name]?.(`"${schema}".${name}`) ?? ""}
         COMMENT ON TABLE "${schema}".${name} IS 'Views of motcua, schema ${SCHEMA_VERSION}. May be dropped: all of it is folded anew from the log.'`,
      );
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw cause;
  }
};
