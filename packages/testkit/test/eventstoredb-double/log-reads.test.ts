import { left } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { everything, granted, newLog, proposed, revisions, several } from "./model.js";

const metadata = (fields: object) => proposed({ type: "$metadata", data: Buffer.from(JSON.stringify(fields)) });

describe("a page of a stream of the double", () => {
  const log = newLog();
  granted(log.append("a", several(5), "no_stream"));

  it.each([
    ["forwards from a revision", { from: 3n }, [3n, 4n]],
    ["forwards from beyond the end", { from: 9n }, []],
    ["forwards from the end", { from: "end" }, []],
    ["no longer than asked for", { limit: 2n }, [0n, 1n]],
    ["backwards from the end", { from: "end", direction: "backwards", limit: 2n }, [4n, 3n]],
    ["backwards from a revision", { from: 1n, direction: "backwards" }, [1n, 0n]],
    ["of nothing", { limit: 0n }, "InvalidRead"],
  ] as const)("%s", (_, query, expected) => {
    expect(revisions(log, "a", query)).toEqual(expected);
  });

  it("shows the last events alone where its metadata says $maxCount, and none before $tb", () => {
    const hidden = newLog();
    granted(hidden.append("a", several(5), "any"));
    granted(hidden.append("$$a", [metadata({ $maxCount: 2 })], "any"));
    expect(revisions(hidden, "a")).toEqual([3n, 4n]);
    expect(revisions(hidden, "a", { from: "end", direction: "backwards" })).toEqual([4n, 3n]);
    granted(hidden.append("$$a", [metadata({ $tb: 4 })], "any"));
    expect(revisions(hidden, "a")).toEqual([4n]);
    expect(revisions(hidden, "$$a")).toEqual([1n]);
  });

  it("is not disturbed by metadata that is none", () => {
    const odd = newLog();
    granted(odd.append("a", several(2), "any"));
    granted(odd.append("$$a", [proposed({ type: "$metadata", data: Buffer.from("{") })], "any"));
    expect(revisions(odd, "a")).toEqual([0n, 1n]);
  });
});

describe("the whole log of the double", () => {
  const log = newLog();
  granted(log.append("a", several(3), "no_stream"));
  const mine = everything(log).filter(({ stream }) => stream === "a");
  const [first, second] = mine;

  it("begins with events of the system", () => {
    expect(
      everything(log)
        .slice(0, 2)
        .every(({ type }) => type.startsWith("$")),
    ).toBe(true);
  });

  it("is read from a position, inclusive forwards and exclusive backwards", () => {
    const from = second?.position ?? 0n;
    expect(everything(log, { from })[0]?.id).toBe(second?.id);
    expect(everything(log, { from, direction: "backwards" })[0]?.id).toBe(first?.id);
    expect(everything(log, { from: "end", direction: "backwards" }).at(0)).toBe(mine.at(-1));
    expect(everything(log, { from: 0n })).toEqual(everything(log));
  });

  it("has nothing at a position that is no event's", () => {
    const between = (second?.position ?? 0n) + 1n;
    expect(log.readAll({ from: between, direction: "forwards", limit: 1n })).toEqual(left({ code: "InvalidRead" }));
  });

  it("may lie beyond the numbers of JavaScript", () => {
    const far = newLog(2n ** 60n);
    granted(far.append("a", several(2), "any"));
    const positions = everything(far).map(({ position }) => position);
    expect(positions.every((position) => position > 2n ** 60n)).toBe(true);
    expect(everything(far, { from: positions[2] ?? 0n }).length).toBe(2);
  });

  it.each([
    ["prefixes of streams", { on: "stream", match: { prefixes: ["ab", "c"] } }, ["ab-1", "c-1"]],
    ["an expression over streams", { on: "stream", match: { regex: "^[^$].*-1$" } }, ["ab-1", "b-1", "c-1"]],
    ["prefixes of types", { on: "type", match: { prefixes: ["Re"] } }, ["b-1"]],
    ["an expression over types", { on: "type", match: { regex: "^[^$]" } }, ["ab-1", "b-1", "c-1"]],
  ] as const)("is filtered by %s", (_, filter, streams) => {
    const mixed = newLog();
    granted(mixed.append("ab-1", several(1), "any"));
    granted(mixed.append("b-1", several(1, { type: "Received" }), "any"));
    granted(mixed.append("c-1", several(1), "any"));
    expect(everything(mixed, { filter }).map(({ stream }) => stream)).toEqual(streams);
  });
});
