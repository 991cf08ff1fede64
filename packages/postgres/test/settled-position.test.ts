import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { wholePosition } from "../src/settled.js";

const WRAP = 2 ** 32;
const bitsOf = (position: number): number => position % WRAP;

describe("the position whose last 32 bits a lock holds", () => {
  it("is itself, below the first wrap", () => {
    expect(wholePosition(7, 7)).toBe(7);
    expect(wholePosition(0, 7)).toBe(0);
    expect(wholePosition(WRAP - 1, WRAP - 1)).toBe(WRAP - 1);
  });

  it("is found behind the head on the other side of a wrap", () => {
    expect(wholePosition(WRAP - 1, WRAP)).toBe(WRAP - 1);
    expect(wholePosition(WRAP - 3, 5 * WRAP + 2)).toBe(5 * WRAP - 3);
    expect(wholePosition(0, WRAP)).toBe(WRAP);
  });

  it("is the head itself where it was drawn after we looked", () => {
    expect(wholePosition(9, 7)).toBe(7);
    expect(wholePosition(2, WRAP - 1)).toBe(WRAP - 1);
  });

  it("is exact for whoever began less than 2^31 positions before, wherever the head stands", () => {
    const heads = fc.integer({ min: 0, max: 2 ** 52 });
    const distances = fc.integer({ min: 0, max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(heads, distances, (head, behind) => {
        const begin = Math.max(0, head - behind);
        expect(wholePosition(bitsOf(begin), head)).toBe(begin);
      }),
    );
  });

  it("is never beyond the head", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 52 }), fc.integer({ min: 0, max: WRAP - 1 }), (head, bits) => {
        const position = wholePosition(bits, head);
        expect(position >= 0 && position <= head).toBe(true);
      }),
    );
  });
});
