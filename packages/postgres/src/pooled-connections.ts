import pg from "pg";
import { type Database, quoted } from "./database.js";
import type { PostgresOptions } from "./options.js";
import { statementsOver } from "./statement.js";

/**
 * Connections of which each is lent to one at a time, at most `most` of them. A pooler lends its own for a transaction at a
 * time: what is sent ahead of an answer has no place there.
 */
export const poolConnections = (options: PostgresOptions, most: number): Database => {
  const { url, schema = "motcua", timeoutMs = 30_000 } = options;
  const pool = new pg.Pool({
    connectionString: url,
    max: most,
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
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
      return { client, sql: statementsOver(client, false), giveBack: (broken = false) => client.release(broken) };
    },
    close: () => pool.end(),
  };
};
