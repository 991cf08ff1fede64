import type { OpenError, ViewStore } from "@motcua/event-store";
import { pipe } from "fp-ts/lib/function.js";
import { map, type TaskEither } from "fp-ts/lib/TaskEither.js";
import { viewStoreOver } from "./view-store.js";
import { openViewsSchema } from "./views-schema.js";

/** How to open a view store. */
export interface PostgresViewsOptions {
  /** Address of the database, as in `postgres://app:secret@db.example:5432/centre`. It need not be that of the log. */
  readonly url: string;
  /** Schema of the views: lower-case letters, digits, `_`. Default `motcua_views`. It must not be that of a log. */
  readonly schema?: string;
  /** Default `"readWriteCreate"`: tables that are not there are made. */
  readonly mode?: "readWriteCreate" | "readOnly";
  /** How long a connection or a statement may take, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number;
}

/**
 * Opens a schema of a PostgreSQL database for views, or makes one. Any number of processes may have it open, directly or
 * behind a pooler that lends connections for a transaction: every member of the port is one statement, and leases end by
 * the server's clock.
 *
 * Whoever opens it first owns it. For a user who only reads reports, with `mode: "readOnly"`, that one grants `USAGE` on the
 * schema and `SELECT` on its tables; other workers need `INSERT`, `UPDATE` and `DELETE` as well.
 *
 * @example
 * const views = await openPostgresViewStore({ url: "postgres://app:secret@localhost:5432/centre" })();
 * if (isLeft(views)) throw new Error(views.left.code);
 * await catchUp(store, views.right, dossierRows)();
 */
export const openPostgresViewStore = (options: PostgresViewsOptions): TaskEither<OpenError, ViewStore> =>
  pipe(openViewsSchema(options), map(viewStoreOver));
