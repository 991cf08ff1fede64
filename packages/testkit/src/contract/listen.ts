import type { EventStore, LogPage, Subscription } from "@motcua/event-store";
import { inTime, succeeds } from "./expect.js";
import { idsOf } from "./sample.js";

/** What a subscription delivers until it has given `count` events, and a little longer, to see whether more comes. */
export const delivered = async (
  store: EventStore,
  count: number,
  query: Omit<Subscription, "signal"> = {},
): Promise<ReadonlyArray<string>> => {
  const found: string[] = [];
  const ending = new AbortController();
  const reading = (async () => {
    for await (const page of store.subscribe({ ...query, signal: ending.signal })) {
      found.push(...idsOf((await succeeds(Promise.resolve(page))).events));
      if (found.length >= count) setTimeout(() => ending.abort(), 30);
    }
  })();
  try {
    await inTime(`${count} events by subscription`, reading);
  } finally {
    ending.abort();
  }
  return found;
};

/** The first pages of a subscription, or all of them until it is ended. */
export const pages = async (
  store: EventStore,
  count: number,
  query: Omit<Subscription, "signal">,
  signal: AbortSignal = new AbortController().signal,
): Promise<ReadonlyArray<LogPage>> => {
  const found: LogPage[] = [];
  for await (const page of store.subscribe({ ...query, signal })) {
    found.push(await succeeds(Promise.resolve(page)));
    if (found.length === count) break;
  }
  return found;
};

export const pagesUntil = (store: EventStore, signal: AbortSignal): Promise<ReadonlyArray<LogPage>> =>
  pages(store, Number.POSITIVE_INFINITY, {}, signal);
