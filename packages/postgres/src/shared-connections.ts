import { type Database, type Lent, quoted, type RunSql } from "./database.js";
import type { PostgresOptions } from "./options.js";
import { connect, endOf, type OwnClient } from "./own-client.js";
import { statementsOver } from "./statement.js";

interface Open {
  readonly client: OwnClient;
  readonly sql: RunSql;
}

/** A connection, and how many use it at the moment. */
interface Shared {
  readonly ready: Promise<Open>;
  users: number;
}

/**
 * Connections of which each is lent to many at once, at most `most` of them: a statement is sent without waiting for the
 * answers to those before it. Sixteen loads under way together took half the processor time that they took when each had a
 * connection for itself. For single statements only: a transaction would take in those of others.
 */
export const shareConnections = (options: PostgresOptions, most: number): Database => {
  const { schema = "motcua" } = options;
  const open: Shared[] = [];

  const drop = (shared: Shared): void => {
    const at = open.indexOf(shared);
    if (at < 0) return;
    open.splice(at, 1);
    void endOf(shared.ready);
  };
  const begin = (): Shared => {
    const opening = connect(options, { pipeline: true }, () => drop(shared));
    const ready = opening.then((client) => ({ client, sql: statementsOver(client, true) }));
    const shared: Shared = { ready, users: 0 };
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
      const { client, sql } = await shared.ready;
      client.ref();
      return {
        client,
        sql,
        giveBack: (broken = false) => {
          // Idle, it keeps no process alive.
          if (--shared.users === 0) client.unref();
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
      await Promise.all(open.splice(0).map(({ ready }) => endOf(ready)));
    },
  };
};
