import { type OpenError, unavailable, type ViewStore } from "@motcua/event-store";
import { left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { type Database, withConnection } from "../database.js";
import { failure, sqlState } from "../failure.js";
import { placeOf } from "../open.js";
import { poolConnections } from "../pooled-connections.js";
import { prepareTables } from "./schema.js";
import { viewStoreOver } from "./view-store.js";

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

/** While a large view is on its way over one, the lease of another part is prolonged over the other. */
const CONNECTIONS = 2;

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
export const openPostgresViewStore =
  ({ schema = "motcua_views", ...options }: PostgresViewsOptions): TaskEither<OpenError, ViewStore> =>
  async () => {
    const where = placeOf({ ...options, schema });
    if (where === undefined)
      return left(unavailable("url must be the address of a PostgreSQL database, schema a plain name"));
    const { url, timeoutMs, mode } = options;
    const database = poolConnections({ url, schema, ...(timeoutMs !== undefined && { timeoutMs }) }, CONNECTIONS);
    const refusal = await prepared(database, schema, where, mode !== "readOnly");
    if (refusal === undefined) return right(viewStoreOver(database));
    await database.close();
    return left(refusal);
  };

const prepared = async (
  database: Database,
  schema: string,
  where: string,
  mayMake: boolean,
): Promise<OpenError | undefined> => {
  try {
    return await withConnection(database, ({ client }) => prepareTables(client, schema, { where, mayMake }));
  } catch (cause) {
    return sqlState(cause) === "3D000" ? { code: "StoreMissing", where } : failure(cause);
  }
};
