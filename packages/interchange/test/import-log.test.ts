import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { type EventStore, inMemoryEventStore, type RecordedEvent } from "@motcua/event-store";
import { left } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { checkLog, importLog, receipt } from "../src/index.js";
import {
  contentOf,
  csvSource,
  eventsOf,
  failingAfter,
  imported,
  importing,
  opened,
  reportOf,
  rightOf,
} from "./support/importing.js";
import { ABSENT, sharedData, withFile } from "./support/reading.js";

const HEADER =
  "case:concept:name,case:startdate,case:enddate,case:deadline,case:department,case:channel,concept:name,time:timestamp,org:resource,org:group";
const DAY = { start: "2024-01-02 08:00:00+07:00", end: "2024-01-09 08:00:00+07:00", due: "2024-01-12 08:00:00+07:00" };

interface RowOptions {
  readonly deadline?: string;
  readonly end?: string;
  readonly resource?: string;
  readonly unit?: string;
  readonly activity?: string;
}

/** The event of a case on a day of January 2024. */
const row = (id: string, day: number, options: RowOptions = {}): string => {
  const { deadline = DAY.due, end = DAY.end, resource = "Lan", unit = `G${day}`, activity = `Step ${day}` } = options;
  const at = `2024-01-${String(day).padStart(2, "0")} 09:00:00+07:00`;
  return [id, DAY.start, end, deadline, "General", "Desk", activity, at, resource, unit].join(",");
};
const log = (...rows: ReadonlyArray<string>): string => `${[HEADER, ...rows].join("\n")}\n`;
const range = (length: number): ReadonlyArray<number> => Array.from({ length }, (_, n) => n);

const importingText = (store: EventStore, text: string) => importing(store, csvSource(text))();

/** What happened in each stream, whatever its order and the place in the file. */
const factsOf = async (store: EventStore): Promise<ReadonlyMap<string, ReadonlyArray<string>>> => {
  const fact = ({ type, occurredAt, data }: RecordedEvent): string =>
    JSON.stringify([occurredAt, type, { ...data, ordinal: null }]);
  const streams = new Map<string, string[]>();
  for (const event of await eventsOf(store)) {
    streams.set(event.stream, [...(streams.get(event.stream) ?? []), fact(event)]);
  }
  return new Map([...streams].sort().map(([stream, facts]) => [stream, facts.sort()]));
};

describe("an imported dossier", () => {
  it("is received, then worked on, and ends where it ended", async () => {
    const store = inMemoryEventStore();
    const summary = await imported(store, csvSource(log(row("c1", 3), row("c1", 5), row("c1", 11))));
    expect(summary).toEqual({ dossiers: 1, events: 6, skipped: 0, anomalies: { eventAfterEnd: 1 } });
    expect((await eventsOf(store)).map(({ type, data }) => [type, "activity" in data ? data.activity : null])).toEqual([
      ["DossierReceived", null],
      ["SourceEventRecorded", "Step 3"],
      ["SourceEventRecorded", "Step 5"],
      ["DossierResolved", null],
      ["ResultReturned", null],
      ["SourceEventRecorded", "Step 11"],
    ]);
  });

  it("ends after what happened at that very instant, which is not odd", async () => {
    const store = inMemoryEventStore();
    const atTheEnd = row("c1", 9, { end: "2024-01-09 09:00:00+07:00" });
    expect((await imported(store, csvSource(log(atTheEnd)))).anomalies).toEqual({});
    expect((await eventsOf(store)).map(({ type }) => type)).toEqual([
      "DossierReceived",
      "SourceEventRecorded",
      "DossierResolved",
      "ResultReturned",
    ]);
  });

  it("without a date of reception has a history but was never received", async () => {
    const store = inMemoryEventStore();
    const text = log(row("c1", 3), row("c1", 4)).replaceAll(DAY.start, "");
    expect((await imported(store, csvSource(text))).anomalies).toEqual({ noReceptionDate: 1 });
    expect((await reportOf(store)).total.received).toBe(0);
    expect(await eventsOf(store)).toHaveLength(4);
  });
});

describe("a file with a fault", () => {
  const good = range(3_000).map((n) => row(`c${n}`, 3));

  it.each([
    ["an impossible time in its last row", log(...good, row("last", 3).replace("01-03", "02-30")), "ValueInvalid"],
    ["a quote that is not closed", `${log(...good)}"`, "Malformed"],
    ["a field too many in its last row", log(...good, `${row("last", 3)},`), "StructureInvalid"],
  ])("%s: nothing is written", async (_what, text, code) => {
    const store = inMemoryEventStore();
    expect(await importingText(store, text)).toMatchObject(left({ code, line: 3_002 }));
    expect(await eventsOf(store)).toEqual([]);
  });

  it("a date of a case that is text in XES: nothing is written, and it is named", async () => {
    const xes = (start: string): string =>
      `<trace><string key="concept:name" value="c1"/>${start}<event><string key="concept:name" value="a"/><date key="time:timestamp" value="2024-01-02T08:00:00Z"/></event></trace>`;
    const text = `<log>\n${xes("")}\n${xes('<string key="startdate" value="soon"/>')}\n</log>`;
    const store = inMemoryEventStore();
    const result = await importing(store, { ...csvSource(text), format: "xes" })();
    expect(result).toMatchObject(left({ code: "ValueInvalid", line: 3, column: "startdate", found: '"soon"' }));
    expect(await eventsOf(store)).toEqual([]);
  });

  it.each([
    ["an event too large for a store", row("last", 3, { activity: "x".repeat(300_000) }), "tooLarge"],
    ["a case id too long for a stream", row("x".repeat(500), 3), "badStreamName"],
    ["a case id with a line end", row('"a\nb"', 3), "badStreamName"],
  ])("%s: nothing is written", async (_what, last, reason) => {
    const store = inMemoryEventStore();
    expect(await importingText(store, log(...good, last))).toMatchObject(left({ code: "EventRefused", reason }));
    expect(await eventsOf(store)).toEqual([]);
  });

  it("a gzip that is cut: nothing is written", async (ctx) => {
    const xes = sharedData("receipt/receipt.xes.gz");
    const csv = sharedData("receipt/receipt.csv.gz");
    if (xes === null || csv === null) return ctx.skip(ABSENT);
    for (const file of [xes, csv]) {
      await withFile(file.slice(file.lastIndexOf("/") + 1), readFileSync(file).subarray(0, -9), async (cut) => {
        const store = inMemoryEventStore();
        expect(await importing(store, await opened(cut))()).toMatchObject(left({ code: "GzipDamaged" }));
        expect(await eventsOf(store)).toEqual([]);
      });
    }
  });
});

describe("checking alone", () => {
  it("says what would come in", async () => {
    const store = inMemoryEventStore();
    const source = csvSource(log(row("c1", 3), row("c2", 3), row("c1", 11), row("c2", 4)));
    const { dossiers, events, anomalies } = rightOf(await checkLog(source, receipt)());
    expect(await imported(store, source)).toEqual({ dossiers: dossiers.size, events, anomalies, skipped: 0 });
  });
});

describe("an import that was interrupted", () => {
  it.each([0, 1, 700, 1_433])("after %i appends goes on to the very same log", async (appends) => {
    const source = csvSource(log(...range(1_434).flatMap((n) => [row(`c${n}`, 3), row(`c${n}`, 5)])));
    const [whole, broken] = [inMemoryEventStore(), inMemoryEventStore()];
    const first = await imported(whole, source);

    const stopped = await importing(failingAfter(broken, appends), source)();
    expect(stopped).toMatchObject(left({ code: "StoreUnavailable" }));
    const written = (await eventsOf(broken)).length;
    expect(written).toBe(appends * 5);

    const resumed = await imported(broken, source);
    expect(resumed).toEqual({ ...first, events: first.events - written, skipped: appends });
    expect(await contentOf(broken)).toEqual(await contentOf(whole));
  });

  it("goes on with the receipt log too", async (ctx) => {
    const file = sharedData("receipt/receipt.csv.gz");
    if (file === null) return ctx.skip(ABSENT);
    const source = await opened(file);
    const [whole, broken] = [inMemoryEventStore(), inMemoryEventStore()];
    await imported(whole, source);
    expect(await importing(failingAfter(broken, 717), source)()).toMatchObject(left({ code: "StoreUnavailable" }));
    expect(await contentOf(broken)).not.toEqual(await contentOf(whole));
    await imported(broken, source);
    expect(await contentOf(broken)).toEqual(await contentOf(whole));
  });
});

describe("a CSV file that does not keep its cases together", () => {
  const PAIRS = 400;
  const ids = range(PAIRS).map((n) => [`a${n}`, `b${n}`] as const);
  const days = [3, 5, 8, 11];
  const together = log(...ids.flatMap(([a, b]) => [...days.map((d) => row(a, d)), ...days.map((d) => row(b, d))]));
  const inTurns = log(...ids.flatMap(([a, b]) => days.flatMap((day) => [row(a, day), row(b, day)])));
  /** All first rows, then all second rows: the parts of a case come in different batches. */
  const farApart = log(...days.flatMap((day) => ids.flat().map((id) => row(id, day))));

  it.each([
    ["in turns", inTurns],
    ["far apart", farApart],
  ])("gives the same facts: %s", async (_how, text) => {
    const [one, other] = [inMemoryEventStore(), inMemoryEventStore()];
    const expected = await imported(one, csvSource(together));
    expect(await imported(other, csvSource(text))).toEqual(expected);
    expect(await factsOf(other)).toEqual(await factsOf(one));
    const query = { by: ["unit", "month"] } as const;
    expect(await reportOf(other, query)).toEqual(await reportOf(one, query));
  });

  it.each([
    ["in turns", inTurns],
    ["far apart", farApart],
  ])("changes nothing when it is imported again: %s", async (_how, text) => {
    const store = inMemoryEventStore();
    const first = await imported(store, csvSource(text));
    const events = await eventsOf(store);
    expect(await imported(store, csvSource(text))).toEqual({ ...first, events: 0, skipped: 2 * PAIRS });
    expect(await eventsOf(store)).toEqual(events);
  });

  it("counts what is odd about a case once, and about its events each time", async () => {
    const text = log(...["c1", "c2", "c1", "c2"].map((id) => row(id, 11, { end: "2024-01-01 08:00:00+07:00" })));
    const { anomalies } = await imported(inMemoryEventStore(), csvSource(text));
    expect(anomalies).toEqual({ endBeforeStart: 2, eventAfterEnd: 4 });
  });

  it("and contradicts itself about a deadline: the first stays, the others are counted", async () => {
    const store = inMemoryEventStore();
    const later = { deadline: "2024-01-20 08:00:00+07:00" };
    const { anomalies } = await imported(store, csvSource(log(row("c1", 3), row("c1", 5, later))));
    expect(anomalies).toEqual({ differsFromStored: 1 });
    expect((await eventsOf(store))[0]?.data).toMatchObject({
      promisedDue: { kind: "instant", instant: Date.parse("2024-01-12T01:00:00Z") },
    });
  });

  it("resumes: a dossier that only got a part is not one that was there already", async () => {
    const store = inMemoryEventStore();
    await imported(store, csvSource(log(row("c1", 3), row("c2", 3))));
    const summary = await imported(store, csvSource(log(row("c1", 3), row("c2", 3), row("c1", 5))));
    expect(summary).toEqual({ dossiers: 2, events: 1, skipped: 1, anomalies: {} });
  });

  it("gives the receipt log's facts and figures, its rows dealt out among pairs of cases", async (ctx) => {
    const file = sharedData("receipt/receipt.csv.gz");
    if (file === null) return ctx.skip(ABSENT);
    const text = gunzipSync(readFileSync(file)).toString();
    const [header = "", ...rows] = text.trimEnd().split(/\r?\n/);
    const [one, other] = [inMemoryEventStore(), inMemoryEventStore()];
    const expected = await imported(one, csvSource(text));
    expect(await imported(other, csvSource([header, ...dealt(rows)].join("\n")))).toEqual(expected);
    expect(await factsOf(other)).toEqual(await factsOf(one));
    const query = { by: ["agency", "channel"] } as const;
    expect(await reportOf(other, query)).toEqual(await reportOf(one, query));
  });
});

/** The rows of each two neighbouring cases, in turns. */
const dealt = (rows: ReadonlyArray<string>): ReadonlyArray<string> => {
  const byCase = Map.groupBy(rows, (line) => line.split(",", 1)[0]);
  const cases = [...byCase.values()];
  return cases.flatMap((own, n) => {
    if (n % 2 === 1) return [];
    const next = cases[n + 1] ?? [];
    return range(Math.max(own.length, next.length)).flatMap((at) =>
      [own[at], next[at]].filter((one) => one !== undefined),
    );
  });
};

describe("a source that has changed since", () => {
  it("is reported, and what is stored stays", async () => {
    const store = inMemoryEventStore();
    await imported(store, csvSource(log(row("c1", 3), row("c2", 3))));
    const before = await eventsOf(store);
    const changed = row("c1", 3, { deadline: "2024-01-20 08:00:00+07:00" });
    expect(await imported(store, csvSource(log(changed, row("c2", 3, { resource: "Minh" }))))).toEqual({
      dossiers: 2,
      events: 0,
      skipped: 2,
      anomalies: { differsFromStored: 2 },
    });
    expect(await eventsOf(store)).toEqual(before);
  });

  it("in when something happened is reported too", async () => {
    const store = inMemoryEventStore();
    await imported(store, csvSource(log(row("c1", 3))));
    const before = await eventsOf(store);
    const changed = row("c1", 3).replace("09:00", "10:00");
    expect((await imported(store, csvSource(log(changed)))).anomalies).toEqual({ differsFromStored: 1 });
    expect(await eventsOf(store)).toEqual(before);
  });

  it("appends what is new, such as the end of a case that was open", async () => {
    const store = inMemoryEventStore();
    await imported(store, csvSource(log(row("c1", 3, { end: "" }))));
    expect(await imported(store, csvSource(log(row("c1", 3), row("c1", 5))))).toMatchObject({
      events: 3,
      anomalies: {},
    });
    expect((await reportOf(store)).total).toMatchObject({ received: 1, resolved: { total: 1 } });
  });
});

describe("a store that others write to meanwhile", () => {
  const source = csvSource(log(row("c1", 3), row("c1", 5)));
  /** Before each append, as long as there are some, somebody appends this many of its events. */
  const busy = (store: EventStore, others: number[]): EventStore => ({
    ...store,
    append: (stream, events, expected) => async () => {
      const { length } = await eventsOf(store);
      await store.append(stream, events.slice(0, others.shift() ?? 0), length)();
      return store.append(stream, events, expected)();
    },
  });

  it.each([[[1]], [[2, 1]], [[1, 1, 1]], [[5]]])("is read again after a conflict: %j", async (others) => {
    const [store, whole] = [inMemoryEventStore(), inMemoryEventStore()];
    expect(await imported(busy(store, [...others]), source)).toMatchObject({ dossiers: 1 });
    await imported(whole, source);
    expect(await contentOf(store)).toEqual(await contentOf(whole));
  });

  it("keeps what others said", async () => {
    const store = inMemoryEventStore();
    const other = { id: randomUUID(), type: "Other", schemaVersion: 1, occurredAt: 0, data: {}, meta: {} };
    let turns = 0;
    const turning: EventStore = {
      ...store,
      append: (stream, events, expected) => async () => {
        if (turns++ === 0) await store.append(stream, [other], "any")();
        return store.append(stream, events, expected)();
      },
    };
    expect(await imported(turning, source)).toMatchObject({ dossiers: 1, events: 5 });
    expect((await eventsOf(store)).map(({ type }) => type).slice(0, 2)).toEqual(["Other", "DossierReceived"]);
  });

  it("that never come to rest is given up", async () => {
    const store: EventStore = {
      ...inMemoryEventStore(),
      append: (stream, _events, expected) => async () => left({ code: "VersionConflict", stream, expected, actual: 9 }),
    };
    expect(await importing(store, source)()).toMatchObject(left({ code: "VersionConflict" }));
  });
});

describe("progress", () => {
  it("tells of checking, then of writing against what was found", async () => {
    const [checking, writing]: [number[], [number, number][]] = [[], []];
    const rows = range(1_000).map((n) => row(`c${n}`, 3));
    const checked = rightOf(await checkLog(csvSource(log(...rows)), receipt, (cases) => checking.push(cases))());
    await importLog(inMemoryEventStore(), checked, (cases, of) => writing.push([cases, of]))();
    expect(checking.at(-1)).toBe(1_000);
    expect(writing).toEqual(checking.map((cases) => [cases, 1_000]));
  });
});
