import { type Database, type Lent, quoted } from "./database.js";
import type { PostgresOptions } from "./options.js";
import { connect, endOf, type OwnClient } from "./own-client.js";
import { statementsOver } from "./statement.js";

/**
 * How long a statement waits for another transaction that holds what it needs, such as the next version of a stream: some
 * commits long. Appends that share a connection share the wait; whoever waited in vain asks again later (`whileHeld`).
 */
const LOCK_TIMEOUT_MS = 200;

/** A connection that has rested for so long is given up: what stands between may have forgotten it without a word. */
const REST_MS = 10_000;

interface Own extends Lent {
  readonly client: OwnClient;
}

/**
 * The connection that writes, lent to one at a time in the order of asking; opened when it is first needed, and once more
 * after it broke or rested.
 */
export const oneConnection = (options: PostgresOptions, restMs = REST_MS): Database => {
  const { schema = "motcua", pooler = "none" } = options;
  // A pooler refuses a connection that asks for settings of its own.
  const settings = pooler === "none" ? { lock_timeout: LOCK_TIMEOUT_MS } : {};
  const waiting: (() => void)[] = [];
  let taken = false;
  let open: Promise<Own> | undefined;

  const begin = (): Promise<Own> => {
    const begun = connect(options, settings, () => drop(begun)).then((client) => ({
      client,
      sql: statementsOver(client, pooler === "none"),
      giveBack: (broken = false) => {
        if (broken) void drop(begun);
        // Idle, it keeps no process alive.
        else client.unref();
        rest.refresh();
        handOver();
      },
    }));
    return begun;
  };
  const drop = async (dropped: Promise<Own> | undefined): Promise<void> => {
    if (dropped === undefined || dropped !== open) return;
    open = undefined;
    await endOf(dropped);
  };
  const handOver = (): void => {
    const next = waiting.shift();
    if (next === undefined) taken = false;
    else next();
  };
  const rest = setTimeout(() => !taken && drop(open), restMs).unref();

  const lend = async (): Promise<Lent> => {
    if (taken) await new Promise<void>((resolve) => waiting.push(resolve));
    taken = true;
    open ??= begin();
    const mine = open;
    try {
      const lent = await mine;
      lent.client.ref();
      return lent;
    } catch (cause) {
      void drop(mine);
      handOver();
      throw cause;
    }
  };
  const close = (): Promise<void> => {
    clearTimeout(rest);
    return drop(open);
  };
  return { schema: quoted(schema), lend, close };
};
