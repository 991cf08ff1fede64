import type { OpenError, ProcessStore } from "@motcua/event-store";
import { pipe } from "fp-ts/lib/function.js";
import { map, type TaskEither } from "fp-ts/lib/TaskEither.js";
import { openViewsFile } from "../views/views-file.js";
import { processStoreOver } from "./process-store.js";

/** How to open a process store. */
export interface SqliteProcessesOptions {
  /** Path of the file, which may be that of the views, or `":memory:"`. It must not be that of a log. */
  readonly file: string;
  /** Default `"readWriteCreate"`: the file is made where there is none. */
  readonly mode?: "readWriteCreate" | "readOnly";
  /** How long to wait for another process that is writing, in milliseconds. Default 5,000. */
  readonly busyTimeoutMs?: number;
}

/**
 * Opens a SQLite file for the states of processes, or makes one. Several processes of one machine may have it open. The disk
 * is not waited for: what is lost with the machine is folded again, and what was reacted to is reacted to again.
 *
 * @example
 * const states = await openSqliteProcessStore({ file: "centre-views.db" })();
 * if (isLeft(states)) throw new Error(states.left.code);
 * await runProcess({ log: store, states: states.right, process, perform }, Date.now())();
 */
export const openSqliteProcessStore = (options: SqliteProcessesOptions): TaskEither<OpenError, ProcessStore> =>
  pipe(openViewsFile(options), map(processStoreOver));
