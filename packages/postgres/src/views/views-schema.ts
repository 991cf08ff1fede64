import { type OpenError, unavailable } from "@motcua/event-store";
import { left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { type Database, withConnection } from "../database.js";
import { failure, sqlState } from "../failure.js";
import { placeOf } from "../open.js";
import { poolConnections } from "../pooled-connections.js";
import { prepareTables } from "./schema.js";

/** How a schema of views is opened. */
export interface ViewsSchemaOptions {
  readonly url: string;
  readonly schema?: string;
  readonly mode?: "readWriteCreate" | "readOnly";
  readonly timeoutMs?: number;
}

/** While a large view is on its way over one, the lease of another part is prolonged over the other. */
const CONNECTIONS = 2;

/** Opens a schema of views, or makes one with all its tables: those of views, and those of processes. */
export const openViewsSchema =
  ({ schema = "motcua_views", ...options }: ViewsSchemaOptions): TaskEither<OpenError, Database> =>
  async () => {
    const where = placeOf({ ...options, schema });
    if (where === undefined)
      return left(unavailable("url must be the address of a PostgreSQL database, schema a plain name"));
    const { url, timeoutMs, mode } = options;
    const database = poolConnections({ url, schema, ...(timeoutMs !== undefined && { timeoutMs }) }, CONNECTIONS);
    const refusal = await prepared(database, schema, where, mode !== "readOnly");
    if (refusal === undefined) return right(database);
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
