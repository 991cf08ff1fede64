import { deepEqual, equal } from "node:assert/strict";
import { type EventStore, MAX_PAGE } from "@motcua/event-store";
import { group } from "./check.js";
import { succeeds } from "./expect.js";
import { event, events, idsOf, wholeLog, wholeStream } from "./sample.js";

/** Four appends of five events: pages of other sizes end inside of them. */
const fourFives = async (store: EventStore): Promise<ReadonlyArray<string>> => {
  const batches = Array.from({ length: 4 }, () => events(5));
  for (const [n, batch] of batches.entries()) await succeeds(store.append(`a-${n % 2}`, batch, "any")());
  return batches.flatMap(idsOf);
};

export const paging = group("paging", {
  "a stream of 12 is read from every version, in pages of every size, in both directions": async (store) => {
    const all = events(12);
    await succeeds(store.append("b-1", events(2), "none")());
    await succeeds(store.append("a-1", all, "none")());
    const ids = idsOf(all);
    for (let from = 1; from <= 14; from++)
      for (let limit = 1; limit <= 13; limit++) {
        const forward = await succeeds(store.readStream("a-1", { from, limit })());
        const end = from - 1 + limit;
        deepEqual(
          [idsOf(forward.events), forward.version, forward.next],
          [ids.slice(from - 1, end), 12, end < 12 ? end + 1 : null],
        );
        const backward = await succeeds(store.readStream("a-1", { from, limit, direction: "backward" })());
        const last = Math.min(from, 12);
        deepEqual(
          [idsOf(backward.events), backward.version, backward.next],
          [ids.slice(Math.max(0, last - limit), last).reverse(), 12, last > limit ? last - limit : null],
        );
      }
  },
  "the log is read in pages of every size, which end inside an append where they are full": async (store) => {
    const ids = await fourFives(store);
    for (let limit = 1; limit <= 21; limit++) deepEqual(idsOf((await wholeLog(store, { limit })).events), ids);
  },
  "a page that ends with the log says so, and one that ends before does not": async (store) => {
    const ids = await fourFives(store);
    for (let limit = 1; limit <= 21; limit++) {
      const page = await succeeds(store.readAll({ limit })());
      deepEqual([idsOf(page.events), page.atEnd], [ids.slice(0, limit), limit >= 20]);
    }
    const filtered = await succeeds(store.readAll({ limit: 10, categories: ["a"] })());
    equal(filtered.events.length === 10 && !filtered.atEnd, true);
  },
  "every cursor, of a page of any size, is followed by the rest": async (store) => {
    const ids = await fourFives(store);
    for (let limit = 1; limit <= 19; limit++) {
      const { cursor } = await succeeds(store.readAll({ limit })());
      deepEqual(idsOf((await wholeLog(store, { after: cursor, limit: 4 })).events), ids.slice(limit));
      deepEqual(idsOf((await wholeLog(store, { after: cursor, categories: ["a"] })).events), ids.slice(limit));
    }
  },
  "a cursor of one filter is good for another": async (store) => {
    const all = Array.from({ length: 12 }, (_, n) => event({ type: n % 3 === 0 ? "Fizz" : "Other" }));
    await succeeds(store.append("a-1", all, "none")());
    const { cursor } = await succeeds(store.readAll({ types: ["Fizz"], limit: 2 })());
    deepEqual(
      idsOf((await wholeLog(store, { after: cursor, types: ["Fizz"] })).events),
      idsOf([all[6], all[9]].flatMap((item) => item ?? [])),
    );
    // It stands after the last event that was given, and may have moved past others that the filter leaves out.
    const rest = idsOf((await wholeLog(store, { after: cursor })).events);
    deepEqual(rest, idsOf(all).slice(-rest.length));
    equal(rest.length >= 6 && rest.length <= 8, true);
  },
  "one event among 3,000 is found, wherever it stands": async (store) => {
    for (const n of [0, 1, 2]) {
      await succeeds(store.append(`a-${n}`, events(400), "none")());
      await succeeds(store.append(`b-${n}`, events(600), "none")());
      await succeeds(store.append(`c-${n}`, [event({ type: `Rare${n}` })], "none")());
    }
    for (const n of [0, 1, 2])
      for (const limit of [1, 100, 5_000]) {
        equal((await wholeLog(store, { types: [`Rare${n}`], limit })).events.length, 1);
        equal((await wholeLog(store, { types: [`Rare${n}`], categories: ["c"], limit })).events.length, 1);
        equal((await wholeLog(store, { types: [`Rare${n}`], categories: ["a"], limit })).events.length, 0);
      }
    equal((await wholeLog(store, { categories: ["b"], limit: 100 })).events.length, 1_800);
  },
  "the default page is 1,000 events": async (store) => {
    for (let n = 0; n < 3; n++) await succeeds(store.append("a-1", events(400), "any")());
    const stream = await succeeds(store.readStream("a-1")());
    deepEqual([stream.events.length, stream.next], [1_000, 1_001]);
    const log = await succeeds(store.readAll()());
    deepEqual([log.events.length, log.atEnd], [1_000, false]);
    equal((await wholeStream(store, "a-1")).length, 1_200);
  },
  "the largest page is 10,000 events, and no more": async (store) => {
    for (let n = 0; n < 11; n++) await succeeds(store.append("a-1", events(1_000), "any")());
    const stream = await succeeds(store.readStream("a-1", { limit: MAX_PAGE })());
    deepEqual([stream.events.length, stream.next, stream.version], [MAX_PAGE, MAX_PAGE + 1, 11_000]);
    equal((await succeeds(store.readAll({ limit: MAX_PAGE })())).events.length, MAX_PAGE);
    equal((await wholeLog(store, { limit: MAX_PAGE })).events.length, 11_000);
  },
});
