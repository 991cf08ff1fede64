import type { OpenError, ProcessStore } from "@motcua/event-store";
import { pipe } from "fp-ts/lib/function.js";
import { map, type TaskEither } from "fp-ts/lib/TaskEither.js";
import { openViewsSchema } from "../views/views-schema.js";
import { processStoreOver } from "./process-store.js";

/** How to open a process store. */
export interface PostgresProcessesOptions {
  /** Address of the database, as in `postgres://app:secret@db.example:5432/centre`. It need not be that of the log. */
  readonly url: string;
  /** Schema of the states, which may be that of the views. Default `motcua_views`. It must not be that of a log. */
  readonly schema?: string;
  /** Default `"readWriteCreate"`: tables that are not there are made. */
  readonly mode?: "readWriteCreate" | "readOnly";
  /** How long a connection or a statement may take, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number;
}

/**
 * Opens a schema of a PostgreSQL database for the states of processes, or makes one: see `openPostgresViewStore`, whose
 * schema it may share. Any number of processes may have it open.
 *
 * @example
 * const states = await openPostgresProcessStore({ url: "postgres://app:secret@localhost:5432/centre" })();
 * if (isLeft(states)) throw new Error(states.left.code);
 * await runProcess({ log: store, states: states.right, process, perform }, Date.now())();
 */
export const openPostgresProcessStore = (options: PostgresProcessesOptions): TaskEither<OpenError, ProcessStore> =>
  pipe(openViewsSchema(options), map(processStoreOver));
