import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { column, pushValue, setValue, valueAt, wideColumn } from "../../src/kpi/column.js";
import { runs } from "../support/tier.js";

const wholeNumbers = fc.oneof(fc.nat(255), fc.nat(65_535), fc.nat(2 ** 32 - 1), fc.maxSafeNat());
const anyNumbers = fc.oneof(wholeNumbers, fc.integer(), fc.double(), fc.constantFrom(Number.NaN, -1, 0.5));
const writes = fc.array(fc.tuple(fc.nat(), anyNumbers));

describe("a column", () => {
  it.each([["narrow", column] as const, ["wide", wideColumn] as const])(
    "that is %s at first gives back whatever was added to it and set in it",
    (_, empty) => {
      fc.assert(
        fc.property(fc.array(anyNumbers, { minLength: 1, maxLength: 100 }), writes, (values, changes) => {
          const [kept, expected] = [empty(), [...values]];
          expect(values.map((value) => pushValue(kept, value))).toEqual(values.map((_, index) => index));
          for (const [at, value] of changes) {
            setValue(kept, at % values.length, value);
            expected[at % values.length] = value;
          }
          // There is one zero.
          expect(expected.map((_, index) => valueAt(kept, index) + 0)).toEqual(expected.map((value) => value + 0));
          expect(kept.length).toBe(values.length);
        }),
        runs(200),
      );
    },
  );

  it.each([
    [[0, 255], 1],
    [[0, 256], 2],
    [[0, 65_536], 4],
    [[0, 2 ** 32], 8],
    [[0, -1], 8],
    [[0, 0.5], 8],
    [[70_000, 1], 4],
  ])("of %j takes so many bytes each: %i", (values, bytes) => {
    const kept = column();
    for (const value of values) pushValue(kept, value);
    expect(kept.values.BYTES_PER_ELEMENT).toBe(bytes);
  });

  it("has little room to spare when it is long", () => {
    const kept = column();
    for (let n = 0; n < 100_000; n++) pushValue(kept, 1);
    expect(kept.values.length).toBeLessThanOrEqual(125_000);
  });

  it("has nothing beyond its end", () => {
    expect(valueAt(column(), 1_000)).toBeNaN();
    expect(valueAt(column(), -1)).toBeNaN();
  });
});
