import { accessSync, constants } from "node:fs";
import { dirname } from "node:path";
import { type OpenError, unavailable } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { connect, prepareToWrite } from "./connect.js";
import { type Connection, type Driver, loadDriver } from "./driver.js";
import { failure, Unsuitable } from "./failure.js";
import { identify } from "./identify.js";
import { SCHEMA_VERSION, schemaVersionOf } from "./migrations/index.js";
import type { SqliteOptions } from "./options.js";
import { type SqliteEventStore, storeOver } from "./store.js";

/**
 * Opens a log in a SQLite file, or makes one.
 *
 * Every acknowledged append has been synced to the disk. Several processes may have the file open, on one machine.
 * A file that is not a motcua log, or one of a later release, is refused and left as it is.
 *
 * @example
 * const opened = await openSqliteEventStore({ file: "centre.db" })();
 * if (isLeft(opened)) throw new Error(opened.left.code);
 * const store = opened.right;
 */
export const openSqliteEventStore =
  (options: SqliteOptions): TaskEither<OpenError, SqliteEventStore> =>
  async () => {
    const refusal = refuse(options);
    if (refusal !== undefined) return left(refusal);
    let driver: Driver;
    try {
      driver = await loadDriver();
    } catch (cause) {
      return left(cause instanceof Unsuitable ? unavailable(cause.message) : unavailable(NO_DRIVER, cause));
    }
    const connection = await openConnection(driver, options);
    if (isLeft(connection)) return connection;
    try {
      return right(storeOver(connection.right, options));
    } catch (cause) {
      connection.right.close();
      return left(openFailure(options.file, cause));
    }
  };

const NO_DRIVER = "better-sqlite3 cannot be loaded here: install it again, for this Node and this machine";

const openFailure = (file: string, cause: unknown): OpenError => {
  const error = failure(cause);
  return error.code === "AccessDenied" ? { code: "StoreReadOnly", where: file } : error;
};

/** Everything that can be known without letting SQLite near the file. */
const refuse = ({ file, mode = "readWriteCreate", commits }: SqliteOptions): OpenError | undefined => {
  if (file === ":memory:" && commits === "thread") return unavailable("another thread cannot see a store in memory");
  if (file === ":memory:" && mode !== "readOnly") return undefined;
  if (file !== file.trim() || file === "" || file === ":memory:" || file.startsWith("file:"))
    return unavailable("file must be the path of a file");
  try {
    const identity = identify(file);
    if (typeof identity === "object") return identity;
    if (identity !== "ours" && mode !== "readWriteCreate") return { code: "StoreMissing", where: file };
    if (identity === "missing" && !may(dirname(file), constants.F_OK)) return { code: "StoreMissing", where: file };
    const written = identity === "missing" ? dirname(file) : file;
    return mode !== "readOnly" && !may(written, constants.W_OK) ? { code: "StoreReadOnly", where: file } : undefined;
  } catch (cause) {
    return unavailable("the file cannot be read", cause);
  }
};

const may = (path: string, access: number): boolean => {
  try {
    accessSync(path, access);
    return true;
  } catch {
    return false;
  }
};

const openConnection = async (driver: Driver, options: SqliteOptions): Promise<Either<OpenError, Connection>> => {
  const { file, mode } = options;
  let connection: Connection | undefined;
  try {
    connection = connect(driver, options);
    const schema = schemaVersionOf(connection);
    if (schema > SCHEMA_VERSION) {
      connection.close();
      return left({ code: "StoreNewer", where: file, schema, known: SCHEMA_VERSION });
    }
    if (mode !== "readOnly") await prepareToWrite(connection);
    return right(connection);
  } catch (cause) {
    connection?.close();
    return left(openFailure(file, cause));
  }
};
