import { anyEvents, anyHistory } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DossierRow,
  HOUR,
  type Instant,
  indicatorsReport,
  type Pause,
  rowsOf as rowsIn,
  type TimeQuery,
  type TimeRows,
  timeReport,
  timeRows,
  VIETNAM,
  workingTimeBetween,
} from "../../src/index.js";
import { pausesOf } from "../../src/kpi/row-clock.js";
import { type Segment, whereaboutsOf } from "../../src/kpi/time-segments.js";
import { asked } from "../support/commands.js";
import { rightOf } from "../support/either.js";
import { type History, happened, received, resolved, rowsOf } from "../support/figures.js";
import { historyOf } from "../support/history.js";
import { runs } from "../support/tier.js";
import { decider, vn } from "../support/vietnam.js";

const year = { from: vn("2018-01-02T00:00"), to: vn("2018-12-31T00:00") };
const END = vn("2019-12-31T00:00");

const foldOf = (histories: ReadonlyArray<History>, names = histories.map((_, n) => `dossier-${n + 1}`)): TimeRows =>
  histories
    .flatMap((history, n) => history.map((event) => ({ ...event, stream: names[n] ?? "" })))
    .reduce(timeRows.step, timeRows.empty());

const report = (view: TimeRows, asked: Partial<TimeQuery> = {}) =>
  timeReport(view, { zone: VIETNAM.zone, calendar: VIETNAM, asOf: END, ...asked });

const whereabouts = (history: History, until: Instant = END) => {
  const [shard] = foldOf([history]).shards;
  const [row] = [...(shard?.rows.values() ?? [])];
  if (shard === undefined || row === undefined) return { segments: [], isOpen: false };
  return whereaboutsOf(row, shard.texts, until);
};

const worked = (from: Instant, to: Instant): number => rightOf(workingTimeBetween(VIETNAM)(from, to));
const sum = (segments: ReadonlyArray<Segment>, kind?: Segment["kind"]): number =>
  segments
    .filter((segment) => kind === undefined || segment.kind === kind)
    .reduce((all, { from, to }) => all + worked(from, to), 0);

/** The pauses that were over before the end, and the one in which the dossier stood still then. */
const stillnessOf = (row: DossierRow, until: Instant, end: Instant): ReadonlyArray<Pick<Pause, "from" | "to">> => {
  const over = pausesOf(row, until).filter(({ to }) => to <= end);
  const since = row.phases.findLast((phase) => phase.kind === "open" && phase.since <= until)?.stoodStillSince ?? null;
  return since === null || over.some(({ from, to }) => from === since && to === end)
    ? over
    : [...over, { from: since, to: end }];
};

/** At the counter on a Monday, with the agency from 10:00, with a handler from 14:00; asked on Tuesday, decided on Friday. */
const life = [
  received("2018-07-02T09:00"),
  happened("DossierForwarded", "2018-07-02T10:00", { from: "one-stop", to: "land office" }),
  happened("HandlerAssigned", "2018-07-02T14:00", { handler: "handler-1", agency: "land office" }),
  happened("SupplementRequested", "2018-07-03T14:00", { items: ["map"] }),
  happened("SupplementReceived", "2018-07-05T14:00", { clock: "restart" }),
  resolved("2018-07-06T14:00"),
];

describe("where a dossier lay", () => {
  it("is one place after the other; it waits while its clock stands still", () => {
    const lay = whereabouts(life).segments.map(({ from, to, kind, unit, handler, step }) => [
      kind,
      unit,
      handler,
      step,
      worked(from, to) / HOUR,
    ]);
    expect(lay).toEqual([
      ["working", "one-stop", null, "DossierReceived", 1],
      ["working", "land office", null, "DossierForwarded", 2.5],
      ["working", "land office", "handler-1", "HandlerAssigned", 8],
      ["waiting", "land office", "handler-1", "SupplementRequested", 16],
      ["working", "land office", "handler-1", "SupplementReceived", 8],
    ]);
  });

  it("of a stop only what it was taken up again from", () => {
    const stopped = happened("ProcessingStopped", "2018-07-03T09:00", { reason: "court" });
    const resumed = happened("ProcessingResumed", "2018-07-04T09:00", {});
    const kinds = (...events: History) =>
      whereabouts([received("2018-07-02T09:00"), ...events], vn("2018-07-05T09:00"));
    expect(kinds(stopped, resumed)).toMatchObject({ isOpen: true, segments: [{}, { kind: "waiting" }, {}] });
    expect(kinds(stopped)).toMatchObject({ isOpen: false, segments: [{ to: stopped.occurredAt }] });
    expect(kinds(stopped).segments).toHaveLength(1);
    const withdrawn = happened("DossierWithdrawn", "2018-07-04T09:00", {});
    expect(kinds(stopped, withdrawn).segments).toHaveLength(1);
  });

  it("from the corrected reception to the corrected decision, with the corrected agency", () => {
    const receivedAt = asked("receive", "2018-07-02T09:00");
    const history = historyOf(
      receivedAt,
      asked("correctFact", "2018-07-03T09:00", {
        correction: { field: "receivedAt", from: vn("2018-07-02T09:00"), to: vn("2018-06-29T09:00") },
      }),
      asked("correctFact", "2018-07-03T10:00", {
        correction: { field: "agency", from: "land office", to: "tax office" },
      }),
      asked("resolve", "2018-07-05T09:00"),
      asked("correctFact", "2018-07-06T09:00", {
        correction: { field: "resolvedAt", from: vn("2018-07-05T09:00"), to: vn("2018-07-04T09:00") },
      }),
    );
    expect(whereabouts(history).segments).toMatchObject([
      { from: vn("2018-06-29T09:00"), to: vn("2018-07-04T09:00"), agency: "tax office" },
    ]);
  });

  it("is told in the order in which things happened, whatever the order of the log", () => {
    expect(whereabouts([...life].reverse())).toEqual(whereabouts(life));
  });

  it("adds up exactly: from reception to the end, less the stops that were none's, of whatever a decider made", () => {
    let [waited, ended] = [0, 0];
    fc.assert(
      fc.property(anyHistory(decider, { start: year }), fc.integer({ min: year.from, max: END }), (history, until) => {
        const [row] = [...rowsIn(rowsOf(history))];
        const { segments } = whereabouts(history, until);
        if (row === undefined || row.receivedAt === null || row.receivedAt > until) {
          expect(segments).toEqual([]);
          return;
        }
        const phases = row.phases.filter(({ since }) => since <= until);
        const last = phases.findLastIndex(({ kind }) => kind === "open");
        const end = phases[last + 1]?.since ?? until;
        expect(sum(segments)).toBe(worked(row.receivedAt, end));
        expect(sum(segments, "waiting")).toBe(
          stillnessOf(row, until, end).reduce((all, { from, to }) => all + worked(from, to), 0),
        );
        if (sum(segments, "waiting") > 0) waited++;
        if (end < until) ended++;
        for (const [n, { from, to }] of segments.entries()) {
          expect(to).toBeGreaterThanOrEqual(from);
          expect(from).toBe(segments[n - 1]?.to ?? row.receivedAt);
        }
      }),
      runs(1_000),
    );
    expect(Math.min(waited, ended)).toBeGreaterThan(100);
  });

  it("never overlaps and lies between reception and now, whatever the events", () => {
    fc.assert(
      fc.property(anyEvents(15, year), fc.integer({ min: year.from, max: END }), (history, until) => {
        let before = Number.NEGATIVE_INFINITY;
        for (const { from, to } of whereabouts(history, until).segments) {
          expect(from).toBeGreaterThanOrEqual(before);
          expect(to).toBeGreaterThanOrEqual(from);
          expect(to).toBeLessThanOrEqual(until);
          before = to;
        }
      }),
      runs(500),
    );
  });
});

describe("the report", () => {
  const another = [
    received("2018-07-02T09:00"),
    happened("DossierForwarded", "2018-07-02T11:00", { from: "one-stop", to: "land office" }),
  ];
  const view = foldOf([life, another]);

  it("counts working hours, and of them those of waiting, where they were spent", () => {
    const { total, groups } = report(view, { by: ["unit"], asOf: vn("2018-07-06T17:00") });
    expect(total).toMatchObject({
      dossiers: 2,
      unmeasured: 0,
      hours: { waiting: 16 },
      queue: { dossiers: 1, waiting: 0 },
    });
    expect(groups).toMatchObject([
      {
        key: { unit: "land office" },
        dossiers: 2,
        hours: { total: 34.5 + 36.5, working: 18.5 + 36.5, waiting: 16 },
        hoursPerDossier: { median: 35.5, p90: 36.5 },
        queue: { dossiers: 1, waiting: 0, ageHours: { median: 36.5, oldest: 36.5 } },
      },
      {
        key: { unit: "one-stop" },
        dossiers: 2,
        hours: { total: 3 },
        queue: { dossiers: 0, ageHours: { oldest: null } },
      },
    ]);
  });

  it("cuts time to the period, but not the age of what lies there", () => {
    const { groups } = report(view, { by: ["unit"], from: "2018-07-05", to: "2018-07-06" });
    expect(groups).toMatchObject([
      {
        key: { unit: "land office" },
        dossiers: 2,
        hours: { total: 16, waiting: 5 },
        queue: { dossiers: 2, waiting: 0 },
      },
    ]);
    expect(groups[0]?.queue.ageHours.oldest).toBe(29.5);
  });

  it("says of how many dossiers the calendar does not hold the years", () => {
    const { total } = report(foldOf([[received("1950-07-02T09:00"), resolved("1950-07-03T09:00")], life]));
    expect(total).toMatchObject({ dossiers: 1, unmeasured: 1 });
  });

  it("folding shards apart and joining them is folding all; the places add up to the whole; what lies there is in progress", () => {
    const lives = fc.array(anyHistory(decider, { start: year }), { maxLength: 10 });
    const dimensions = fc.constantFrom("agency", "unit", "step", "handler", "procedure", "field", "centre");
    fc.assert(
      fc.property(lives, dimensions, fc.nat(10), (histories, dimension, cut) => {
        const names = histories.map((_, n) => `dossier-${n}`);
        const part = (from: number, to?: number) => foldOf(histories.slice(from, to), names.slice(from, to));
        const whole = report(foldOf(histories, names), { by: [dimension] });
        expect(report(timeRows.concat(part(cut), part(0, cut)), { by: [dimension] })).toEqual(whole);
        expect(report(structuredClone(foldOf(histories, names)), { by: [dimension] })).toEqual(whole);
        const { total, groups } = whole;
        expect(groups.reduce((all, { hours }) => all + hours.waiting, 0)).toBeCloseTo(total.hours.waiting, 3);
        expect(groups.reduce((all, { hours }) => all + hours.working, 0)).toBeCloseTo(total.hours.working, 3);
        expect(groups.reduce((all, { queue }) => all + queue.dossiers, 0)).toBe(total.queue.dossiers);
        const query = { zone: VIETNAM.zone, onTimeBy: "auto", asOf: END } as const;
        expect(total.queue.dossiers).toBe(indicatorsReport(rowsOf(...histories), query).total.inProgress.total);
      }),
      runs(100),
    );
  });
});
