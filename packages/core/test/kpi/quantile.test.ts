import { describe, expect, it } from "vitest";
import { median, nearestRank } from "../../src/index.js";

const sorted = (...values: ReadonlyArray<number>) => Float64Array.from(values);

describe("the median", () => {
  it.each([
    [[], null],
    [[7], 7],
    [[1, 2], 1.5],
    [[1, 2, 9], 2],
    [[1, 2, 4, 9], 3],
  ])("of %j is %j", (values, expected) => {
    expect(median(sorted(...values))).toBe(expected);
  });
});

describe("the nearest rank", () => {
  it.each([
    [[], 0.9, null],
    [[7], 0.9, 7],
    [[7], 0, 7],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
    [[1, 2, 3, 4], 0.5, 2],
    [[1, 2, 3, 4], 1, 4],
  ])("of %j at %d is %j", (values, p, expected) => {
    expect(nearestRank(sorted(...values), p)).toBe(expected);
  });
});
