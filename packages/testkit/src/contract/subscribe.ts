import { deepEqual, equal } from "node:assert/strict";
import { getEventListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { EventStore, LogPage, Subscription } from "@motcua/event-store";
import { group } from "./check.js";
import { failsWith, inTime, succeeds } from "./expect.js";
import { event, events, idsOf, wholeLog } from "./sample.js";

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

export const subscribe = group("live", {
  "delivers what is there, in order": async (store) => {
    const batch = events(25);
    await succeeds(store.append("a-1", batch, "none")());
    deepEqual(await delivered(store, 25, { limit: 10 }), idsOf(batch));
  },
  "then what comes, as it comes": async (store) => {
    const [before, after] = [events(3), events(4)];
    await succeeds(store.append("a-1", before, "none")());
    const reading = delivered(store, 7);
    await sleep(50);
    for (const item of after) await succeeds(store.append("a-1", [item], "any")());
    deepEqual(await reading, idsOf([...before, ...after]));
  },
  "without a gap or a double while 500 appends run": async (store) => {
    for (let n = 0; n < 40; n++) await succeeds(store.append(`a-${n % 5}`, events(1), "any")());
    const reading = [delivered(store, 540, { limit: 7 }), delivered(store, 540)];
    for (let n = 0; n < 500; n++) {
      await succeeds(store.append(`a-${n % 5}`, events(1), "any")());
      if (n % 50 === 0) await sleep(1);
    }
    const all = idsOf((await wholeLog(store)).events);
    for (const found of await Promise.all(reading)) deepEqual(found, all);
  },
  "from a cursor, or from the head, on": async (store) => {
    await succeeds(store.append("a-1", events(5), "none")());
    const { cursor } = await succeeds(store.head());
    const reading = delivered(store, 2, { after: cursor });
    await sleep(20);
    const late = events(2);
    await succeeds(store.append("a-2", late, "none")());
    deepEqual(await reading, idsOf(late));
  },
  "filtered by type and category": async (store) => {
    const wanted = events(3, { type: "Wanted" });
    await succeeds(store.append("b-1", events(5, { type: "Wanted" }), "none")());
    await succeeds(store.append("a-1", events(30), "none")());
    const reading = delivered(store, 3, { types: ["Wanted"], categories: ["a"], limit: 2 });
    for (const item of wanted) {
      await sleep(5);
      await succeeds(store.append("a-1", [event(), item, event()], "any")());
    }
    deepEqual(await reading, idsOf(wanted));
  },
  "goes on after the cursor of any page": async (store) => {
    await succeeds(store.append("a-1", events(20), "none")());
    const all = idsOf((await wholeLog(store)).events);
    const [first] = await pages(store, 1, { limit: 6 });
    deepEqual(await delivered(store, 14, first === undefined ? {} : { after: first.cursor }), all.slice(6));
  },
  "reads nothing ahead while the consumer holds a page": async (store) => {
    await succeeds(store.append("a-1", events(15), "none")());
    const ending = new AbortController();
    const sizes: number[] = [];
    const reading = (async () => {
      for await (const page of store.subscribe({ limit: 10, signal: ending.signal })) {
        sizes.push((await succeeds(Promise.resolve(page))).events.length);
        if (sizes.length === 2) break;
        await sleep(30);
        await succeeds(store.append("a-1", events(3), "any")());
      }
    })();
    await inTime("two pages", reading);
    deepEqual(sizes, [10, 8]);
  },
  "ends when the signal aborts, while it waits and before it begins": async (store) => {
    await succeeds(store.append("a-1", events(1), "none")());
    const ending = new AbortController();
    const waiting = pagesUntil(store, ending.signal);
    await sleep(30);
    ending.abort();
    equal((await inTime("the end of the subscription", waiting)).length, 1);
    equal((await inTime("the end of the subscription", pagesUntil(store, ending.signal))).length, 0);
  },
  "leaves no timer and no listener, ended by its signal or by leaving the loop": async (store) => {
    await succeeds(store.append("a-1", events(5), "none")());
    const before = timers();
    for (let n = 0; n < 20; n++) {
      const ending = new AbortController();
      equal((await pages(store, 1, { limit: 2 }, ending.signal)).length, 1);
      equal(getEventListeners(ending.signal, "abort").length, 0);
      const waiting = pagesUntil(store, ending.signal);
      await sleep(1);
      ending.abort();
      await inTime("the end of the subscription", waiting);
      equal(getEventListeners(ending.signal, "abort").length, 0);
    }
    await sleep(5);
    equal(timers() <= before, true, `${before} timers before, ${timers()} after`);
  },
  "does not gather listeners while it lives": async (store) => {
    const ending = new AbortController();
    const waiting = pagesUntil(store, ending.signal);
    for (let n = 0; n < 50; n++) {
      await succeeds(store.append("a-1", events(1), "any")());
      await sleep(1);
    }
    equal(getEventListeners(ending.signal, "abort").length < 5, true);
    ending.abort();
    await inTime("the end of the subscription", waiting);
  },
  "tells of a fault once, as a value, and ends": async (store) => {
    const found: unknown[] = [];
    const reading = (async () => {
      for await (const page of store.subscribe({ limit: 0, signal: new AbortController().signal })) found.push(page);
    })();
    await inTime("the end of the subscription", reading);
    equal(found.length, 1);
    await failsWith("QueryRefused", Promise.resolve(found[0] as never));
  },
});

const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length;

const pages = async (
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

const pagesUntil = (store: EventStore, signal: AbortSignal): Promise<ReadonlyArray<LogPage>> =>
  pages(store, Number.POSITIVE_INFINITY, {}, signal);
