import { deepEqual, equal } from "node:assert/strict";
import type { EventStore } from "@motcua/event-store";
import { group } from "./check.js";
import { failsWith, succeeds } from "./expect.js";
import { events, idsOf, versionsOf } from "./sample.js";

const withTen = async (store: EventStore): Promise<EventStore> => {
  await succeeds(store.append("b-1", events(3), "none")());
  await succeeds(store.append("a-1", events(10), "none")());
  return store;
};

export const readStream = group("reading a stream", {
  "a missing stream is an empty page at version 0": async (store) => {
    for (const direction of ["forward", "backward"] as const)
      deepEqual(await succeeds(store.readStream("a-1", { direction })()), { events: [], version: 0, next: null });
  },
  "forward: from the first, in pages": async (store) => {
    await withTen(store);
    const pages: Array<ReadonlyArray<number>> = [];
    for (let from: number | null = 1; from !== null; ) {
      const page: Awaited<ReturnType<typeof read>> = await read(store, from);
      pages.push(versionsOf(page.events));
      equal(page.version, 10);
      from = page.next;
    }
    deepEqual(pages, [
      [1, 2, 3, 4],
      [5, 6, 7, 8],
      [9, 10],
    ]);
  },
  "forward: `from` is inclusive": async (store) => {
    await withTen(store);
    const page = await succeeds(store.readStream("a-1", { from: 3, limit: 2 })());
    deepEqual([versionsOf(page.events), page.next], [[3, 4], 5]);
    const last = await succeeds(store.readStream("a-1", { from: 10 })());
    deepEqual([versionsOf(last.events), last.next], [[10], null]);
  },
  "forward: a page that ends with the stream has no next": async (store) => {
    await withTen(store);
    const page = await succeeds(store.readStream("a-1", { from: 6, limit: 5 })());
    deepEqual([versionsOf(page.events), page.next], [[6, 7, 8, 9, 10], null]);
  },
  "forward: beyond the end is an empty page that knows the version": async (store) => {
    await withTen(store);
    for (const from of [11, 99])
      deepEqual(await succeeds(store.readStream("a-1", { from })()), { events: [], version: 10, next: null });
  },
  "backward: from the last, in pages": async (store) => {
    await withTen(store);
    const first = await succeeds(store.readStream("a-1", { direction: "backward", limit: 4 })());
    deepEqual([versionsOf(first.events), first.version, first.next], [[10, 9, 8, 7], 10, 6]);
    const rest = await succeeds(store.readStream("a-1", { direction: "backward", limit: 6, from: 6 })());
    deepEqual([versionsOf(rest.events), rest.next], [[6, 5, 4, 3, 2, 1], null]);
  },
  "backward: `from` beyond the end begins at the last": async (store) => {
    await withTen(store);
    const page = await succeeds(store.readStream("a-1", { direction: "backward", limit: 2, from: 99 })());
    deepEqual([versionsOf(page.events), page.next], [[10, 9], 8]);
  },
  "backward: from the first version": async (store) => {
    await withTen(store);
    const page = await succeeds(store.readStream("a-1", { direction: "backward", from: 1 })());
    deepEqual([versionsOf(page.events), page.next], [[1], null]);
  },
  "an event comes back as it was given, with its place and when it was recorded": async (store) => {
    const before = Date.now();
    const [given] = events(1, { occurredAt: -62_135_596_800_000, schemaVersion: 7, meta: { actor: "officer-1" } });
    await succeeds(store.append("a-1", given === undefined ? [] : [given], "none")());
    const [found] = (await succeeds(store.readStream("a-1")())).events;
    deepEqual({ ...found, recordedAt: 0 }, { ...given, stream: "a-1", version: 1, recordedAt: 0 });
    const recordedAt = found?.recordedAt ?? Number.NaN;
    equal(Number.isSafeInteger(recordedAt) && Math.abs(recordedAt - before) < 60_000, true);
  },
  "streams whose names begin alike are kept apart": async (store) => {
    const names = ["a", "a-", "a-1", "a-10", "A-1", "a-1 ", "a_1", "a%1", "'; DROP TABLE events; --", 'a"1', "á-1"];
    const given = names.map(() => events(1));
    for (const [index, name] of names.entries()) await succeeds(store.append(name, given[index] ?? [], "none")());
    for (const [index, name] of names.entries())
      deepEqual(idsOf((await succeeds(store.readStream(name)())).events), idsOf(given[index] ?? []));
  },
  "a page size or version without meaning is refused": async (store) => {
    for (const limit of [0, -1, 1.5, Number.NaN, 10_001])
      await failsWith("QueryRefused", store.readStream("a-1", { limit })());
    for (const from of [0, -1, 1.5, Number.NaN]) await failsWith("QueryRefused", store.readStream("a-1", { from })());
  },
});

const read = (store: EventStore, from: number) => succeeds(store.readStream("a-1", { from, limit: 4 })());
