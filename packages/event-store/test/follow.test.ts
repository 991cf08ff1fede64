import { getEventListeners } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { left, right } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import {
  type EventStore,
  follow,
  inMemoryEventStore,
  type LogPage,
  makeBell,
  type ReadError,
  unavailable,
} from "../src/index.js";
import { newEvent } from "./support/events.js";

it("hears what is appended while it reads", async () => {
  const store = inMemoryEventStore();
  const bell = makeBell();
  let appended = false;
  const readAll: typeof store.readAll = (query) => async () => {
    const page = await store.readAll(query)();
    if (!appended) {
      appended = true;
      await store.append("a-1", [newEvent()], "any")();
      bell.ring();
    }
    return page;
  };
  for await (const page of follow(readAll, bell.heard, { signal: AbortSignal.timeout(5_000) })) {
    expect(page).toMatchObject({ right: { events: [{ stream: "a-1" }] } });
    return;
  }
  throw new Error("the event was not heard");
});

it("does not hand out empty pages, and passes them", async () => {
  const pages: ReadonlyArray<LogPage> = [
    { events: [], cursor: "1", atEnd: false },
    { events: [], cursor: "2", atEnd: false },
    { events: [{ ...newEvent(), stream: "a-1", version: 1, recordedAt: 0 }], cursor: "3", atEnd: true },
  ].map((page) => ({ ...page, cursor: page.cursor as LogPage["cursor"] }));
  const asked: unknown[] = [];
  const readAll = (query: { after?: string } = {}) => {
    asked.push(query.after);
    return async () => right(pages[asked.length - 1] ?? { events: [], cursor: "3" as LogPage["cursor"], atEnd: true });
  };
  for await (const page of follow(readAll, makeBell().heard, { signal: AbortSignal.timeout(5_000) })) {
    expect(page).toEqual(right(pages[2]));
    break;
  }
  expect(asked).toEqual(["", "1", "2"]);
});

it("holds one listener at a time, however long it lives", async () => {
  const store = inMemoryEventStore();
  const bell = makeBell();
  const ending = new AbortController();
  let rounds = 0;
  const wait = (signal: AbortSignal) => {
    rounds++;
    expect(getEventListeners(ending.signal, "abort").length).toBe(1);
    return bell.heard(signal);
  };
  const following = (async () => {
    for await (const _ of follow(store.readAll, wait, { signal: ending.signal }));
  })();
  for (let n = 0; n < 100; n++) {
    bell.ring();
    await sleep(0);
  }
  ending.abort();
  await following;
  expect(rounds).toBeGreaterThan(50);
  expect(getEventListeners(ending.signal, "abort").length).toBe(0);
});

/** A log of one event that answers its first `failures` reads with an error. */
const failing = (failures: number, error: ReadError = unavailable("the connection was lost")) => {
  const store = inMemoryEventStore();
  let reads = 0;
  const readAll: EventStore["readAll"] = (query) => async () =>
    reads++ < failures ? left(error) : store.readAll(query)();
  return { store, readAll, reads: () => reads };
};

const patience = { forMs: 60_000, pauseMs: 1, isOver: () => false };

it("outlives a store that cannot be reached for a while", async () => {
  const { store, readAll, reads } = failing(4);
  await store.append("a-1", [newEvent()], "none")();
  const signal = AbortSignal.timeout(5_000);
  for await (const page of follow(readAll, makeBell().heard, { signal }, patience)) {
    expect(page).toMatchObject({ right: { events: [{ stream: "a-1" }] } });
    break;
  }
  expect(reads()).toBe(5);
});

it.each([
  ["its patience is at an end", { ...patience, forMs: 0 }, unavailable("gone")],
  ["the store has been closed", { ...patience, isOver: () => true }, unavailable("the store is closed")],
  ["time does not help", patience, { code: "CursorRefused", cursor: "x" } as const],
  ["it has no patience", undefined, unavailable("gone")],
])("tells of the failure, once, and ends when %s", async (_, given, error) => {
  const { readAll } = failing(Number.POSITIVE_INFINITY, error);
  const found = [];
  for await (const page of follow(readAll, makeBell().heard, { signal: AbortSignal.timeout(5_000) }, given))
    found.push(page);
  expect(found).toEqual([left(error)]);
});

it("ends at once when it is cancelled while it pauses, and leaves no listener", async () => {
  const { readAll } = failing(Number.POSITIVE_INFINITY);
  const ending = new AbortController();
  const began = performance.now();
  setTimeout(() => ending.abort(), 20);
  const long = { ...patience, pauseMs: 60_000 };
  for await (const _ of follow(readAll, makeBell().heard, { signal: ending.signal }, long));
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(getEventListeners(ending.signal, "abort")).toEqual([]);
});
