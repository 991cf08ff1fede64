import { deserialize, serialize } from "node:v8";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberOfStream, streamAt, streamIndex } from "../../src/kpi/stream-index.js";
import { runs } from "../support/tier.js";

/** Few letters and short: many names that begin alike, end alike, or are part of another. */
const alike = fc.string({ unit: fc.constantFrom("a", "b", "-"), maxLength: 4 });
const letters = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({ unit: fc.nat(0xffff).map((unit) => String.fromCharCode(unit)) }),
);
const long = fc.tuple(alike, fc.integer({ min: 1, max: 5_000 })).map(([name, times]) => name.repeat(times));
const names = fc.array(fc.oneof(alike, fc.uuid(), letters, long), { maxLength: 200 });

const numbered = (all: ReadonlyArray<string>) => {
  const index = streamIndex();
  return { index, numbers: all.map((name) => numberOfStream(index, name)) };
};

describe("the index of streams", () => {
  it("numbers names as a map would, whatever they are", () => {
    fc.assert(
      fc.property(names, (all) => {
        const map = new Map<string, number>();
        for (const name of all) if (!map.has(name)) map.set(name, map.size);
        const { index, numbers } = numbered(all);
        expect(numbers).toEqual(all.map((name) => map.get(name)));
        expect([...map.values()].map((number) => streamAt(index, number))).toEqual([...map.keys()]);
      }),
      runs(200),
    );
  });

  it("tells texts apart that are not well formed, and the empty one", () => {
    expect(numbered(["\ud800", "\ud801", "\ufffd", "", "\u0000", "\ud800"]).numbers).toEqual([0, 1, 2, 3, 4, 0]);
  });

  it("goes on where it was saved, and holds the same bytes as one that never was", () => {
    fc.assert(
      fc.property(names, names, (before, after) => {
        const saved = deserialize(serialize(numbered(before).index));
        for (const name of after) numberOfStream(saved, name);
        expect(saved).toEqual(numbered([...before, ...after]).index);
      }),
      runs(50),
    );
  });

  it("finds each of a hundred thousand names that differ in a few places", () => {
    const all = Array.from(
      { length: 100_000 },
      (_, n) => `dossier-0160b3be-2070-7ae5-8b6e-${n.toString(16).padStart(12, "0")}`,
    );
    const { index, numbers } = numbered(all);
    expect(numbers.every((number, n) => number === n)).toBe(true);
    expect(all.every((name, n) => numberOfStream(index, name) === n)).toBe(true);
    expect(streamAt(index, 99_999)).toBe(all.at(-1));
  });
});
