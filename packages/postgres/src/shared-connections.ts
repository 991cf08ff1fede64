import { type Database, type Lent, quoted, type RunSql } from "./database.js";
import type { PostgresOptions } from "./options.js";
import { connect, endOf, type OwnClient } from "./own-client.js";
import { statementsOver } from "./statement.js";

interface Open {
  readonly client: OwnClient;
  readonly sql: RunSql;
}

/** A connection, and how much is under way over it. */
interface Shared {
  readonly ready: Promise<Open>;
  used: number;
}

/**
 * How much is under way over a connection before the next is opened. What is asked for together then leaves in one packet,
 * and is answered in one: four loads to a packet take half the processor time of loads that have a connection each.
 */
const FULL = 4;

/**
 * Connections of which each is lent to many at once, at most `most` of them: a statement is sent without waiting for the
 * answers to those before it. For single statements only: a transaction would take in those of others.
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
    const ready = opening.then((client) => ({ client, sql: inOnePacket(client, statementsOver(client, true)) }));
    const shared: Shared = { ready, used: 0 };
    open.push(shared);
    return shared;
  };
  const leastUsed = (weight: number): Shared => {
    const [first, ...others] = open;
    if (first === undefined) return begin();
    const least = others.reduce((found, shared) => (shared.used < found.used ? shared : found), first);
    return least.used + weight > FULL && open.length < most ? begin() : least;
  };

  const lend = async (weight = 1): Promise<Lent> => {
    const shared = leastUsed(weight);
    shared.used += weight;
    try {
      const { client, sql } = await shared.ready;
      client.ref();
      return {
        client,
        sql,
        giveBack: (broken = false) => {
          // Idle, it keeps no process alive.
          shared.used -= weight;
          if (shared.used === 0) client.unref();
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

/** Sends what is asked for in one turn of the event loop together. */
const inOnePacket = ({ connection: { stream } }: OwnClient, sql: RunSql): RunSql => {
  let held = false;
  const send = (): void => {
    held = false;
    stream.uncork();
  };
  return (...statement) => {
    if (!held) {
      held = true;
      stream.cork();
      process.nextTick(send);
    }
    return sql(...statement);
  };
};
