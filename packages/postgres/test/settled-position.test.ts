import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RunSql } from "../src/database.js";
import { logReader } from "../src/read-all.js";
import { lookAtHead, wholePosition } from "../src/settled.js";

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

/** A server that answers a look at the head with this row, and holds no events. */
const looking =
  (...row: ReadonlyArray<string>): RunSql =>
  async (name) =>
    (name === "head" ? [row] : name === "stored" ? [["0"]] : []) as never;

describe("a look at the head", () => {
  it("ends before the first position of whoever is still writing", async () => {
    const seen = await lookAtHead(looking("9", "f", "7@3/1 4@3/2 9@3/3", "9"), "motcua");
    expect(seen).toEqual({ head: 9, whole: true, position: 4, writers: ["3/1", "3/2"] });
  });

  it("knows that an append may be cut in two where the head moved while it looked, and that is not the end", async () => {
    const moved = looking("9", "f", "", "11");
    expect(await lookAtHead(moved, "motcua")).toMatchObject({ whole: false, position: 9 });
    expect(await logReader("motcua").readAll(moved)).toMatchObject({ right: { atEnd: false } });
    expect(await logReader("motcua").readAll(looking("9", "f", "", "9"))).toMatchObject({ right: { atEnd: true } });
  });

  it("is refused on a replica, where nobody's locks are seen", async () => {
    const replica = looking("9", "t", "", "9");
    expect(await logReader("motcua").readAll(replica)).toMatchObject({ left: { code: "QueryRefused" } });
    expect(await logReader("motcua").head(replica)).toMatchObject({ left: { code: "QueryRefused" } });
  });
});
