import { deepEqual, equal } from "node:assert/strict";
import { getEventListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { group } from "./check.js";
import { failsWith, inTime, succeeds } from "./expect.js";
import { delivered, pages, pagesUntil } from "./listen.js";
import { events, idsOf } from "./sample.js";

export const subscriptionEnd = group("live", {
  "ends when the signal aborts, while it waits and before it begins": async (store) => {
    await succeeds(store.append("a-1", events(1), "none")());
    const ending = new AbortController();
    let found = 0;
    const waiting = (async () => {
      for await (const page of store.subscribe({ signal: ending.signal })) {
        found += (await succeeds(Promise.resolve(page))).events.length;
        // From its one page on it waits, however long a store takes to read that.
        setTimeout(() => ending.abort(), 30);
      }
    })();
    await inTime("the end of the subscription", waiting);
    equal(found, 1);
    equal((await inTime("the end of the subscription", pagesUntil(store, ending.signal))).length, 0);
  },
  "gives no more after the signal has aborted while the consumer held a page": async (store) => {
    await succeeds(store.append("a-1", events(20), "none")());
    const ending = new AbortController();
    const sizes: number[] = [];
    const reading = (async () => {
      for await (const page of store.subscribe({ limit: 6, signal: ending.signal })) {
        sizes.push((await succeeds(Promise.resolve(page))).events.length);
        if (sizes.length === 2) ending.abort();
        await sleep(5);
      }
    })();
    await inTime("the end of the subscription", reading);
    deepEqual(sizes, [6, 6]);
  },
  "ends when the signal aborts while a page is being read": async (store) => {
    await succeeds(store.append("a-1", events(200), "none")());
    for (let n = 0; n < 20; n++) {
      const ending = new AbortController();
      const reading = pagesUntil(store, ending.signal);
      if (n % 2 === 0) await Promise.resolve();
      ending.abort();
      equal((await inTime("the end of the subscription", reading)).length <= 1, true);
      equal(getEventListeners(ending.signal, "abort").length, 0);
    }
  },
  "ending one leaves the others at work": async (store) => {
    const ending = new AbortController();
    const ended = pagesUntil(store, ending.signal);
    const hearing = delivered(store, 5);
    await sleep(20);
    ending.abort();
    await inTime("the end of the subscription", ended);
    const batch = events(5);
    await succeeds(store.append("a-1", batch, "none")());
    deepEqual(await hearing, idsOf(batch));
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
