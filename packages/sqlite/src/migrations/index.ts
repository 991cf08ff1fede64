import type { Connection } from "../driver.js";
import { log } from "./0001-log.js";

/** `migrations[n]` leads from schema version n to n + 1. Once released, one is never changed. */
const migrations: ReadonlyArray<string> = [log];

/** The schema version that this release writes, kept in `PRAGMA user_version`. */
export const SCHEMA_VERSION = migrations.length;

/** "mtcu" in ASCII: the number in a file's header that says the file is a motcua log (`PRAGMA application_id`). */
export const APPLICATION_ID = 0x6d746375;

export const schemaVersionOf = (connection: Connection): number =>
  Number(connection.pragma("user_version", { simple: true }));

/** Brings the schema up to date; to be called inside a transaction that may write. */
export const migrate = (connection: Connection): void => {
  for (const sql of migrations.slice(schemaVersionOf(connection))) connection.exec(sql);
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  connection.pragma(`user_version = ${SCHEMA_VERSION}`);
};
