import { describe, expect, it } from "vitest";
import { figures, happened, july, received, resolved } from "../support/figures.js";
import { dueBy, dueOn, vn } from "../support/vietnam.js";

const asOf = (time: string) => ({ ...july, asOf: vn(time) });

describe("dossiers in progress are held against now, or the end of the period", () => {
  const open = [received("2018-07-02T09:00", dueOn("2018-07-09"))];

  it.each([
    ["2018-07-09T23:59:59.999", { total: 1, withinTerm: 1, overdue: 0, noDeadline: 0 }],
    ["2018-07-10T00:00", { total: 1, withinTerm: 0, overdue: 1, noDeadline: 0 }],
  ])("as of %s", (time, expected) => {
    expect(figures([open], asOf(time)).inProgress).toEqual(expected);
  });

  it("one due on the last day of the period is overdue at its end", () => {
    expect(figures([[received("2018-07-02T09:00", dueOn("2018-07-31"))]]).inProgress).toMatchObject({ overdue: 1 });
    expect(figures([[received("2018-07-02T09:00", dueOn("2018-08-01"))]]).inProgress).toMatchObject({ withinTerm: 1 });
  });

  it("a due instant is kept through itself", () => {
    const byTen = [received("2018-07-02T09:00", dueBy("2018-07-09T10:00"))];
    expect(figures([byTen], asOf("2018-07-09T10:00")).inProgress.withinTerm).toBe(1);
    expect(figures([byTen], asOf("2018-07-09T10:00:00.001")).inProgress.overdue).toBe(1);
  });

  it("one without a deadline is neither within its term nor overdue", () => {
    const { inProgress, rates } = figures([[received("2018-07-02T09:00", null)]]);
    expect(inProgress).toEqual({ total: 1, withinTerm: 0, overdue: 0, noDeadline: 1 });
    expect(rates.onTimeOfHandled).toBeNull();
  });
});

describe("a dossier that waits is judged at the instant it began to wait (QĐ 766/QĐ-TTg)", () => {
  const asked = (time: string) => happened("SupplementRequested", time, { items: ["map"] });
  const obliged = (time: string) =>
    happened("FinancialObligationNotified", time, { amounts: [{ kind: "tax", minor: 1, currency: "VND" }] });

  it("for a supplement asked in time it stays within its term, however long it waits", () => {
    expect(figures([[received("2018-07-02T09:00"), asked("2018-07-09T23:00")]]).inProgress).toMatchObject({
      withinTerm: 1,
      overdue: 0,
    });
  });

  it("asked when the date had passed it stays overdue", () => {
    expect(figures([[received("2018-07-02T09:00"), asked("2018-07-10T00:00")]]).inProgress).toMatchObject({
      overdue: 1,
    });
  });

  it("asked again, or asked to pay, while it waits, it is judged at the first instant", () => {
    for (const again of [asked("2018-07-12T09:00"), obliged("2018-07-12T09:00")])
      expect(figures([[received("2018-07-02T09:00"), asked("2018-07-09T23:00"), again]]).inProgress).toMatchObject({
        withinTerm: 1,
        overdue: 0,
      });
  });

  it("for a payment too", () => {
    expect(figures([[received("2018-07-02T09:00"), obliged("2018-07-04T09:00")]]).inProgress.withinTerm).toBe(1);
  });

  it("when the wait is over it is judged at now again", () => {
    const history = [
      received("2018-07-02T09:00"),
      asked("2018-07-04T09:00"),
      happened("SupplementReceived", "2018-07-16T09:00", { clock: "restart", due: dueOn("2018-07-23") }),
    ];
    expect(figures([history], asOf("2018-07-23T23:00")).inProgress.withinTerm).toBe(1);
    expect(figures([history], asOf("2018-07-24T00:00")).inProgress.overdue).toBe(1);
  });

  it("before it waited it was judged at that instant", () => {
    const history = [received("2018-07-02T09:00"), asked("2018-07-20T09:00")];
    expect(figures([history], asOf("2018-07-09T10:00")).inProgress.withinTerm).toBe(1);
    expect(figures([history], asOf("2018-07-12T10:00")).inProgress.overdue).toBe(1);
  });
});

describe("the three rates and their denominators", () => {
  const histories = [
    [received("2018-06-25T09:00", dueOn("2018-07-02")), resolved("2018-07-02T09:00")], // carried over, on time
    [received("2018-07-02T09:00"), resolved("2018-07-06T09:00")], // early
    [received("2018-07-02T09:00"), resolved("2018-07-20T09:00")], // late
    [received("2018-07-02T09:00", null), resolved("2018-07-20T09:00")], // no deadline
    [received("2018-07-30T09:00", dueOn("2018-08-06"))], // within its term
    [received("2018-07-03T09:00", dueOn("2018-07-10"))], // overdue
    [received("2018-07-03T09:00"), happened("DossierWithdrawn", "2018-07-04T09:00", {})],
  ];

  it("are of those resolved, of those received and carried over, of those handled", () => {
    expect(figures(histories).rates).toEqual({
      onTimeOfResolved: 0.666667, // 2 of 3
      onTimeOfReceived: 0.285714, // 2 of 7
      onTimeOfHandled: 0.6, // 3 of 5
    });
  });

  it("of nothing there is no rate: not 0, not 1", () => {
    expect(figures([]).rates).toEqual({ onTimeOfResolved: null, onTimeOfReceived: null, onTimeOfHandled: null });
  });
});
