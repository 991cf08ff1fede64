import type { ReadError } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import type { PostgresEventStore } from "../../src/index.js";
import { connected } from "./postgres.js";

export interface Hearing {
  readonly ids: string[];
  readonly errors: ReadError[];
  readonly stop: () => Promise<void>;
  readonly ended: Promise<void>;
}

/** A subscription at work, and all it was given. */
export const hear = (store: PostgresEventStore): Hearing => {
  const ending = new AbortController();
  const [ids, errors]: [string[], ReadError[]] = [[], []];
  const ended = (async () => {
    for await (const page of store.subscribe({ signal: ending.signal }))
      if (isLeft(page)) errors.push(page.left);
      else ids.push(...page.right.events.map(({ id }) => id));
  })();
  const stop = () => {
    ending.abort();
    return ended;
  };
  return { ids, errors, ended, stop };
};

/** How many connections to a database listen. */
export const listeners = (url: string): Promise<number> =>
  connected(url, async (client) => {
    const { rows } = await client.query(
      "SELECT count(*)::integer AS n FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%'",
    );
    return rows[0].n;
  });
