import { deepEqual, equal, notEqual } from "node:assert/strict";
import type { Cursor, EventStore, LogQuery, RecordedEvent } from "@motcua/event-store";
import { START } from "@motcua/event-store";
import { group } from "./check.js";
import { failsWith, succeeds } from "./expect.js";
import { event, events, idsOf, versionsOf, wholeLog } from "./sample.js";

/** Sixty events of three types in streams of three categories. */
const filled = async (store: EventStore): Promise<ReadonlyArray<RecordedEvent>> => {
  for (let n = 0; n < 60; n++) {
    const stream = `${["dossier", "petition", "dossier2"][n % 3]}-${n % 5}`;
    await succeeds(
      store.append(stream, [event({ type: ["Received", "Assigned", "Received2"][n % 4] ?? "Closed" })], "any")(),
    );
  }
  return (await wholeLog(store)).events;
};

const inPagesOf = async (store: EventStore, limit: number, query: LogQuery = {}) =>
  idsOf((await wholeLog(store, { ...query, limit })).events);

export const readAll = group("reading all", {
  "an empty log is an empty page at its end": async (store) => {
    const page = await succeeds(store.readAll()());
    deepEqual([page.events, page.atEnd], [[], true]);
    deepEqual((await succeeds(store.readAll({ after: page.cursor })())).events, []);
  },
  "pages of any size give the same events in the same order, none twice": async (store) => {
    const all = idsOf(await filled(store));
    equal(all.length, 60);
    equal(new Set(all).size, 60);
    for (const limit of [1, 7, 20, 59, 60, 61]) deepEqual(await inPagesOf(store, limit), all);
  },
  "a page holds at most `limit` events": async (store) => {
    await filled(store);
    for (const limit of [1, 7, 59]) equal((await succeeds(store.readAll({ limit })())).events.length <= limit, true);
  },
  "the order does not change when it is read again, or when more is appended": async (store) => {
    const first = idsOf(await filled(store));
    await Promise.all(Array.from({ length: 20 }, (_, n) => succeeds(store.append(`late-${n}`, events(2), "none")())));
    const second = idsOf((await wholeLog(store)).events);
    deepEqual(second.slice(0, 60), first);
    deepEqual(idsOf((await wholeLog(store)).events), second);
  },
  "events of a stream come in the order of their versions": async (store) => {
    await Promise.all(Array.from({ length: 80 }, (_, n) => succeeds(store.append(`a-${n % 4}`, events(2), "any")())));
    const all = (await wholeLog(store, { limit: 9 })).events;
    for (const stream of ["a-0", "a-1", "a-2", "a-3"])
      deepEqual(
        versionsOf(all.filter((item) => item.stream === stream)),
        Array.from({ length: 40 }, (_, index) => index + 1),
      );
  },
  "a cursor stays good: reading on after it gives what came later": async (store) => {
    await filled(store);
    const { cursor } = await wholeLog(store);
    const later = events(3);
    await succeeds(store.append("late-1", later, "none")());
    deepEqual(idsOf((await wholeLog(store, { after: cursor })).events), idsOf(later));
    deepEqual(idsOf((await wholeLog(store, { after: cursor, limit: 1 })).events), idsOf(later));
  },
  "the cursor of the start is the start": async (store) => {
    const all = idsOf(await filled(store));
    deepEqual(idsOf((await wholeLog(store, { after: START })).events), all);
  },
  "the head is the cursor after the last event": async (store) => {
    await filled(store);
    const head = await succeeds(store.head());
    equal(head.events === null || head.events === 60, true);
    deepEqual((await wholeLog(store, { after: head.cursor })).events, []);
    const [late] = events(1);
    await succeeds(store.append("late-1", late === undefined ? [] : [late], "none")());
    deepEqual(idsOf((await wholeLog(store, { after: head.cursor })).events), [late?.id]);
    notEqual((await succeeds(store.head())).cursor, head.cursor);
  },
  "by type: in the store, exactly, in pages of any size": async (store) => {
    const all = await filled(store);
    for (const types of [["Received"], ["Assigned", "Closed"], ["Absent"], []]) {
      const wanted = idsOf(all.filter(({ type }) => types.includes(type)));
      for (const limit of [1, 4, 100]) deepEqual(await inPagesOf(store, limit, { types }), wanted);
    }
  },
  "by category: what stands before the first dash, exactly": async (store) => {
    const all = await filled(store);
    for (const categories of [["dossier"], ["petition", "dossier2"], ["doss"], []]) {
      const wanted = idsOf(all.filter(({ stream }) => categories.includes(stream.split("-")[0] ?? "")));
      for (const limit of [1, 4, 100]) deepEqual(await inPagesOf(store, limit, { categories }), wanted);
    }
  },
  "a stream without a dash is its own category": async (store) => {
    await succeeds(store.append("dossier", events(1), "none")());
    await succeeds(store.append("dossier-a-b", events(1), "none")());
    await succeeds(store.append("-dossier", events(1), "none")());
    equal((await wholeLog(store, { categories: ["dossier"] })).events.length, 2);
    equal((await wholeLog(store, { categories: [""] })).events.length, 1);
  },
  "by type and category together": async (store) => {
    const all = await filled(store);
    const wanted = all.filter(({ type, stream }) => type === "Received" && stream.startsWith("dossier-"));
    equal(wanted.length > 0, true);
    deepEqual(await inPagesOf(store, 2, { types: ["Received"], categories: ["dossier"] }), idsOf(wanted));
  },
  "in shares: each stream whole in one of them, in its order, and together the log": async (store) => {
    const all = await filled(store);
    for (const count of [1, 2, 3, 64]) {
      const shares = [];
      for (let number = 0; number < count; number++)
        shares.push((await wholeLog(store, { shard: { number, of: count }, limit: 7 })).events);
      const order = new Map(all.map(({ id }, index) => [id, index]));
      for (const share of shares)
        deepEqual(
          idsOf(share),
          idsOf(share).toSorted((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
        );
      const streams = shares.map((share) => [...new Set(share.map(({ stream }) => stream))]);
      equal(streams.flat().length, new Set(streams.flat()).size);
      deepEqual(new Set(shares.flatMap(idsOf)), new Set(idsOf(all)));
      equal(shares.flat().length, all.length);
    }
  },
  "in shares that stay the same when more is appended, and with other filters": async (store) => {
    await filled(store);
    const half = () => wholeLog(store, { shard: { number: 0, of: 2 } });
    const before = idsOf((await half()).events);
    for (let n = 0; n < 5; n++) await succeeds(store.append(`late-${n}`, events(1), "none")());
    const after = (await half()).events;
    deepEqual(idsOf(after).slice(0, before.length), before);
    const query = { types: ["Received"], categories: ["dossier", "late"], shard: { number: 0, of: 2 } };
    const wanted = after.filter(({ type, stream }) => type === "Received" && /^(dossier|late)-/.test(stream));
    deepEqual(await inPagesOf(store, 3, query), idsOf(wanted));
  },
  "a share that is none is refused": async (store) => {
    for (const [number, of] of [
      [2, 2],
      [-1, 2],
      [0, 0],
      [0, 65],
      [0.5, 2],
      [0, Number.NaN],
    ] as const)
      await failsWith("QueryRefused", store.readAll({ shard: { number, of } })());
  },
  "the cursor moves past events that the filter leaves out": async (store) => {
    await filled(store);
    const { cursor } = await wholeLog(store, { types: ["Absent"] });
    deepEqual((await wholeLog(store, { after: cursor })).events, []);
  },
  "a cursor that the store has not given out is refused": async (store) => {
    await filled(store);
    for (const cursor of ["no cursor", "-1", "1e3", "999999999999", " 1", "1;"])
      await failsWith("CursorRefused", store.readAll({ after: cursor as Cursor })());
  },
  "a page size without meaning is refused": async (store) => {
    for (const limit of [0, -1, 1.5, Number.NaN, 10_001]) await failsWith("QueryRefused", store.readAll({ limit })());
  },
});
