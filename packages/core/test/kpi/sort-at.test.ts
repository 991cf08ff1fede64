import fc from "fast-check";
import { expect, it } from "vitest";
import { sortAt } from "../../src/kpi/sort-at.js";
import { runs } from "../support/tier.js";

const few = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 50 });
/** There is one zero. */
const many = fc.array(
  fc.double({ noNaN: true }).map((value) => value + 0),
  { maxLength: 200 },
);

it("what stands at the ranks asked for is what would stand there if all were sorted", () => {
  fc.assert(
    fc.property(fc.oneof(few, many), fc.array(fc.integer({ min: -1, max: 200 }), { maxLength: 4 }), (drawn, ranks) => {
      const sorted = Float64Array.from(drawn).sort();
      const partly = sortAt(Float64Array.from(drawn), ranks);
      expect(ranks.map((rank) => partly[rank])).toEqual(ranks.map((rank) => sorted[rank]));
      expect(partly.toSorted()).toEqual(sorted);
    }),
    runs(500),
  );
});

it("of values that rise and fall too, which part badly", () => {
  const values = Float64Array.from({ length: 5_000 }, (_, n) => Math.min(n, 5_000 - n));
  const sorted = values.toSorted();
  for (const rank of [0, 1, 2_499, 2_500, 4_999]) expect(sortAt(values.slice(), [rank])[rank]).toBe(sorted[rank]);
});
