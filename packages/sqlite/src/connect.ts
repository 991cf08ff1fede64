import { setTimeout as sleep } from "node:timers/promises";
import type { Connection, Driver } from "./driver.js";
import { sqliteCode, Unsuitable } from "./failure.js";
import { migrate, SCHEMA_VERSION, schemaVersionOf } from "./migrations/index.js";
import type { SqliteFile } from "./options.js";

/** How long a writer waits for another process's commit, unless it is told otherwise; in milliseconds. */
const BUSY_TIMEOUT_MS = 5_000;

/** A writer comes back to the same pages of its indices; a reader goes over the log once. */
const WRITER_CACHE_KIB = 32_000;
const READER_CACHE_KIB = 8_000;

/** The oldest SQLite that is safe here: earlier ones could damage a log while it was being checkpointed (WAL reset). */
const OLDEST_SQLITE = [3, 51, 3] as const;

export const connect = (
  Driver: Driver,
  { file, mode, busyTimeoutMs = BUSY_TIMEOUT_MS }: Pick<SqliteFile, "file" | "mode" | "busyTimeoutMs">,
): Connection => {
  const connection = new Driver(file, { readonly: mode === "readOnly", timeout: busyTimeoutMs });
  try {
    configure(connection, mode === "readOnly" ? READER_CACHE_KIB : WRITER_CACHE_KIB);
    return connection;
  } catch (cause) {
    connection.close();
    throw cause;
  }
};

const configure = (connection: Connection, cacheKib: number): void => {
  const version = sqliteVersionOf(connection);
  if (isOlder(version))
    throw new Unsuitable(`SQLite ${OLDEST_SQLITE.join(".")} or later is needed, this is ${version}`);
  // A WAL database that is opened again runs at NORMAL unless told otherwise: commits would not be synced.
  connection.pragma("synchronous = FULL");
  // The guard of the log looks for the stream itself, on every connection: looking twice cost a tenth of an insert.
  connection.pragma("foreign_keys = OFF");
  connection.pragma("trusted_schema = OFF");
  connection.pragma("cell_size_check = ON");
  connection.pragma(`cache_size = -${cacheKib}`);
  // A statement that a trigger may abort keeps the pages it changes aside: in a temporary file that was three writes an event.
  connection.pragma("temp_store = MEMORY");
  // Indices are hit at random places: the longer a page waits in the WAL, the more writes it takes at once.
  connection.pragma("wal_autocheckpoint = 4000");
  connection.pragma(`journal_size_limit = ${64 * 1024 * 1024}`);
};

/**
 * Makes the schema, or brings it up to date.
 *
 * A new file is written in one transaction *before* it changes to WAL, so that whatever interrupts this, the header of
 * the file is either empty or says whose it is.
 */
export const prepareToWrite = async (connection: Connection): Promise<void> => {
  connection.exec("BEGIN IMMEDIATE");
  try {
    if (schemaVersionOf(connection) < SCHEMA_VERSION) migrate(connection);
    connection.exec("COMMIT");
  } finally {
    if (connection.inTransaction) connection.exec("ROLLBACK");
  }
  if (!connection.memory) await changeToWal(connection);
};

/** Another process that opens the same new file may hold it for a moment, and SQLite does not wait here. */
export const changeToWal = async (connection: Connection): Promise<void> => {
  const patience = patienceOf(connection);
  for (let waited = 0; ; waited += 10) {
    try {
      if (connection.pragma("journal_mode = WAL", { simple: true }) === "wal") return;
    } catch (cause) {
      if (sqliteCode(cause)?.startsWith("SQLITE_BUSY") !== true) throw cause;
    }
    if (waited >= patience)
      throw new Unsuitable(
        "the file cannot be changed to WAL: another process holds it, or its file system has no WAL",
      );
    await sleep(10);
  }
};

/** How long this connection waits for another, in milliseconds. */
export const patienceOf = (connection: Connection): number =>
  Number(connection.pragma("busy_timeout", { simple: true }));

export const sqliteVersionOf = (connection: Connection): string =>
  String(connection.prepare("SELECT sqlite_version()").pluck().get());

const isOlder = (version: string): boolean => {
  const numbers = version.split(".").map(Number);
  for (const [index, least] of OLDEST_SQLITE.entries()) {
    const number = numbers[index] ?? 0;
    if (number !== least) return number < least;
  }
  return false;
};
