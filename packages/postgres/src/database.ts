import pg from "pg";
import type { PostgresClient, PostgresOptions } from "./options.js";

/** Every column as the text that PostgreSQL sends. */
const AS_TEXT = { getTypeParser: () => (text: string) => text };

/**
 * How long a statement waits for another transaction that holds what it needs, such as the next version of a stream: some
 * commits long. Appends that share a connection share the wait; whoever waited in vain asks again later (`whileHeld`).
 */
const LOCK_TIMEOUT_MS = 200;

export type Row = ReadonlyArray<string>;

/** Runs a statement; a name lets the server keep its plan. */
export type RunSql = <R extends Row = Row>(
  name: string,
  text: string,
  values?: ReadonlyArray<unknown>,
) => Promise<ReadonlyArray<R>>;

/** A connection that is lent, to be given back once. */
export interface Lent {
  readonly client: PostgresClient;
  readonly sql: RunSql;
  /** `broken`: what it is in the midst of is not known, so nobody else may have it. */
  readonly giveBack: (broken?: boolean) => void;
}

/** Connections to one database. */
export interface Database {
  /** The log's schema, quoted. */
  readonly schema: string;
  readonly lend: () => Promise<Lent>;
  readonly close: () => Promise<void>;
}

/** Connections that are opened when they are first needed, at most `most` at once. */
export const connectTo = (options: PostgresOptions, most: number): Database => {
  const { url, schema = "motcua", timeoutMs = 30_000, pooler = "none" } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
    // A pooler refuses a connection that asks for settings of its own.
    ...(pooler === "none" && { lock_timeout: LOCK_TIMEOUT_MS }),
    allowExitOnIdle: true,
    application_name: "motcua",
  });
  // A connection that breaks, lent or not, is told of by the next statement over it; unheard, the error would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client) => client.on("error", () => undefined));
  return {
    schema: quoted(schema),
    lend: async () => {
      const client = await pool.connect();
      return { client, sql: runSql(client, pooler === "none"), giveBack: (broken = false) => client.release(broken) };
    },
    close: () => pool.end(),
  };
};

/** The statements of this package over any connection of `pg`. */
export const runSql =
  (client: PostgresClient, prepare: boolean): RunSql =>
  async (name, text, values = []) => {
    const query = {
      text,
      values,
      rowMode: "array",
      types: AS_TEXT,
      ...(prepare && name !== "" && { name: `motcua:${name}` }),
    };
    return (await client.query(query)).rows;
  };

/** Runs work over a lent connection; one on which it failed unforeseen is not given to anybody else. */
export const withConnection = async <A>(
  { lend }: Pick<Database, "lend">,
  work: (lent: Lent) => Promise<A>,
): Promise<A> => {
  const lent = await lend();
  let broken = true;
  try {
    const result = await work(lent);
    broken = false;
    return result;
  } finally {
    lent.giveBack(broken);
  }
};

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
