import type { PostgresClient } from "../options.js";
import { log } from "./0001-log.js";
import { grantRights } from "./roles.js";

/** `migrations[n]` leads from schema version n to n + 1. Once released, one is never changed. */
const migrations: ReadonlyArray<(schema: string) => string> = [log];

/** The schema version that this release writes: the last number in the table `migrations`. */
export const SCHEMA_VERSION = migrations.length;

/** "mtcu" in ASCII: whoever sets up a log in this database waits for whoever is doing so. */
const LOCK = 0x6d746375;

/** What stands where the log should be. */
export type SchemaState = "missing" | "foreign" | number;

/**
 * The version of the schema; `"foreign"` where there is a schema of this name with tables, but no log.
 *
 * @param schema  its name, not quoted
 */
export const schemaState = async (client: PostgresClient, schema: string): Promise<SchemaState> => {
  const names = await client.query("SELECT relname FROM pg_class WHERE relnamespace = to_regnamespace($1)", [
    `"${schema}"`,
  ]);
  const tables: ReadonlyArray<string> = names.rows.map(({ relname }: { relname: string }) => relname);
  if (tables.length === 0) return "missing";
  if (!tables.includes("events_version_once") || !tables.includes("migrations")) return "foreign";
  const found = await client.query(`SELECT max(number) AS version FROM "${schema}".migrations`);
  return Number(found.rows[0].version ?? 0);
};

/** Makes the schema, or brings it up to date, in one transaction. Rejects, and changes nothing, where the rights are missing. */
export const migrate = async (client: PostgresClient, schema: string): Promise<void> => {
  await client.query("BEGIN");
  try {
    // However long the other takes; the driver's time for a statement bounds it.
    await client.query("SET LOCAL lock_timeout = 0");
    await client.query("SELECT pg_advisory_xact_lock($1)", [LOCK]);
    const state = await schemaState(client, schema);
    const from = typeof state === "number" ? state : 0;
    if (from === 0)
      await client.query(
        `CREATE SCHEMA IF NOT EXISTS "${schema}";
         CREATE TABLE "${schema}".migrations (number integer PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())`,
      );
    for (const [index, migration] of migrations.slice(from).entries()) {
      await client.query(migration(`"${schema}"`));
      await client.query(`INSERT INTO "${schema}".migrations (number) VALUES ($1)`, [from + index + 1]);
    }
    if (from < SCHEMA_VERSION) await grantRights(client, schema);
    await client.query("COMMIT");
  } catch (cause) {
    await client.query("ROLLBACK").catch(() => undefined);
    throw cause;
  }
};
