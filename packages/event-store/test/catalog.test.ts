import { left, right } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { type RecordedEvent, understand } from "../src/index.js";
import { newEvent } from "./support/events.js";
import { tillEvents } from "./support/till.js";

const read = understand(tillEvents);
const recorded = (part: Partial<RecordedEvent>): RecordedEvent => ({
  ...newEvent(),
  stream: "till-1",
  version: 4,
  recordedAt: 0,
  ...part,
});
const notUnderstood = (type: string, ...faults: ReadonlyArray<string>) =>
  left({ code: "EventNotUnderstood", stream: "till-1", version: 4, type, faults });

it.each([
  [1, { sum: "5" }],
  [2, { sum: 5 }],
  [3, { amount: 5 }],
])("lifts version %i step by step to the one of today", (schemaVersion, data) => {
  expect(read(recorded({ type: "PaidIn", schemaVersion, data, occurredAt: 9 }))).toEqual(
    right({ type: "PaidIn", occurredAt: 9, data: { amount: 5 } }),
  );
});

it("does not understand a version from the future", () => {
  const answer = read(recorded({ type: "PaidIn", schemaVersion: 4, data: { amount: 5 } }));
  expect(answer).toEqual(notUnderstood("PaidIn", "version 4 is newer than 3, the newest known here"));
});

it("does not understand data of another shape", () => {
  expect(read(recorded({ type: "PaidOut", data: { amount: "5" } }))).toEqual(
    notUnderstood("PaidOut", "amount: not a number"),
  );
});

it("does not understand a version to which no step leads", () => {
  const gap = understand({ ...tillEvents, PaidIn: { ...tillEvents.PaidIn, upcast: {} } });
  expect(gap(recorded({ type: "PaidIn", schemaVersion: 1, data: { sum: "5" } }))).toEqual(
    notUnderstood("PaidIn", "no upcaster from version 1"),
  );
});

it.each(["Stolen", "constructor", "toString", "__proto__", "hasOwnProperty"])("knows no type %s", (type) => {
  expect(read(recorded({ type }))).toEqual(notUnderstood(type, "unknown type"));
});
