import pg from "pg";
import { type Database, type Lent, quoted, runSql } from "./database.js";
import type { PostgresOptions } from "./options.js";

/** A connection, and how many use it at the moment. */
interface Shared {
  readonly ready: Promise<pg.Client>;
  users: number;
}

/**
 * Connections of which each is lent to many at once, at most `most` of them: a statement is sent without waiting for the
 * answers to those before it. Sixteen loads under way together took half the processor time that they took when each had a
 * connection for itself. For single statements only: a transaction would take in those of others.
 */
export const shareConnections = (options: PostgresOptions, most: number): Database => {
  const { url, schema = "motcua", timeoutMs = 30_000 } = options;
  const open: Shared[] = [];

  const drop = (shared: Shared): void => {
    const at = open.indexOf(shared);
    if (at < 0) return;
    open.splice(at, 1);
    void endOf(shared);
  };
  const begin = (): Shared => {
    const client = new pg.Client({
      connectionString: url,
      pipeline: true,
      connectionTimeoutMillis: timeoutMs,
      query_timeout: timeoutMs,
      application_name: "motcua",
    });
    const shared: Shared = { ready: client.connect().then(() => client), users: 0 };
    // Whoever uses it is told by the statement; unheard, the error would end the process.
    client.on("error", () => drop(shared));
    client.on("end", () => drop(shared));
    open.push(shared);
    return shared;
  };
  const leastUsed = (): Shared => {
    const [first, ...others] = open;
    if (first === undefined) return begin();
    const least = others.reduce((found, shared) => (shared.users < found.users ? shared : found), first);
    return least.users > 0 && open.length < most ? begin() : least;
  };

  const lend = async (): Promise<Lent> => {
    const shared = leastUsed();
    shared.users++;
    try {
      const client = await shared.ready;
      keepsAlive(client).ref();
      return {
        client,
        sql: runSql(client, true),
        giveBack: (broken = false) => {
          // Idle, it keeps no process alive.
          if (--shared.users === 0) keepsAlive(client).unref();
          if (broken) drop(shared);
        },
      };
    } catch (cause) {
      drop(shared);
      throw cause;
    }
  };

  return {
    schema: quoted(schema),
    lend,
    close: async () => {
      await Promise.all(open.splice(0).map(endOf));
    },
  };
};

/** What a client of `pg` has, and its types do not say. */
const keepsAlive = (client: pg.Client): { ref(): void; unref(): void } =>
  client as unknown as { ref(): void; unref(): void };

/** What is under way is answered first; and whoever waits for the end is kept alive until it has come. */
const endOf = async ({ ready }: Shared): Promise<void> => {
  try {
    const client = await ready;
    keepsAlive(client).ref();
    await client.end();
  } catch {
    // It never came to be, or is gone already.
  }
};
