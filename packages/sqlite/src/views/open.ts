import { type OpenError, unavailable, type ViewStore } from "@motcua/event-store";
import { left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { connect } from "../connect.js";
import { type Connection, type Driver, loadDriver } from "../driver.js";
import { failure, Unsuitable } from "../failure.js";
import { identify } from "../identify.js";
import { makeTables, VIEWS } from "./schema.js";
import { viewStoreOver } from "./view-store.js";

export interface SqliteViewsOptions {
  /** Path of the file, or `":memory:"` for views that end with the process. It must not be that of a log. */
  readonly file: string;
  /** Default `"readWriteCreate"`: the file is made where there is none. */
  readonly mode?: "readWriteCreate" | "readOnly";
  /** How long to wait for another process that is writing, in milliseconds. Default 5,000. */
  readonly busyTimeoutMs?: number;
  /** The clock that leases end by, epoch milliseconds. Default: the machine's. */
  readonly clock?: () => number;
}

/**
 * Opens a SQLite file for views, or makes one. Several processes of one machine may have it open. The disk is not waited
 * for: what is lost with the machine is folded again.
 *
 * @example
 * const views = await openSqliteViewStore({ file: "centre-views.db" })();
 * if (isLeft(views)) throw new Error(views.left.code);
 * await catchUp(store, views.right, dossierRows)();
 */
export const openSqliteViewStore =
  (options: SqliteViewsOptions): TaskEither<OpenError, ViewStore> =>
  async () => {
    const refusal = refuse(options);
    if (refusal !== undefined) return left(refusal);
    try {
      const connection = openConnection(await loadDriver(), options);
      return right(viewStoreOver(connection, options.clock ?? Date.now));
    } catch (cause) {
      return left(cause instanceof Unsuitable ? unavailable(cause.message) : failure(cause));
    }
  };

const refuse = ({ file, mode }: SqliteViewsOptions): OpenError | undefined => {
  if (file === ":memory:") return undefined;
  try {
    const identity = identify(file, VIEWS);
    if (typeof identity === "object") return identity;
    return identity !== "ours" && mode === "readOnly" ? { code: "StoreMissing", where: file } : undefined;
  } catch (cause) {
    return unavailable("the file cannot be read", cause);
  }
};

const openConnection = (driver: Driver, { file, mode = "readWriteCreate", busyTimeoutMs }: SqliteViewsOptions) => {
  const connection: Connection = connect(driver, { file, mode, ...(busyTimeoutMs !== undefined && { busyTimeoutMs }) });
  try {
    // A view is written and read as a whole: pages of it are not met again.
    connection.pragma("cache_size = -2000");
    if (mode === "readOnly") return connection;
    connection.pragma("synchronous = NORMAL");
    connection.exec("BEGIN IMMEDIATE");
    makeTables(connection);
    connection.exec("COMMIT");
    connection.pragma("journal_mode = WAL");
    return connection;
  } catch (cause) {
    connection.close();
    throw cause;
  }
};
