import { dossierEvents } from "@motcua/core";
import { type EventStore, inMemoryEventStore, type RecordedEvent } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, expect, it, type TestContext } from "vitest";
import { checkLog, importLog } from "../src/index.js";
import { eventsOf, opened, reportOf, rightOf } from "./support/importing.js";
import { mapped } from "./support/mapping.js";
import { sharedData } from "./support/reading.js";

/** Imports a shared file by a mapping of the folder `mappings`. */
const importedBy = async (ctx: TestContext, path: string, mapping: string, store: EventStore, namespace?: string) => {
  const file = sharedData(path) ?? ctx.skip(`needs the data ${path}`);
  const checked = rightOf(await checkLog(await opened(file), mapped(mapping, namespace))());
  return rightOf(await importLog(store, checked)());
};

const isUnderstood = ({ type, data }: RecordedEvent): boolean => {
  const catalog: Readonly<Record<string, (typeof dossierEvents)["DossierReceived"]>> = dossierEvents;
  const schema = catalog[type];
  return schema !== undefined && !isLeft(schema.decode(data));
};

/** Counted from the same files by a program of its own; supplements up to the end of their case; in decimals: Python's `Decimal` and `datetime`. */
const BPIC15 = {
  1: {
    cases: 1199,
    closed: 956,
    events: 52217,
    onTime: { of: 129, onTime: 109 },
    fees: 895,
    sum: 199968900386,
    steps: { all: 3340, onTime: 3196 },
    supplements: { asked: 181, got: 148 },
    anomalies: {
      endedWithoutEnd: 104,
      openWithEnd: 364,
      amountNegative: 5,
      eventBeforeStart: 42,
      eventAfterEnd: 5843,
    },
  },
  2: {
    cases: 832,
    closed: 711,
    events: 44354,
    onTime: { of: 0, onTime: 0 },
    fees: 565,
    sum: 119307941385,
    steps: { all: 398, onTime: 390 },
    supplements: { asked: 102, got: 75 },
    anomalies: { endedWithoutEnd: 46, openWithEnd: 4, amountNegative: 2, eventBeforeStart: 52, eventAfterEnd: 1908 },
  },
  3: {
    cases: 1409,
    closed: 1260,
    events: 59681,
    onTime: { of: 23, onTime: 20 },
    fees: 821,
    sum: 237425254126,
    steps: { all: 3850, onTime: 2977 },
    supplements: { asked: 200, got: 153 },
    anomalies: { endedWithoutEnd: 82, openWithEnd: 14, amountNegative: 2, eventBeforeStart: 56, eventAfterEnd: 13035 },
  },
} as const;

const ofType = (events: ReadonlyArray<RecordedEvent>, type: string): ReadonlyArray<RecordedEvent> =>
  events.filter((event) => event.type === type);
const member = ({ data }: RecordedEvent, name: string): unknown => Reflect.get(data, name);

describe.each([1, 2, 3] as const)("municipality %i of BPI Challenge 2015, by a mapping alone", (n) => {
  const truth = BPIC15[n];

  it("gives every figure that was counted apart: cases, fees, steps, supplements, anomalies", async (ctx) => {
    const store = inMemoryEventStore();
    const path = `bpic15/BPIC15_${n}.xes.gz`;
    const summary = await importedBy(ctx, path, "bpic15", store, `m${n}`);
    expect([summary.dossiers, summary.anomalies]).toEqual([truth.cases, truth.anomalies]);
    const events = await eventsOf(store);
    expect(events.filter((event) => !isUnderstood(event))).toEqual([]);
    expect(ofType(events, "SourceEventRecorded")).toHaveLength(truth.events);

    const charges = ofType(events, "ChargeAssessed").map((each) =>
      Reflect.get(Object(member(each, "amount")), "minor"),
    );
    expect([charges.length, charges.reduce((sum, minor) => sum + minor, 0)]).toEqual([truth.fees, truth.sum]);

    const steps = ofType(events, "HandlerAssigned");
    const inTime = steps.filter((step) => step.occurredAt <= Reflect.get(Object(member(step, "due")), "instant"));
    expect({ all: steps.length, onTime: inTime.length }).toEqual(truth.steps);
    expect({
      asked: ofType(events, "SupplementRequested").length,
      got: ofType(events, "SupplementReceived").length,
    }).toEqual(truth.supplements);

    const { total } = await reportOf(store, { onTimeBy: "date" });
    const { early, onTime, late } = total.resolved;
    expect([total.received, total.resolved.total]).toEqual([truth.cases, truth.closed]);
    expect({ of: early + onTime + late, onTime: early + onTime }).toEqual(truth.onTime);

    expect(await importedBy(ctx, path, "bpic15", store, `m${n}`)).toMatchObject({ events: 0, skipped: truth.cases });
  }, 120_000);
});

describe("the three municipalities in one log", () => {
  it("keep apart the ids that two of them have", async (ctx) => {
    const store = inMemoryEventStore();
    const ids: string[] = [];
    for (const n of [1, 2, 3] as const) {
      const file = sharedData(`bpic15/BPIC15_${n}.xes.gz`) ?? ctx.skip(`needs the data bpic15/BPIC15_${n}.xes.gz`);
      const preset = mapped("bpic15", `m${n}`);
      const { dossiers } = rightOf(await checkLog(await opened(file), preset)());
      ids.push(...dossiers);
    }
    const own = ids.map((id) => id.slice(3));
    expect(new Set(own).size).toBeLessThan(own.length);
    expect(new Set(ids).size).toBe(1199 + 832 + 1409);
    expect(await eventsOf(store)).toEqual([]);
  }, 120_000);
});

describe("1,000 service requests of New York City, a row each", () => {
  it("gives the figures that were counted apart, with and without those that have no due date", async (ctx) => {
    const store = inMemoryEventStore();
    const summary = await importedBy(ctx, "nyc311/nyc311_1000_slim.csv.gz", "nyc311", store);
    expect(summary).toEqual({
      dossiers: 1000,
      events: 1000 + 986,
      skipped: 0,
      anomalies: { endBeforeStart: 10, openWithEnd: 17 },
    });
    const { total } = await reportOf(store);
    expect([total.received, total.resolved]).toEqual([
      1000,
      { total: 986, early: 0, onTime: 427, late: 479 - 427, noDeadline: 986 - 479 },
    ]);
    expect(total.rates.onTimeOfResolved).toBe(0.891441);
    const first = (await eventsOf(store))[0];
    expect(first?.occurredAt).toBe(Date.parse("2018-06-26T10:58:54-04:00"));
    expect((await eventsOf(store)).filter((event) => !isUnderstood(event))).toEqual([]);
  });
});
