import { anyHistory } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { scoresReport, VIETNAM } from "../../src/index.js";
import { fraction, missing } from "../../src/kpi/fraction.js";
import { type Scored, type ScoreIndex, scoreSheet } from "../../src/kpi/score-sheet.js";
import { type History, happened, received, resolved, rowsOf } from "../support/figures.js";
import { viewsOf } from "../support/index-views.js";
import { petitioned } from "../support/petition.js";
import { handled } from "../support/petition-view.js";
import { days } from "../support/procedures.js";
import { runs } from "../support/tier.js";
import { decider, dueOn, vn } from "../support/vietnam.js";

const worth = (value: number): Scored => ({ found: fraction(value, 1), unscored: 0 });
const sheet = (...values: ReadonlyArray<number | null>) =>
  scoreSheet(
    "agency",
    Object.fromEntries(
      values.map((value, n) => [n + 1, value === null ? { found: missing("notRecorded"), unscored: 0 } : worth(value)]),
    ) as Partial<Record<ScoreIndex, Scored>>,
  );

describe("the sheet of an agency", () => {
  it("sums its indices: exactly 15 is excellent", () => {
    expect(sheet(2, 2, 2, 1.5, 1.5, 1, 1.4, 1.6, 2)).toMatchObject({ score: 15, band: "excellent", maxAttainable: 18 });
    expect(sheet(2, 2, 2, 1.5, 1.5, 1, 1.3, 1.6, 2)).toMatchObject({ score: 14.9, band: "good" });
  });

  it("adds tenths without the dust of binary fractions", () => {
    expect(sheet(0.1, 0.2, 0.3).score).toBe(0.6);
  });

  it("skips an index without data, and says what is then attainable; the bounds stay", () => {
    expect(sheet(2, 2, 2, 2, 2, null, 2, 1, 2)).toMatchObject({ score: 15, maxAttainable: 16, band: "excellent" });
    expect(sheet(2, null, 2, null, 2, null, 2, null, 2)).toMatchObject({ score: 10, maxAttainable: 10, band: "fair" });
  });

  it("without any data has no score and no band", () => {
    expect(sheet()).toMatchObject({ score: null, band: null, maxAttainable: 0, maximum: 18 });
  });
});

describe("the sheet of a member of staff", () => {
  const life = (handler: string | null, end: string): History => [
    received("2018-07-02T09:00", dueOn("2018-07-05"), { legalTerm: days(5) }),
    ...(handler === null ? [] : [happened("HandlerAssigned", "2018-07-02T10:00", { handler, agency: "land office" })]),
    resolved(end),
  ];
  const { groups } = scoresReport(
    viewsOf({
      dossiers: rowsOf(
        life("an", "2018-07-04T09:00"),
        life("binh", "2018-07-10T09:00"),
        life(null, "2018-07-04T09:00"),
      ),
      petitions: handled([petitioned("lodge", "2018-07-02T09:00")]),
    }),
    {
      zone: VIETNAM.zone,
      calendar: VIETNAM,
      from: "2018-07-01",
      to: "2018-10-01",
      asOf: vn("2018-12-31T00:00"),
      by: ["agency", "handler"],
    },
  );

  it("has indices 1, 2, 3, 4 and 7, out of 10; none for a dossier that nobody was assigned to", () => {
    expect(
      groups.map(({ key, of, maximum, indices }) => [key, of, maximum, indices.map(({ index }) => index)]),
    ).toEqual(["an", "binh"].map((handler) => [{ agency: "land office", handler }, "staff", 10, [1, 2, 3, 4, 7]]));
  });

  it("and the bands of staff", () => {
    expect(groups.map(({ score, maxAttainable, band }) => [score, maxAttainable, band])).toEqual([
      [6, 6, "full"],
      [0, 6, "less"],
    ]);
  });
});

describe("whatever happened to dossiers", () => {
  const start = { from: vn("2018-01-02T00:00"), to: vn("2018-12-31T00:00") };
  const lives = fc.array(anyHistory(decider, { start }), { maxLength: 8 });

  it("an index is from 0 to 2 with one decimal, a total their sum, and no more than attainable", () => {
    fc.assert(
      fc.property(lives, fc.constantFrom("agency" as const, "handler" as const), (histories, by) => {
        const views = viewsOf({ dossiers: rowsOf(...histories) });
        const { total, groups } = scoresReport(views, { zone: VIETNAM.zone, calendar: VIETNAM, by: [by] });
        for (const { indices, score, maxAttainable } of [total, ...groups]) {
          const values = indices.flatMap(({ value }) => (value === null ? [] : [value]));
          for (const value of values) {
            expect(value).toBeGreaterThanOrEqual(0);
            expect(value).toBeLessThanOrEqual(2);
            expect(Number(value.toFixed(1))).toBe(value);
          }
          const sum = values.reduce((all, value) => all + value, 0);
          if (score !== null) expect(score).toBeCloseTo(sum, 9);
          expect([score === null, sum <= maxAttainable]).toEqual([values.length === 0, true]);
        }
      }),
      runs(300, 5_000),
    );
  });

  it("agencies add up to the whole: every decided dossier is on one sheet, every part on one", () => {
    fc.assert(
      fc.property(lives, (histories) => {
        const views = viewsOf({ dossiers: rowsOf(...histories) });
        const { total, groups } = scoresReport(views, { zone: VIETNAM.zone, calendar: VIETNAM });
        for (const n of [0, 1]) {
          const sum = groups.reduce((all, { indices }) => all + (indices[n]?.numerator ?? 0), 0);
          expect(sum).toBe(total.indices[n]?.numerator ?? 0);
        }
      }),
      runs(300, 5_000),
    );
  });
});
