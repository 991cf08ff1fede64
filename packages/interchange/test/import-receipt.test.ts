import { readFileSync } from "node:fs";
import { dossierEvents, type IndicatorsReport, MINUTE } from "@motcua/core";
import { type EventStore, inMemoryEventStore } from "@motcua/event-store";
import { isRight, left } from "fp-ts/lib/Either.js";
import { describe, expect, it, type TestContext } from "vitest";
import { AMSTERDAM, contentOf, eventsOf, imported, opened, reportOf } from "./support/importing.js";
import { ABSENT, sharedData } from "./support/reading.js";

/** The part of `truth.json` that speaks of what an import and the indicators tell. */
interface Truth {
  readonly log: { readonly cases: number; readonly events: number; readonly as_of: string };
  readonly received_by_month: Readonly<Record<string, number>>;
  readonly closed_by_month: Readonly<Record<string, number>>;
  readonly on_time: {
    readonly all: OnTime;
    readonly by_department: Readonly<Record<string, OnTime>>;
    readonly by_channel: Readonly<Record<string, OnTime>>;
  };
  readonly throughput_days: {
    readonly start_to_end: Throughput;
    readonly start_to_end_by_department: Readonly<Record<string, Throughput>>;
  };
  readonly open_at_month_end: Readonly<Record<string, number>>;
  readonly open_overdue_at_month_end: Readonly<Record<string, number>>;
  readonly transfers: Readonly<Record<"org:resource" | "org:group", { readonly total: number }>>;
  readonly activity_counts: Readonly<Record<string, number>>;
  readonly dirt: Readonly<
    Record<"enddate_before_startdate" | "event_before_startdate" | "event_after_enddate", number>
  >;
}

interface OnTime {
  readonly cases: number;
  readonly closed: number;
  readonly on_time: number;
  readonly late: number;
  readonly on_time_rate: number | null;
  readonly on_time_by_local_date: number;
  readonly open: number;
  readonly open_overdue_as_of: number;
}

interface Throughput {
  readonly median: number;
  readonly p90_nearest_rank: number;
}

const FILES = {
  xes: sharedData("receipt/receipt.xes.gz"),
  csv: sharedData("receipt/receipt.csv.gz"),
  truth: sharedData("receipt/truth.json"),
};

interface Log {
  readonly store: EventStore;
  readonly truth: Truth;
  readonly asOf: number;
}

const stores = new Map<string, Promise<EventStore>>();
const importedOnce = (file: string): Promise<EventStore> => {
  const known = stores.get(file) ?? importedAnew(file);
  stores.set(file, known);
  return known;
};
const importedAnew = async (file: string): Promise<EventStore> => {
  const store = inMemoryEventStore();
  await imported(store, await opened(file));
  return store;
};

const logOf = async (ctx: TestContext, format: "xes" | "csv"): Promise<Log> => {
  const file = FILES[format];
  if (file === null || FILES.truth === null) return ctx.skip(ABSENT);
  const truth: Truth = JSON.parse(readFileSync(FILES.truth, "utf8"));
  return { store: await importedOnce(file), truth, asOf: Date.parse(truth.log.as_of) };
};

type Figures = IndicatorsReport["groups"][number] | IndicatorsReport["total"];

const onTimeOf = ({ received, resolved, inProgress, rates }: Figures, byDate: Figures | undefined): OnTime => ({
  cases: received,
  closed: resolved.total,
  on_time: resolved.early + resolved.onTime,
  late: resolved.late,
  on_time_rate: rates.onTimeOfResolved,
  on_time_by_local_date: byDate === undefined ? Number.NaN : byDate.resolved.early + byDate.resolved.onTime,
  open: inProgress.total,
  open_overdue_as_of: inProgress.overdue,
});

const throughputOf = ({ throughputDays }: Figures) => throughputDays;
const truthOf = ({ median, p90_nearest_rank: p90 }: Throughput) => ({ median, p90 });

describe.each(["xes", "csv"] as const)(
  "the receipt log, imported from %s, gives the figures of the truth",
  (format) => {
    it("on time by instant and by date: of all, by department, by channel", async (ctx) => {
      const { store, truth, asOf } = await logOf(ctx, format);
      const report = await reportOf(store, { asOf });
      const byDate = await reportOf(store, { asOf, onTimeBy: "date" });
      expect(onTimeOf(report.total, byDate.total)).toEqual(truth.on_time.all);
      for (const [dimension, expected] of [
        ["agency", truth.on_time.by_department],
        ["channel", truth.on_time.by_channel],
      ] as const) {
        const [groups, dated] = [
          (await reportOf(store, { asOf, by: [dimension] })).groups,
          (await reportOf(store, { asOf, by: [dimension], onTimeBy: "date" })).groups,
        ];
        const found = groups.map((group, index) => [group.key[dimension], onTimeOf(group, dated[index])]);
        expect(Object.fromEntries(found)).toEqual(expected);
      }
    });

    it("received and closed in each month of the Dutch clock", async (ctx) => {
      const { store, truth } = await logOf(ctx, format);
      const { groups } = await reportOf(store, { from: "2010-10-01", to: "2012-02-01", by: ["month"] });
      const received = groups.map(({ key, received: number }) => [key.month, number]);
      expect(Object.fromEntries(received)).toEqual(truth.received_by_month);
      // A month counts the dossiers that are closed when it ends, of those that it had: all but what closed before it began.
      const closed = groups.map(({ key, resolved }) => [key.month, resolved.total]);
      expect(Object.fromEntries(closed)).toEqual(truth.closed_by_month);
    });

    it("open and overdue at the end of each month", async (ctx) => {
      const { store, truth } = await logOf(ctx, format);
      const asOf = Date.parse("2012-02-01T00:00:00+01:00");
      const { groups } = await reportOf(store, { from: "2010-10-01", to: "2012-02-01", asOf, by: ["month"] });
      const open = groups.map(({ key, inProgress }) => [key.month, inProgress.total]);
      expect(Object.fromEntries(open)).toEqual(truth.open_at_month_end);
      const overdue = groups.map(({ key, inProgress }) => [key.month, inProgress.overdue]);
      expect(Object.fromEntries(overdue)).toEqual(truth.open_overdue_at_month_end);
    });

    it("throughput, of all and by department", async (ctx) => {
      const { store, truth, asOf } = await logOf(ctx, format);
      const { total, groups } = await reportOf(store, { asOf, by: ["agency"] });
      expect(throughputOf(total)).toEqual(truthOf(truth.throughput_days.start_to_end));
      expect(Object.fromEntries(groups.map((group) => [group.key.agency, throughputOf(group)]))).toEqual(
        Object.fromEntries(
          Object.entries(truth.throughput_days.start_to_end_by_department).map(([name, days]) => [name, truthOf(days)]),
        ),
      );
    });

    it("transfers between handlers and between units", async (ctx) => {
      const { store, truth } = await logOf(ctx, format);
      const { transfers } = (await reportOf(store, { from: "2010-01-01" })).total;
      expect([truth.transfers["org:resource"].total, truth.transfers["org:group"].total]).toEqual([1208, 5440]);
      expect(transfers).toEqual({ handler: 1208, unit: 5440 });
    });

    it("every event of the source, by activity", async (ctx) => {
      const { store, truth } = await logOf(ctx, format);
      const counts: Record<string, number> = {};
      const ordinals = new Set<unknown>();
      for (const { type, data } of await eventsOf(store)) {
        if (type !== "SourceEventRecorded" || !("activity" in data && "ordinal" in data)) continue;
        counts[String(data.activity)] = (counts[String(data.activity)] ?? 0) + 1;
        ordinals.add(data.ordinal);
      }
      expect(counts).toEqual(truth.activity_counts);
      expect([ordinals.size, truth.log.events]).toEqual([8577, 8577]);
    });

    it("events that the domain reads, in streams that begin with the reception", async (ctx) => {
      const { store, truth } = await logOf(ctx, format);
      const events = await eventsOf(store);
      const catalog: Readonly<Record<string, (typeof dossierEvents)["DossierReceived"]>> = dossierEvents;
      expect(events.filter(({ type, data }) => !isRight(catalog[type]?.decode(data) ?? left("no such type")))).toEqual(
        [],
      );
      expect(events.filter(({ version }) => version === 1).map(({ type }) => type)).toEqual(
        Array.from({ length: truth.log.cases }, () => "DossierReceived"),
      );
    });
  },
);

describe("importing the receipt log", () => {
  it("says how much it brought in and what is odd about it", async (ctx) => {
    const { truth } = await logOf(ctx, "xes");
    const source = await opened(FILES.xes ?? "");
    const store = inMemoryEventStore();
    const summary = await imported(store, source);
    expect(summary).toEqual({
      dossiers: 1434,
      // each event of the source, each reception, each decision and return
      events: 8577 + 1434 + 2 * 1329,
      skipped: 0,
      anomalies: {
        endBeforeStart: truth.dirt.enddate_before_startdate,
        eventAfterEnd: truth.dirt.event_after_enddate,
        eventBeforeStart: truth.dirt.event_before_startdate,
      },
    });
    expect(summary.anomalies).toEqual({ endBeforeStart: 2, eventAfterEnd: 180, eventBeforeStart: 12 });
    expect(await eventsOf(store)).toHaveLength(summary.events);
  });

  it("a second time, from the other format, changes nothing", async (ctx) => {
    const { store: once } = await logOf(ctx, "xes");
    const [xes, csv] = [await opened(FILES.xes ?? ""), await opened(FILES.csv ?? "")];
    const store = inMemoryEventStore();
    const first = await imported(store, xes);
    const log = await eventsOf(store);
    for (const source of [xes, csv]) {
      expect(await imported(store, source)).toEqual({ ...first, events: 0, skipped: 1434 });
      expect(await eventsOf(store)).toEqual(log);
    }
    expect(await contentOf(store)).toEqual(await contentOf(once));
  });

  it("gives the same log and the same report from XES and from CSV", async (ctx) => {
    const [xes, csv] = [await logOf(ctx, "xes"), await logOf(ctx, "csv")];
    // To the letter: a store that compares or hashes the text of an event finds no difference either.
    const lettersOf = async ({ store }: Log) => JSON.stringify([...(await contentOf(store))]);
    expect((await lettersOf(csv)) === (await lettersOf(xes))).toBe(true);
    const query = { by: ["agency", "channel", "unit", "month"] } as const;
    expect(await reportOf(csv.store, query)).toEqual(await reportOf(xes.store, query));
  });

  it("keeps the promised instant, and the offset of the file has no part in it", async (ctx) => {
    const { store } = await logOf(ctx, "csv");
    const received = (await eventsOf(store)).find(({ type }) => type === "DossierReceived");
    expect(received?.data).toMatchObject({ promisedDue: { kind: "instant" }, centre: "municipality" });
    expect(AMSTERDAM.offsetAt(received?.occurredAt ?? 0) / MINUTE).toBe(120);
  });
});
