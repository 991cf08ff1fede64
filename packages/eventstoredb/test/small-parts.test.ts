import { type CheckedEvent, type Cursor, type KeptEvent, keepEvents, START } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { MAX_APPEND_BYTES, overflowAt } from "../src/append-size.js";
import { batchOf } from "../src/batch.js";
import { cursorOf, laterOf, positionOf } from "../src/cursor.js";
import { failure, faultOf, silence } from "../src/failure.js";
import { serverFilter, subscriptionFilter, wantedBy } from "../src/log-filter.js";
import { makeRecent } from "../src/recent.js";
import { revisionAt, versionAt } from "../src/revision.js";
import { streamNames } from "../src/stream-name.js";
import { fromWire, isOurs, toWire, type WrittenEvent, writtenOut } from "../src/wire-event.js";
import { wireIds } from "../src/wire-id.js";
import { newEvent, successOf } from "./support/events.js";

const kept = (part: Parameters<typeof newEvent>[0] = {}): KeptEvent => {
  const [event] = successOf(keepEvents("a-1", [newEvent(part)]));
  if (event === undefined) throw new Error("no event");
  return event;
};
const checked = (part: Parameters<typeof newEvent>[0] = {}): WrittenEvent => writtenOut(kept(part));

describe("the ids on the wire", () => {
  const event = checked({ data: { name: "Hồ sơ 👩‍👩‍👧‍👦", n: 1 }, meta: { actor: "officer-1" } });
  const next = checked();
  const idsOf = (...events: CheckedEvent[]) => events.map((_, index) => wireIds(events)(index));

  it("are UUIDs that the same append has again", () => {
    const ids = idsOf(event, next);
    expect(ids).toEqual(idsOf({ ...event }, { ...next }));
    expect(new Set(ids).size).toBe(2);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
  it("are all other ones when anything in one of the events is", () => {
    const others: ReadonlyArray<Partial<CheckedEvent>> = [
      { id: checked().id },
      { type: "Other" },
      { schemaVersion: 2 },
      { occurredAt: 0 },
      { data: "{}" },
      { meta: "{}" },
    ];
    const ids = [{}, ...others].flatMap((other) => idsOf(next, { ...event, ...other }));
    expect(new Set(ids).size).toBe(ids.length);
  });
  it("are other ones when an append has fewer events, or the same in another order", () => {
    const ids = [idsOf(event), idsOf(event, next), idsOf(next, event)].flat();
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("an event on the wire", () => {
  const event = kept({ data: { a: [1] }, meta: { b: "ữ" } });
  const sent = (recordedAt?: number) => toWire("id", { ...writtenOut(event), recordedAt });
  const stored = (recordedAt?: number) => {
    const { id, type, data, metadata } = sent(recordedAt);
    return {
      ...{ id, type, data, streamId: "x.a-1", revision: 4n, created: new Date(5) },
      metadata: JSON.parse(new TextDecoder().decode(metadata)),
    };
  };

  it("comes back as it was, with the server's time", () => {
    expect(isOurs(stored())).toBe(true);
    expect(successOf(fromWire("a-1", stored()))).toEqual({
      ...event,
      data: { a: [1] },
      meta: { b: "ữ" },
      stream: "a-1",
      version: 5,
      recordedAt: 5,
    });
  });
  it("of a log that was moved comes back with the time of the first store", () => {
    expect(successOf(fromWire("a-1", stored(7))).recordedAt).toBe(7);
  });
  it("has its metadata as bytes, which the clients pass on only if they are exactly that", () => {
    expect(sent().metadata.constructor).toBe(Uint8Array);
  });
  it("that is no event of ours is told apart: the server's, a link, another program's, a broken one", () => {
    for (const other of [
      { type: "$metadata" },
      { streamId: "$$a-1" },
      { type: "$>" },
      { metadata: undefined },
      { metadata: [] },
    ])
      expect(isOurs({ ...stored(), ...other })).toBe(false);
    for (const broken of [
      { data: "text" },
      { data: new Uint8Array(1) },
      { metadata: { ...stored().metadata, motcua: 2 } },
      { metadata: { motcua: 1 } },
    ])
      expect(isLeft(fromWire("a-1", { ...stored(), ...broken }))).toBe(true);
  });
});

describe("one append", () => {
  it("is refused at the event that takes it over the limit, and at no other", () => {
    const big = Array.from({ length: 5 }, () => ({ data: { text: "x".repeat(250_000) } }));
    const events = big.map(checked);
    expect(
      overflowAt(
        events,
        events.map((event) => toWire("id", event)),
      ),
    ).toBe(4);
    expect(
      overflowAt(
        events.slice(0, 4),
        events.map((event) => toWire("id", event)),
      ),
    ).toBe(undefined);
    expect(batchOf("a-1", big.map(kept))).toMatchObject({
      left: { reason: "appendTooLarge", index: 4, stream: "a-1" },
    });
  });
  it("counts bytes, not characters, and many small events", () => {
    const wide = Array.from({ length: 5 }, () => checked({ data: { text: "ế".repeat(83_000) } }));
    expect(
      overflowAt(
        wide,
        wide.map((event) => toWire("id", event)),
      ),
    ).toBe(4);
    const small = Array.from({ length: 8_000 }, () => checked());
    const index =
      overflowAt(
        small,
        small.map((event) => toWire("id", event)),
      ) ?? 0;
    expect(index).toBeGreaterThan(4_000);
    const bytes = small
      .slice(0, index)
      .reduce((sum, event) => sum + event.data.length + toWire("id", event).metadata.length, 0);
    expect(bytes).toBeLessThan(MAX_APPEND_BYTES);
  });
});

describe("versions and revisions", () => {
  it("count from 1 and from 0, and both know that there is no stream", () => {
    expect([0, 1, 2, 2 ** 53 - 1].map(revisionAt)).toEqual(["no_stream", 0n, 1n, 2n ** 53n - 2n]);
    expect([revisionAt(0), revisionAt(1), revisionAt(9)].map(versionAt)).toEqual([0, 1, 9]);
  });
});

describe("a cursor", () => {
  it("is a position with both its parts, beyond the numbers of JavaScript too", () => {
    for (const position of [
      { commit: 0n, prepare: 0n },
      { commit: 2n ** 62n + 1n, prepare: 2n ** 62n },
    ])
      expect(successOf(positionOf(cursorOf(position)))).toEqual(position);
    expect([cursorOf(undefined), successOf(positionOf(START))]).toEqual([START, undefined]);
  });
  it("of another kind is refused", () => {
    for (const cursor of [
      "1",
      "1/",
      "/1",
      "01/1",
      "1/1/1",
      "-1/1",
      " 1/1",
      "1/1\n",
      `${2n ** 63n}/0`,
      `0/${10n ** 20n}`,
    ])
      expect(isLeft(positionOf(cursor as Cursor))).toBe(true);
  });
  it("moves only forward", () => {
    const [one, two] = [1n, 2n].map((commit) => ({ commit, prepare: commit }));
    expect([laterOf(one, two), laterOf(two, one), laterOf(undefined, one), laterOf(one, undefined)]).toEqual([
      two,
      two,
      one,
      one,
    ]);
  });
});

describe("a client's error", () => {
  it.each([
    [
      { type: "wrong-expected-version", actualVersion: 3n },
      { kind: "conflict", actual: 3n },
    ],
    [
      { type: "wrong-expected-version", actualState: "no_stream" },
      { kind: "conflict", actual: "no_stream" },
    ],
    [
      { type: "wrong-expected-version", actualVersion: -1n },
      { kind: "conflict", actual: "no_stream" },
    ],
    [{ type: "stream-not-found" }, { kind: "absent" }],
    [{ type: "stream-deleted", code: 9 }, { kind: "deleted" }],
    [{ type: "access-denied" }, { kind: "denied" }],
    [{ code: 7 }, { kind: "denied" }],
    [{ type: "maximum-append-size-exceeded", code: 3 }, { kind: "tooLarge" }],
    [{ type: "not-leader", code: 5 }, { kind: "notLeader" }],
    [{ type: "unavailable" }, { kind: "transient" }],
    [{ code: 14 }, { kind: "transient" }],
    [{ type: "cancelled" }, { kind: "transient" }],
    [{ type: "unknown", message: "Server Is Not Ready" }, { kind: "transient" }],
    [{ type: "unknown", message: "Server Is Busy" }, { kind: "transient" }],
    [silence(5), { kind: "transient" }],
    [{ type: "unknown", code: 2 }, { kind: "unknown" }],
    ["text", { kind: "unknown" }],
    [undefined, { kind: "unknown" }],
  ])("%o means %o", (cause, fault) => {
    expect(faultOf(cause)).toEqual(fault);
  });
  it("becomes one of the port, which keeps it and repeats nothing of its text", () => {
    const cause = Object.assign(new Error("Nguyễn Văn A"), { type: "unavailable" });
    expect(failure(cause, true)).toEqual({ code: "StoreUnavailable", inDoubt: true, detail: "unavailable", cause });
    expect(failure({ code: 16 }).code).toBe("AccessDenied");
    expect(failure({ type: "stream-deleted" }).code).toBe("StoreDamaged");
  });
});

describe("a filter", () => {
  const names = streamNames("ns");
  it("lets through at the server all that is wanted", () => {
    expect(serverFilter({ types: ["A", "B", "A"], categories: ["c"] }, names)).toMatchObject({
      filterOn: "eventType",
      prefixes: ["A", "B"],
    });
    expect(serverFilter({ categories: ["c", ""] }, names)).toMatchObject({
      filterOn: "streamName",
      prefixes: ["ns.c", "ns.-"],
    });
    expect(serverFilter({}, names)).toMatchObject({ prefixes: ["ns."] });
    expect(serverFilter({}, streamNames(undefined))).toBe(undefined);
    expect(subscriptionFilter({ types: [] }, names)).toMatchObject({ regex: "^[^$]" });
  });
  it("decides here", () => {
    const wanted = wantedBy({ types: ["A"], categories: ["c"] });
    expect([wanted("c-1", "A"), wanted("c2-1", "A"), wanted("c-1", "AB"), wanted("c", "A")]).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
});

describe("a memory of what was recent", () => {
  it("forgets what was not used for the longest time", () => {
    const recent = makeRecent<number>(2);
    recent.set("a", 1);
    recent.set("b", 2);
    recent.get("a");
    recent.set("c", 3);
    expect(["a", "b", "c"].map(recent.get)).toEqual([1, undefined, 3]);
  });
});
