import * as fc from "fast-check";
import { isLeft, left } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import type { ExpectedRevision } from "../../src/eventstoredb-double/log/event.js";
import { everything, granted, newLog, proposed, revisions, several } from "./model.js";

describe("an append to the double's log", () => {
  it("goes to the end of its stream, at positions that grow and leave gaps", () => {
    const log = newLog();
    expect(granted(log.append("a", several(2), "no_stream")).revision).toBe(1n);
    expect(granted(log.append("a", several(1), 1n)).revision).toBe(2n);
    const positions = everything(log).map(({ position }) => position);
    for (const [index, position] of positions.slice(1).entries())
      expect(position - (positions[index] ?? 0n)).toBeGreaterThan(1n);
    expect(granted(log.append("a", several(1), "any")).position).toBe(everything(log).at(-1)?.position);
  });

  it("is refused with the last revision where that is not what was expected", () => {
    const log = newLog();
    granted(log.append("a", several(2), "any"));
    for (const expected of ["no_stream", 0n, 5n] as const)
      expect(log.append("a", several(1), expected)).toEqual(
        left({ code: "WrongExpectedVersion", stream: "a", expected, actual: 1n }),
      );
    expect(log.append("b", several(1), "stream_exists")).toMatchObject({ left: { actual: "no_stream" } });
  });

  it("of nothing writes nothing, and holds to its expectation", () => {
    const log = newLog();
    const before = everything(log).length;
    expect(log.append("a", [], 5n)).toMatchObject({ left: { code: "WrongExpectedVersion" } });
    expect(log.append("a", [], "no_stream")).toMatchObject({ right: { revision: "no_stream" } });
    granted(log.append("a", several(2), "any"));
    expect(log.append("a", [], 1n)).toMatchObject({ right: { revision: 1n } });
    expect(log.append("a", [], 0n)).toMatchObject({ left: { code: "WrongExpectedVersion" } });
    expect(everything(log).length).toBe(before + 2);
  });

  const steps = fc.array(
    fc.record({
      stream: fc.constantFrom("a", "b"),
      count: fc.integer({ min: 1, max: 3 }),
      expected: fc.constantFrom<ExpectedRevision>("any", "no_stream", "stream_exists", 0n, 1n, 2n, 4n),
    }),
    { maxLength: 20 },
  );

  it("that names its slot may be repeated at any time: the first answer, and nothing written", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const log = newLog();
        const done = all.map(({ stream, count, expected }) => {
          const events = several(count);
          return { stream, events, expected, answer: log.append(stream, events, expected) };
        });
        const before = everything(log).length;
        for (const { stream, events, expected, answer } of done)
          if (!isLeft(answer) && (typeof expected === "bigint" || expected === "no_stream"))
            expect(log.append(stream, events, expected)).toEqual(answer);
        expect(everything(log).length).toBe(before);
      }),
    );
  });

  it("leaves no gap in the revisions of a stream, whatever was refused", () => {
    fc.assert(
      fc.property(steps, (all) => {
        const log = newLog();
        for (const { stream, count, expected } of all) log.append(stream, several(count), expected);
        for (const stream of ["a", "b"]) {
          const found = everything(log).filter((event) => event.stream === stream);
          expect(found.map(({ revision }) => revision)).toEqual(found.map((_, index) => BigInt(index)));
        }
      }),
    );
  });

  it("with any knows an id again only while no other stream has written it since", () => {
    const log = newLog();
    const event = proposed();
    granted(log.append("a", [event], "any"));
    expect(log.append("a", [event], "any")).toMatchObject({ right: { revision: 0n } });
    granted(log.append("b", [event], "any"));
    expect(log.append("a", [event], "any")).toMatchObject({ right: { revision: 1n } });
  });
});

describe("a stream of the double's log that is deleted", () => {
  it("is not found, continues at the next revision, and stays in the log", () => {
    const log = newLog();
    granted(log.append("a", several(2), "no_stream"));
    granted(log.softDelete("a", 1n));
    expect(revisions(log, "a")).toBe("StreamNotFound");
    expect(log.append("a", several(1), "stream_exists")).toEqual(left({ code: "StreamDeleted", stream: "a" }));
    expect(log.append("a", several(2), "no_stream")).toMatchObject({ right: { revision: 3n } });
    expect(revisions(log, "a")).toEqual([2n, 3n]);
    expect(everything(log).filter(({ stream }) => stream === "a").length).toBe(4);
  });

  it("is not there to be deleted where nothing was appended", () => {
    const absent = { left: { code: "WrongExpectedVersion", actual: "no_stream" } };
    expect(newLog().softDelete("a", "any")).toMatchObject(absent);
  });

  it("takes nothing more once it is closed, and says so in the log", () => {
    const log = newLog();
    granted(log.append("a", several(1), "any"));
    granted(log.tombstone("a", "any"));
    const closed = left({ code: "StreamDeleted", stream: "a" });
    expect(log.append("a", several(1), "any")).toEqual(closed);
    expect(log.softDelete("a", "any")).toEqual(closed);
    expect(log.tombstone("a", "any")).toEqual(closed);
    expect(revisions(log, "a")).toBe("StreamDeleted");
    expect(everything(log).at(-1)).toMatchObject({ stream: "a", type: "$streamDeleted", revision: 2n ** 63n - 1n });
  });

  it("keeps the rest of its metadata when it comes back", () => {
    const log = newLog();
    granted(log.append("a", several(3), "any"));
    const deleted = { $tb: Number(2n ** 63n - 1n), owner: "x" };
    granted(log.append("$$a", [proposed({ type: "$metadata", data: Buffer.from(JSON.stringify(deleted)) })], "any"));
    expect(revisions(log, "a")).toBe("StreamNotFound");
    granted(log.append("a", several(1), 2n));
    expect(JSON.parse(Buffer.from(everything(log).at(-1)?.data ?? []).toString())).toEqual({ $tb: 3, owner: "x" });
  });
});
