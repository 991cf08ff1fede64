import { isLeft } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { checkEvents, type Expected, type NewEvent, type RecordedEvent, repetitionOf } from "../src/index.js";
import { newEvent } from "./support/events.js";

const [a, b, c] = [newEvent({ data: { n: 1 } }), newEvent({ data: { n: 2 } }), newEvent({ data: { n: 3 } })];

const stored = (event: NewEvent, version: number, stream = "a-1"): RecordedEvent => ({
  ...event,
  stream,
  version,
  recordedAt: 0,
});

const judged = (events: ReadonlyArray<NewEvent>, expected: Expected, known: ReadonlyArray<RecordedEvent>) => {
  const checked = checkEvents("a-1", events);
  if (isLeft(checked)) throw new Error(checked.left.reason);
  return repetitionOf("a-1", checked.right, expected, known);
};

it("all of them, in their places: the same append", () => {
  const known = [stored(b, 6), stored(a, 5), stored(c, 7)];
  for (const expected of [4, "any", "exists"] as const)
    expect(judged([a, b, c], expected, known)).toEqual({ kind: "same", version: 7 });
});

it("under an expectation that did not hold then: a conflict", () => {
  for (const expected of [3, 5, 7, "none"] as const)
    expect(judged([a], expected, [stored(a, 5)])).toEqual({ kind: "conflict" });
  expect(judged([a], "exists", [stored(a, 1)])).toEqual({ kind: "conflict" });
});

it.each([
  ["only some are known", [a, b], [stored(a, 5)], a.id],
  ["only the last is known", [a, b], [stored(b, 5)], b.id],
  ["they stand in another stream", [a], [stored(a, 5, "b-1")], a.id],
  ["they stand apart", [a, b], [stored(a, 5), stored(b, 7)], b.id],
  ["they stand the other way round", [a, b], [stored(b, 5), stored(a, 6)], b.id],
  ["one has other content", [a, b], [stored(a, 5), stored({ ...b, data: { n: 9 } }, 6)], b.id],
])("%s: an id is used twice", (_, events, known, id) => {
  expect(judged(events, "any", known)).toEqual({ kind: "reused", id });
});
