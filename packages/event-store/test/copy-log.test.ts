import { isLeft, left, right } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import {
  copyLog,
  type EventStore,
  inMemoryEventStore,
  logPages,
  type RecordedEvent,
  unavailable,
} from "../src/index.js";
import { newEvent } from "./support/events.js";

const filled = async (events = 25): Promise<EventStore> => {
  let now = 1_000;
  const store = inMemoryEventStore({ clock: () => now++ });
  for (let n = 0; n < events; n++) await store.append(`a-${n % 4}`, [newEvent()], "any")();
  return store;
};

const everything = async (store: EventStore): Promise<ReadonlyArray<RecordedEvent>> => {
  const log: RecordedEvent[] = [];
  for await (const page of logPages(store)) log.push(...(isLeft(page) ? [] : page.right.events));
  return log;
};

it("copies a log with its ids, order, versions and both times", async () => {
  const [from, to] = [await filled(), inMemoryEventStore()];
  expect(await copyLog(from, to, { limit: 10 })()).toEqual(right({ events: 25, before: 0 }));
  expect(await everything(to)).toEqual(await everything(from));
});

it("an empty log is copied too", async () => {
  expect(await copyLog(inMemoryEventStore(), inMemoryEventStore())()).toEqual(right({ events: 0, before: 0 }));
});

it.each([0, 1, 9, 10, 11, 24, 25])("goes on after an interruption at event %i", async (there) => {
  const [from, to] = [await filled(), inMemoryEventStore()];
  await to.restore((await everything(from)).slice(0, there))();
  expect(await copyLog(from, to, { limit: 10 })()).toEqual(right({ events: 25, before: there }));
  expect(await everything(to)).toEqual(await everything(from));
});

it("says how far it is, with both steps", async () => {
  const steps: unknown[] = [];
  await copyLog(await filled(), inMemoryEventStore(), { limit: 10, progress: (...at) => steps.push(at) })();
  expect(steps).toEqual([
    ["copying", 10],
    ["copying", 20],
    ["copying", 25],
    ["verifying", 10],
    ["verifying", 20],
    ["verifying", 25],
  ]);
});

it.each([
  ["another event", (log: ReadonlyArray<RecordedEvent>) => [...log.slice(0, 3), { ...log[3], id: newEvent().id }], 4],
  ["another time of recording", (log: ReadonlyArray<RecordedEvent>) => [{ ...log[0], recordedAt: 5 }], 1],
  ["other content", (log: ReadonlyArray<RecordedEvent>) => [{ ...log[0], data: { other: true } }], 1],
  [
    "more than the log",
    (log: ReadonlyArray<RecordedEvent>) => [...log, { ...log[0], id: newEvent().id, stream: "z-1" }],
    26,
  ],
])("leaves a log alone that holds %s", async (_, other, place) => {
  const [from, to] = [await filled(), inMemoryEventStore()];
  const there = other(await everything(from)) as ReadonlyArray<RecordedEvent>;
  expect(await to.restore(there)()).toEqual(right(undefined));
  expect(await copyLog(from, to, { limit: 10 })()).toMatchObject({ left: { code: "LogsDiffer", place } });
  expect(await everything(to)).toHaveLength(there.length);
});

it("tells which of the two failed", async () => {
  const [from, to] = [await filled(), inMemoryEventStore()];
  const error = unavailable("away");
  const failed = left(error);
  const broken: EventStore = { ...to, restore: () => async () => failed };
  expect(await copyLog(from, broken)()).toEqual(left({ code: "CopyFailed", at: "to", error }));
  const unreadable: EventStore = { ...from, readAll: () => async () => failed };
  expect(await copyLog(unreadable, to)()).toEqual(left({ code: "CopyFailed", at: "from", error }));
});

it("notices a store that loses or bends what it was given", async () => {
  for (const bend of [
    (events: ReadonlyArray<RecordedEvent>) => events.slice(0, -1),
    (events: ReadonlyArray<RecordedEvent>) => events.map((event) => ({ ...event, recordedAt: 0 })),
  ]) {
    const to = inMemoryEventStore();
    const bending: EventStore = { ...to, restore: (events) => to.restore(bend(events)) };
    expect(await copyLog(await filled(), bending)()).toMatchObject({ left: { code: "LogsDiffer" } });
  }
});
