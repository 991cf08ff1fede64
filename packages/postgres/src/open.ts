import { type OpenError, unavailable } from "@motcua/event-store";
import { left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { type Database, withConnection } from "./database.js";
import { failure, sqlState } from "./failure.js";
import { migrate, SCHEMA_VERSION, schemaState } from "./migrations/index.js";
import { oneConnection } from "./one-connection.js";
import type { PostgresClient, PostgresOptions } from "./options.js";
import { poolConnections } from "./pooled-connections.js";
import { shareConnections } from "./shared-connections.js";
import { type PostgresEventStore, storeOver } from "./store.js";

/**
 * Opens a log in a PostgreSQL database, or makes one.
 *
 * Every acknowledged append is as durable as the server's `fsync` and `synchronous_commit` make it, which `doctor` tells.
 * A schema that is not a motcua log, or one of a later release, is refused and left as it is.
 *
 * @example
 * const opened = await openPostgresEventStore({ url: "postgres://app:secret@localhost:5432/centre" })();
 * if (isLeft(opened)) throw new Error(opened.left.code);
 * const store = opened.right;
 */
export const openPostgresEventStore =
  (options: PostgresOptions): TaskEither<OpenError, PostgresEventStore> =>
  async () => {
    const where = placeOf(options);
    if (where === undefined)
      return left(unavailable("url must be the address of a PostgreSQL database, schema a plain name"));
    const writing = oneConnection(options);
    const refusal = await prepared(writing, options, where);
    if (refusal === undefined) return right(storeOver({ reading: readersOf(options), writing }, options, where));
    await writing.close();
    return left(refusal);
  };

const readersOf = (options: PostgresOptions): Database => {
  const { readers = 4, pooler = "none" } = options;
  return pooler === "none" ? shareConnections(options, readers) : poolConnections(options, readers);
};

/** The database and schema, for people: without user and password. */
export const placeOf = ({ url, schema = "motcua" }: PostgresOptions): string | undefined => {
  if (!/^[a-z_][a-z0-9_]{0,48}$/.test(schema) || schema.startsWith("pg_")) return undefined;
  if (!/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? "")) return undefined;
  const { host, pathname } = new URL(url);
  return `${host}${pathname} schema ${schema}`;
};

const prepared = async (
  database: Database,
  options: PostgresOptions,
  where: string,
): Promise<OpenError | undefined> => {
  const { schema = "motcua", mode = "readWriteCreate" } = options;
  const prepare = async (client: PostgresClient): Promise<OpenError | undefined> => {
    const state = await schemaState(client, schema);
    if (state === "foreign") return { code: "StoreForeign", where, detail: "a schema with other tables" };
    if (state === "missing" && mode !== "readWriteCreate") return { code: "StoreMissing", where };
    if (typeof state === "number" && state > SCHEMA_VERSION)
      return { code: "StoreNewer", where, schema: state, known: SCHEMA_VERSION };
    if (state !== SCHEMA_VERSION && mode !== "readOnly") await migrate(client, schema);
    return undefined;
  };
  try {
    return await withConnection(database, ({ client }) => prepare(client));
  } catch (cause) {
    return sqlState(cause) === "3D000" ? { code: "StoreMissing", where } : failure(cause);
  }
};
