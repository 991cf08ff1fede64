import { anyEvents, anyHistory } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DossierRows,
  dossierRows,
  type IndicatorsQuery,
  indicators,
  indicatorsReport,
  type LocalDate,
  type OnTimeBy,
  type Period,
  rowsOf as rowsIn,
  VIETNAM,
} from "../../src/index.js";
import { type History, rowsOf } from "../support/figures.js";
import { runs } from "../support/tier.js";
import { decider, vn } from "../support/vietnam.js";

const year = { from: vn("2018-01-02T00:00"), to: vn("2018-12-31T00:00") };
const lives = fc.array(anyHistory(decider, { start: year }), { maxLength: 12 });
/** As a legacy log may hold them: in any order, before they were received, after they ended. */
const wildLives = fc.array(anyEvents(12, year), { maxLength: 12 });
const instants = fc.integer({ min: year.from, max: vn("2019-12-31T00:00") });
const onTimeBys = fc.constantFrom<OnTimeBy>("auto", "instant", "date");

const over = (view: DossierRows, period: Period, onTimeBy: OnTimeBy) =>
  indicators(rowsIn(view), period, { zone: VIETNAM.zone, onTimeBy });

describe("nothing is lost between what comes in and what goes out", () => {
  it("carried over + received + resumed = resolved + withdrawn + stopped + in progress, of any events over any period", () => {
    fc.assert(
      fc.property(fc.oneof(lives, wildLives), instants, instants, instants, onTimeBys, (histories, a, b, asOf, by) => {
        const counts = over(rowsOf(...histories), { from: Math.min(a, b), to: Math.max(a, b), asOf }, by);
        const { early, onTime, late, noDeadline } = counts.resolved;
        expect(counts.resolved.total).toBe(early + onTime + late + noDeadline);
        const { withinTerm, overdue, noDeadline: openNoDeadline } = counts.inProgress;
        expect(counts.inProgress.total).toBe(withinTerm + overdue + openNoDeadline);
        expect(counts.carriedOver + counts.received + counts.resumed).toBe(
          counts.resolved.total + counts.withdrawn + counts.stopped + counts.inProgress.total,
        );
      }),
      runs(300),
    );
  });

  it("what is in progress at the end of one period is carried over into the next", () => {
    fc.assert(
      fc.property(lives, fc.uniqueArray(instants, { minLength: 3, maxLength: 3 }), (histories, drawn) => {
        const [from = 0, middle = 0, to = 0] = drawn.toSorted((a, b) => a - b);
        const view = rowsOf(...histories);
        const first = over(view, { from, to: middle, asOf: to }, "auto");
        const second = over(view, { from: middle, to, asOf: to }, "auto");
        expect(second.carriedOver).toBe(first.inProgress.total);
      }),
      runs(200),
    );
  });
});

const query = fc.record({
  onTimeBy: onTimeBys,
  by: fc.subarray<NonNullable<IndicatorsQuery["by"]>[number]>(["agency", "handler", "channel", "month"]),
});
const report = (view: DossierRows, drawn: Pick<IndicatorsQuery, "onTimeBy" | "by">) =>
  indicatorsReport(view, { zone: VIETNAM.zone, calendar: VIETNAM, ...drawn });

const foldOf = (streams: ReadonlyArray<readonly [stream: string, events: History]>): DossierRows =>
  streams
    .flatMap(([stream, events]) => events.map((event) => ({ ...event, stream })))
    .reduce(dossierRows.step, dossierRows.empty());

const streamsOf = (histories: ReadonlyArray<History>) =>
  histories.map((events, n) => [`dossier-${n}`, events] as const);

describe("folding apart and joining is folding all", () => {
  it("for any split of whole streams into shards, joined in any order", () => {
    const sharded = lives.chain((histories) =>
      fc.tuple(
        fc.constant(histories),
        fc.array(fc.nat({ max: 2 }), { minLength: histories.length, maxLength: histories.length }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
      ),
    );
    fc.assert(
      fc.property(sharded, query, ([histories, shardOf, order], drawn) => {
        const streams = streamsOf(histories);
        const joined = order
          .map((shard) => foldOf(streams.filter((_, n) => shardOf[n] === shard)))
          .reduce(dossierRows.concat, dossierRows.empty());
        expect(report(joined, drawn)).toEqual(report(foldOf(streams), drawn));
      }),
      runs(100),
    );
  });

  it("whatever the order in which streams come", () => {
    const shuffled = lives.chain((histories) =>
      fc.tuple(
        fc.constant(streamsOf(histories)),
        fc.shuffledSubarray(streamsOf(histories), { minLength: histories.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, query, ([streams, other], drawn) => {
        expect(report(foldOf(other), drawn)).toEqual(report(foldOf(streams), drawn));
      }),
      runs(100),
    );
  });

  it("and however the streams are mixed in the log", () => {
    fc.assert(
      fc.property(lives, query, (histories, drawn) => {
        const streams = streamsOf(histories);
        const inTurn = streams
          .flatMap(([stream, events]) => events.map((event, n) => ({ n, event: { ...event, stream } })))
          .toSorted((a, b) => a.n - b.n)
          .map(({ event }) => event);
        const mixed = inTurn.reduce(dossierRows.step, dossierRows.empty());
        expect(report(mixed, drawn)).toEqual(report(foldOf(streams), drawn));
      }),
      runs(100),
    );
  });

  it("the groups of a dimension add up to the total", () => {
    fc.assert(
      fc.property(lives, fc.constantFrom("agency", "handler", "channel", "unit", "field"), (histories, dimension) => {
        const { total, groups } = report(foldOf(streamsOf(histories)), { onTimeBy: "auto", by: [dimension] });
        const sum = (of: (group: (typeof groups)[number]) => number) =>
          groups.reduce((all, group) => all + of(group), 0);
        expect(sum((group) => group.received)).toBe(total.received);
        expect(sum((group) => group.resolved.late)).toBe(total.resolved.late);
        expect(sum((group) => group.inProgress.total)).toBe(total.inProgress.total);
        expect(sum((group) => group.transfers.unit)).toBe(total.transfers.unit);
      }),
      runs(100),
    );
  });

  it("every month is the report of that month", () => {
    const asked = { zone: VIETNAM.zone, onTimeBy: "auto", asOf: vn("2020-01-01T00:00") } as const;
    const monthFrom = (n: number) =>
      `${2018 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}-01` as LocalDate;
    fc.assert(
      fc.property(lives, (histories) => {
        const view = foldOf(streamsOf(histories));
        const { groups } = indicatorsReport(view, { ...asked, from: monthFrom(0), to: monthFrom(12), by: ["month"] });
        for (const [n, { key, ...figures }] of groups.entries()) {
          const alone = indicatorsReport(view, { ...asked, from: monthFrom(n), to: monthFrom(n + 1) });
          expect(key.month).toBe(monthFrom(n).slice(0, 7));
          expect(alone.total).toMatchObject(figures);
        }
      }),
      runs(30),
    );
  });
});
