import { type EventStore, inMemoryEventStore, MAX_EVENT_BYTES } from "@motcua/event-store";
import * as fc from "fast-check";
import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { exportNdjson } from "../src/index.js";
import { idSet } from "../src/ndjson/id-set.js";
import { rightOf } from "./support/importing.js";
import { logs } from "./support/logs.js";
import { importingNdjson, logOf, ndjsonOf, ndjsonSource } from "./support/ndjson.js";

describe("a log as NDJSON", () => {
  it("imports as the same log, whatever a store may hold", async () => {
    await fc.assert(
      fc.asyncProperty(logs, async (events) => {
        const original = inMemoryEventStore();
        // What the port does not take is not in a log.
        fc.pre(isRight(await original.restore(events)()));
        const text = await ndjsonOf(original);
        const copy = inMemoryEventStore();
        rightOf(await importingNdjson(copy, ndjsonSource(text))());
        expect(await logOf(copy)).toEqual(await logOf(original));
        expect(await ndjsonOf(copy)).toBe(text);
      }),
    );
  });

  it("has its members in one order, and times as ISO 8601 in UTC with milliseconds", async () => {
    const store = inMemoryEventStore({ clock: () => Date.UTC(2018, 0, 2, 0, 40, 8, 5) });
    await store.append("note-1", [{ ...EVENT, data: { b: 1, a: [2] } }], "none")();
    expect(await ndjsonOf(store)).toBe(
      '{"stream":"note-1","version":1,"id":"01600f96-5a80-7ffe-bfff-ffe0ff400541","type":"Noted","schemaVersion":1,"occurredAt":"2018-01-02T00:40:07.000Z","recordedAt":"2018-01-02T00:40:08.005Z","data":{"b":1,"a":[2]},"meta":{}}\n',
    );
  });

  it("holds the largest event there can be", async () => {
    const store = inMemoryEventStore();
    const data = { text: "\u0001".repeat((MAX_EVENT_BYTES - 20) / 6) };
    rightOf(await store.append("note-1", [{ ...EVENT, data }], "none")());
    const copy = inMemoryEventStore();
    rightOf(await importingNdjson(copy, ndjsonSource(await ndjsonOf(store)))());
    expect((await logOf(copy))[0]?.data).toEqual(data);
  });
});

it("a page is read when the one before it has been taken, and not sooner", async () => {
  const store = await filled(2_500);
  let reads = 0;
  const counting: Pick<EventStore, "readAll"> = {
    readAll: (query) => {
      reads += 1;
      return store.readAll(query);
    },
  };
  let taken = 0;
  for await (const page of exportNdjson(counting)) {
    taken += 1;
    expect([reads, rightOf(page).events]).toEqual([taken, taken < 3 ? 1_000 : 500]);
  }
  expect(taken).toBe(3);
});

describe("importing", () => {
  it("the same file again changes nothing, and an interrupted import goes on where it was", async () => {
    const original = await filled(5_000);
    const source = ndjsonSource(await ndjsonOf(original));
    const store = inMemoryEventStore();
    const half = (await logOf(original)).slice(0, 2_345);
    rightOf(await store.restore(half)());
    expect(await importingNdjson(store, source)()).toMatchObject({ right: { events: 5_000 - 2_345 } });
    expect(await importingNdjson(store, source)()).toMatchObject({ right: { events: 0 } });
    expect(await logOf(store)).toEqual(await logOf(original));
  });

  it("what was recorded since stays", async () => {
    const original = await filled(10);
    const text = await ndjsonOf(original);
    await original.append("note-0", [{ ...EVENT, id: "01600f96-5a80-7ffe-bfff-000000000000" }], "any")();
    expect(await importingNdjson(original, ndjsonSource(text))()).toMatchObject({ right: { events: 0 } });
    expect(await original.head()).toMatchObject({ right: { events: 11 } });
  });

  it("leaves a log alone that holds anything else, and names the first event that differs", async () => {
    const original = await filled(10);
    const source = ndjsonSource((await ndjsonOf(original)).replace('{"n":6}', '{"n":60}'));
    expect(await importingNdjson(original, source)()).toMatchObject({
      left: { code: "LogHoldsOther", file: "log.ndjson", line: 7, given: { stream: "note-0" } },
    });
    const other = inMemoryEventStore();
    await other.append("note-9", [EVENT], "none")();
    expect(await importingNdjson(other, ndjsonSource(await ndjsonOf(original)))()).toMatchObject({
      left: { code: "LogHoldsOther", line: 1, found: { stream: "note-9" } },
    });
    expect(await other.head()).toMatchObject({ right: { events: 1 } });
  });
});

it("a set of ids is a set", () => {
  const id = (n: number) =>
    `01600f96-5a80-7${n.toString(16).padStart(3, "0")}-8000-${n.toString(16).padStart(12, "0")}`;
  const ids = idSet();
  for (let n = 0; n < 4_000; n++) expect([n, ids.add(id(n))]).toEqual([n, true]);
  for (let n = 0; n < 4_000; n++) expect([n, ids.add(id(n))]).toEqual([n, false]);
});

const EVENT = {
  id: "01600f96-5a80-7ffe-bfff-ffe0ff400541",
  type: "Noted",
  schemaVersion: 1,
  occurredAt: Date.UTC(2018, 0, 2, 0, 40, 7),
  data: {},
  meta: {},
};

/** A log of so many events in three streams. */
const filled = async (count: number) => {
  const store = inMemoryEventStore();
  for (let n = 0; n < count; n++) {
    const id = `01600f96-5a80-7000-8000-${n.toString(16).padStart(12, "0")}`;
    rightOf(await store.append(`note-${n % 3}`, [{ ...EVENT, id, data: { n } }], "any")());
  }
  return store;
};
