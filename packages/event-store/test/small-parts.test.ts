import * as fc from "fast-check";
import { isRight, left, right } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import {
  type Cursor,
  categoryOf,
  cursorAt,
  holds,
  isEventStoreError,
  makeBell,
  positionOf,
  START,
  unavailable,
} from "../src/index.js";

it.each([
  ["dossier-1", "dossier"],
  ["dossier-a-b", "dossier"],
  ["dossier", "dossier"],
  ["-1", ""],
])("the category of %s is %s", (stream, category) => {
  expect(categoryOf(stream)).toBe(category);
});

it.each([
  ["any", [0, 1, 2]],
  ["none", [0]],
  ["exists", [1, 2]],
  [0, [0]],
  [2, [2]],
  [Number.NaN, []],
] as const)("%s holds at versions %j", (expected, versions) => {
  expect([0, 1, 2].filter((version) => holds(expected, version))).toEqual(versions);
});

it("every position has one cursor, and every cursor but those is refused", () => {
  fc.assert(
    fc.property(fc.nat(), (position) => {
      expect(positionOf(cursorAt(position), position)).toEqual(right(position));
      expect(isRight(positionOf(cursorAt(position + 1), position))).toBe(false);
    }),
  );
  expect(positionOf(START, 0)).toEqual(right(0));
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom("0", "01", "1.0", "+1", "0x1", "1e0", " ")), (text) => {
      fc.pre(!/^([1-9]\d*)?$/.test(text));
      expect(positionOf(text as Cursor, 99)).toEqual(left({ code: "CursorRefused", cursor: text }));
    }),
  );
});

it("an error of the port is known by its code", () => {
  expect(isEventStoreError(unavailable("closed"))).toBe(true);
  for (const other of [null, undefined, "StoreUnavailable", {}, { code: "Other" }, { code: 1 }, new Error("x")])
    expect(isEventStoreError(other)).toBe(false);
});

it("a bell wakes who listens, once, and not who came later", async () => {
  const bell = makeBell();
  const { signal } = new AbortController();
  const woken: string[] = [];
  const first = bell.heard(signal).then(() => woken.push("first"));
  bell.ring();
  await first;
  const late = bell.heard(signal, 10).then(() => woken.push("late"));
  expect(woken).toEqual(["first"]);
  await late;
  expect(woken).toEqual(["first", "late"]);
});
