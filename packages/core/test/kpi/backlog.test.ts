import { anyHistory } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { backlogReport, dossierRows, indicatorsReport, VIETNAM } from "../../src/index.js";
import { type History, happened, received, resolved, rowsOf } from "../support/figures.js";
import { runs } from "../support/tier.js";
import { decider, dueOn, vn } from "../support/vietnam.js";

const report = (histories: ReadonlyArray<History>, query: Partial<Parameters<typeof backlogReport>[1]> = {}) =>
  backlogReport(rowsOf(...histories), {
    zone: VIETNAM.zone,
    onTimeBy: "auto",
    calendar: VIETNAM,
    from: "2018-07-01",
    to: "2018-08-01",
    asOf: vn("2026-01-01T00:00"),
    ...query,
  });

describe("the report backlog", () => {
  it("counts what lies open at the end of the period, by its due date", () => {
    const { total } = report([
      [received("2018-07-02T09:00", dueOn("2018-07-31"))],
      [received("2018-07-02T09:00", dueOn("2018-08-20"))],
      [received("2018-07-02T09:00", dueOn("2018-07-26"))],
      [received("2018-07-02T09:00", null)],
      [received("2018-07-02T09:00"), resolved("2018-07-05T09:00")],
    ]);
    expect(total).toMatchObject({ open: 4, withinTerm: 1, overdue: 2, noDeadline: 1, waiting: 0 });
  });

  it("says how long overdue: five days and six, ten and eleven, thirty and thirty-one", () => {
    const dues = ["2018-07-27", "2018-07-26", "2018-07-22", "2018-07-21", "2018-07-02", "2018-07-01"] as const;
    const { total } = report(
      dues.map((due) => [received("2018-06-01T09:00", dueOn(due))]),
      { asOf: vn("2018-08-01T10:00"), to: "2018-08-02" },
    );
    expect(total.overdueDays).toEqual({ upTo5: 1, upTo10: 2, upTo30: 2, more: 1 });
  });

  it("due soon is within three days, the third included", () => {
    const asOf = vn("2018-07-10T10:00");
    const { total } = report(
      [[received("2018-07-02T09:00", dueOn("2018-07-13"))], [received("2018-07-02T09:00", dueOn("2018-07-14"))]],
      { asOf },
    );
    expect(total).toMatchObject({ withinTerm: 2, dueSoon: 1 });
    expect(report([[received("2018-07-02T09:00", dueOn("2018-07-14"))]], { asOf, soonDays: 4 }).total.dueSoon).toBe(1);
  });

  it("a clock that stands still is judged by when it stopped, and counted as waiting", () => {
    const waiting = [received("2018-07-02T09:00"), happened("SupplementRequested", "2018-07-04T09:00", { items: [] })];
    expect(report([waiting]).total).toMatchObject({ open: 1, withinTerm: 1, overdue: 0, waiting: 1 });
  });

  it("ages in days of 24 hours, and the daily intake with its denominators", () => {
    const histories = [[received("2018-07-02T09:00")], [received("2018-07-04T09:00")], [received("2018-06-29T09:00")]];
    const { total } = report(histories, { asOf: vn("2018-07-05T09:00") });
    expect(total.ageDays).toEqual({ median: 3, oldest: 6 });
    expect(total.perDay.daysWithIntake).toEqual({ days: 2, received: 1 });
    expect(total.perDay.workingDays).toEqual({ days: 4, received: 0.5 });
  });

  it("by agency", () => {
    const histories = [[received("2018-07-02T09:00")], [received("2018-07-02T09:00", null, { agency: "tax office" })]];
    expect(report(histories, { by: ["agency"] }).groups).toMatchObject([
      { key: { agency: "land office" }, open: 1, overdue: 1 },
      { key: { agency: "tax office" }, open: 1, noDeadline: 1 },
    ]);
  });

  it("agrees with what the indicators say is in progress, of any histories", () => {
    const year = { from: vn("2018-01-02T00:00"), to: vn("2018-12-31T00:00") };
    const lives = fc.array(anyHistory(decider, { start: year }), { maxLength: 10 });
    fc.assert(
      fc.property(lives, fc.integer({ min: year.from, max: vn("2019-12-31T00:00") }), (histories, asOf) => {
        const view = histories
          .flatMap((events, n) => events.map((event) => ({ ...event, stream: `dossier-${n}` })))
          .reduce(dossierRows.step, dossierRows.empty());
        const query = { zone: VIETNAM.zone, onTimeBy: "auto", asOf, from: "2018-01-01", to: "2020-01-01" } as const;
        const { inProgress } = indicatorsReport(view, query).total;
        const { open, withinTerm, overdue, noDeadline } = backlogReport(view, query).total;
        expect({ total: open, withinTerm, overdue, noDeadline }).toEqual(inProgress);
      }),
      runs(200),
    );
  });
});
