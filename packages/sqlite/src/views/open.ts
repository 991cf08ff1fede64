import type { OpenError, ViewStore } from "@motcua/event-store";
import { pipe } from "fp-ts/lib/function.js";
import { map, type TaskEither } from "fp-ts/lib/TaskEither.js";
import { viewStoreOver } from "./view-store.js";
import { openViewsFile } from "./views-file.js";

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
export const openSqliteViewStore = (options: SqliteViewsOptions): TaskEither<OpenError, ViewStore> =>
  pipe(
    openViewsFile(options),
    map((connection) => viewStoreOver(connection, options.clock ?? Date.now)),
  );
