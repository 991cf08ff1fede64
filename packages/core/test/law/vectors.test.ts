import { describe, expect, it } from "vitest";
import {
  agencyBand,
  dossierDecider,
  dueAt,
  indicatorsReport,
  isPast,
  isWorkingDay,
  ND_61_2018,
  nationalStatus,
  numberDecider,
  numberStream,
  type PolicyPack,
  staffBand,
  type Term,
  toEpochDay,
  VIETNAM,
} from "../../src/index.js";
import { asked } from "../support/commands.js";
import { rightOf } from "../support/either.js";
import { resolved as decided, figures, happened, period, rowsOf, received as taken } from "../support/figures.js";
import { given, givenUnder } from "../support/scenario.js";
import { testsIn } from "../support/tests-in.js";
import { dueBy, dueOn, vn } from "../support/vietnam.js";

const days = (amount: number, countFrom?: "instant"): Term => ({
  unit: "workingDay",
  amount,
  ...(countFrom && { countFrom }),
});
const due = (time: string, term: Term) => rightOf(dueAt(VIETNAM)(vn(time), term));
const received = asked("receive", "2018-07-02T09:00"); // due on Monday 9 July
const under = (supplement: Partial<PolicyPack["supplement"]>) =>
  givenUnder(
    dossierDecider({
      calendar: VIETNAM,
      policies: [{ ...ND_61_2018, supplement: { ...ND_61_2018.supplement, ...supplement } }],
    }),
  );

describe("1: the bounds of the score sheet belong to the band above them (TT 01/2018, Đ15)", () => {
  it.each([
    [18, "excellent"],
    [15, "excellent"],
    [14.9, "good"],
    [12, "good"],
    [11.9, "fair"],
    [9, "fair"],
    [8.9, "average"],
    [6, "average"],
    [5.9, "weak"],
    [0, "weak"],
  ] as const)("an agency with %d is %s", (score, band) => {
    expect(agencyBand(score)).toBe(band);
  });

  it.each([
    [10, "full"],
    [5, "full"],
    [4.9, "most"],
    [3.5, "most"],
    [3.4, "less"],
  ] as const)("a member of staff with %d has done %s of the duty", (score, band) => {
    expect(staffBand(score)).toBe(band);
  });
});

describe("2: the Civil Code ends a term in days at 24:00 (Civil Code 2015, art. 148.6)", () => {
  it.each([
    ["16:59 on the due date", "2018-07-09T16:59", "onTime"],
    ["17:01 on the due date", "2018-07-09T17:01", "onTime"],
    ["a millisecond before 24:00", "2018-07-09T23:59:59.999", "onTime"],
    ["24:00", "2018-07-10T00:00", "late"],
  ] as const)("%s", (_, time, kept) => {
    expect(figures([[taken("2018-07-02T09:00"), decided(time)]]).resolved[kept]).toBe(1);
  });
});

describe("3: the day of the event is not counted (Civil Code 2015, art. 147.2)", () => {
  it("received on Friday at 10:00 with one working day: all of Monday", () => {
    expect(due("2018-07-06T10:00", days(1))).toEqual(dueOn("2018-07-09"));
  });
  it("counted from the instant: Monday at 10:00", () => {
    expect(due("2018-07-06T10:00", days(1, "instant"))).toEqual(dueBy("2018-07-09T10:00"));
  });
  it("received on Friday 30 August 2019 with five: over Independence Day to the 9th", () => {
    expect(due("2019-08-30T10:00", days(5))).toEqual(dueOn("2019-09-09"));
  });
});

describe("4: after 15:00 it is handed over on the next working day (NĐ 61/2018, Đ18.2)", () => {
  it.each([
    ["14:59", "2018-07-02T14:59", "2018-07-02T17:00"],
    ["15:00:00 is still today", "2018-07-02T15:00", "2018-07-02T17:00"],
    ["15:01", "2018-07-02T15:01", "2018-07-03T17:00"],
  ])("%s", (_, time, by) => {
    expect(given(asked("receive", time)).state.handOverBy).toBe(vn(by));
  });
});

describe("5: a second supplement (NĐ 61/2018, Đ11.2c)", () => {
  const once = [
    received,
    asked("requestSupplement", "2018-07-03T09:00"),
    asked("receiveSupplement", "2018-07-04T09:00"),
  ];
  const again = asked("requestSupplement", "2018-07-05T09:00");

  it("is refused", () => {
    expect(given(...once).when(again).refused).toMatchObject({ code: "SupplementAlreadyRequested" });
  });

  it("where a regime allows it, how many there were stays known: QĐ 766 counts such a dossier overdue", () => {
    const { state, refused } = under({ max: 2 })(...once).when(again);
    expect(refused).toBeUndefined();
    expect(state.supplements).toBe(2);
  });
});

it("6: a supplement asked for on the 4th working day is flagged, and accepted (NĐ 61/2018, Đ19.4)", () => {
  const { refused, flagged, state } = given(received).when(asked("requestSupplement", "2018-07-06T09:00"));
  expect(refused).toBeUndefined();
  expect(flagged).toEqual(["ND-61-2018 D19.4"]);
  expect(state.status).toBe("awaitingSupplement");
});

describe("7: putting the date off (NĐ 61/2018, Đ19.9)", () => {
  it("a second time is refused", () => {
    const twice = given(received, asked("apologiseAndReschedule", "2018-07-06T09:00"));
    expect(
      twice.when(asked("apologiseAndReschedule", "2018-07-20T09:00", { to: dueOn("2018-08-31") })).refused,
    ).toMatchObject({ code: "AlreadyRescheduled" });
  });

  it("on the due date itself is flagged", () => {
    expect(given(received).when(asked("apologiseAndReschedule", "2018-07-09T08:00")).flagged).toEqual([
      "ND-61-2018 D19.9",
    ]);
  });
});

it("8: finished between the original and the new date it is overdue, and both are published (NĐ 61/2018, Đ19.9)", () => {
  const putOff = happened("DueDateRescheduled", "2018-07-06T09:00", {
    from: dueOn("2018-07-09"),
    to: dueOn("2018-07-16"),
    reason: "storm",
  });
  expect(figures([[taken("2018-07-02T09:00"), putOff, decided("2018-07-12T09:00")]])).toMatchObject({
    resolved: { late: 1, onTime: 0 },
    rescheduled: { dossiers: 1, lateButWithinNewDate: 1 },
  });
});

describe("9: Tết 2018, 14 to 20 February (Labour Code, art. 112)", () => {
  it("a term that begins anew on its eve counts none of the holidays", () => {
    const history = [asked("receive", "2018-02-05T09:00"), asked("requestSupplement", "2018-02-06T09:00")];
    expect(given(...history).when(asked("receiveSupplement", "2018-02-13T16:00")).state.due).toEqual(
      dueOn("2018-02-27"),
    );
  });

  it("a pause over it adds only working time", () => {
    const history = [asked("receive", "2018-02-12T09:00"), asked("stop", "2018-02-13T16:00")];
    expect(given(...history).when(asked("resume", "2018-02-21T09:00")).state.due).toEqual(dueOn("2018-02-27"));
  });
});

describe("10: days that are swapped, and a holiday that is new", () => {
  it.each([
    ["2026-08-22", true],
    ["2026-08-31", false],
    ["2025-11-24", true],
    ["2026-11-24", false],
  ] as const)("%s is worked: %s", (date, worked) => {
    expect(isWorkingDay(VIETNAM, toEpochDay(date))).toBe(worked);
  });
});

describe("11: what counts as resolved", () => {
  it("a refusal after appraisal does (NĐ 61/2018, Đ19.8)", () => {
    const refused = happened("DossierResolved", "2018-07-05T09:00", { outcome: "refused", reasons: ["r"] });
    expect(figures([[taken("2018-07-02T09:00"), refused]]).resolved).toMatchObject({ total: 1, early: 1 });
  });

  it("a refusal to take it in counts nowhere (NĐ 61/2018, Đ17.2a)", () => {
    const {
      received: count,
      resolved,
      inProgress,
    } = figures([[happened("IntakeRefused", "2018-07-02T09:00", { reasons: ["r"] })]]);
    expect([count, resolved.total, inProgress.total]).toEqual([0, 0, 0]);
  });

  it("a withdrawal is a number of its own", () => {
    const life = [taken("2018-07-02T09:00"), happened("DossierWithdrawn", "2018-07-05T09:00", {})];
    expect(figures([life])).toMatchObject({ withdrawn: 1, resolved: { total: 0 } });
  });
});

it("12: what is in progress is carried over, and nothing is lost between (TT 01/2020, form II.06)", () => {
  const histories = [
    [taken("2018-07-02T09:00"), decided("2018-07-05T09:00")],
    [taken("2018-07-02T09:00"), decided("2018-08-05T09:00")],
    [taken("2018-08-02T09:00")],
  ];
  const july = figures(histories);
  const august = figures(histories, period("2018-08-01", "2018-09-01"));
  expect(july).toMatchObject({ received: 2, carriedOver: 0, resolved: { total: 1 }, inProgress: { total: 1 } });
  expect(august).toMatchObject({ received: 1, carriedOver: 1, resolved: { total: 1 }, inProgress: { total: 1 } });
});

describe("13: the order of the day (TT 01/2018/TT-VPCP, Đ19)", () => {
  it("two units on one day count apart, and a unit's days too", () => {
    const streams = [
      numberStream("000.00.01.H05", "2018-07-02"),
      numberStream("000.00.02.H05", "2018-07-02"),
      numberStream("000.00.01.H05", "2018-07-03"),
    ];
    expect(new Set(streams).size).toBe(3);
  });

  it("the 10,000th dossier of a day has no number: it does not wrap round", () => {
    const claim = { type: "claimNumber", at: 0, dossier: "d" } as const;
    expect(numberDecider.decide(claim, 9_998)).toMatchObject({ right: [{ data: { number: 9_999 } }] });
    expect(numberDecider.decide(claim, 9_999)).toMatchObject({ left: { code: "NumbersExhausted" } });
  });
});

it("14: the lead on time, a coordinator late: the dossier is on time, the coordinator is not (TT 01/2018, Đ13)", () => {
  const scenario = given(
    received,
    asked("openSubTasks", "2018-07-02T11:00"),
    asked("completeSubTask", "2018-07-05T09:00", { agency: "land office" }),
  );
  const coordinator = scenario.when(asked("completeSubTask", "2018-07-06T09:00", { agency: "tax office" }));
  expect(coordinator.flagged).toEqual(["ND-61-2018 D19.6"]);
  const punctual = coordinator.state.subTasks.map(
    ({ agency, due: own, completedAt }) =>
      [agency, own !== null && completedAt !== null && !isPast(VIETNAM.zone, own, completedAt)] as const,
  );
  expect(punctual).toEqual([
    ["land office", true],
    ["tax office", false],
  ]);
  const { state } = given(
    received,
    asked("openSubTasks", "2018-07-02T11:00"),
    asked("completeSubTask", "2018-07-06T09:00", { agency: "tax office" }),
  ).when(asked("resolve", "2018-07-09T09:00"));
  expect(state.due !== null && state.resolved !== null && isPast(VIETNAM.zone, state.due, state.resolved.at)).toBe(
    false,
  );
});

describe("15: a figure has a denominator, and without one there is none", () => {
  it("so many a day says which days", () => {
    const view = rowsOf([taken("2018-07-06T09:00")], [taken("2018-07-07T09:00")], [taken("2018-07-09T09:00")]);
    const { perDay } = indicatorsReport(view, { zone: VIETNAM.zone, onTimeBy: "auto", calendar: VIETNAM }).total;
    expect(perDay).toEqual({
      calendarDays: { days: 4, received: 0.75 },
      workingDays: { days: 2, received: 1.5 },
      daysWithIntake: { days: 3, received: 1 },
    });
  });

  it("nothing resolved is no rate, neither 0 nor 1", () => {
    expect(figures([]).rates).toEqual({ onTimeOfResolved: null, onTimeOfReceived: null, onTimeOfHandled: null });
  });
});

it("16: without a due date a dossier is in no on-time figure, and is counted as such", () => {
  const life = [taken("2018-07-02T09:00", null), decided("2018-07-05T09:00")];
  expect(figures([life])).toMatchObject({
    resolved: { total: 1, onTime: 0, noDeadline: 1 },
    rates: { onTimeOfResolved: null },
  });
});

it("every state has its code at the national portal, each code one state (TrangThaiHoSo)", () => {
  const codes = Object.values(nationalStatus).filter((code) => code !== null);
  expect(codes.toSorted((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

/** Vectors that are not about dossiers alone, where they are proven, and what those tests have to name. */
const elsewhere = [
  ["17: a payload that is sent again is the same (DongBoHoSoMC)", "portal", "isUpdating"],
  [
    "18: a false complaint lowers nothing, a later verdict changes a quarter (TT 01/2018, Đ13)",
    "petition",
    "unfounded",
  ],
] as const;

describe.each(elsewhere)("%s", (_, folder, names) => {
  const tests = testsIn(folder);
  it(`is proven in test/${folder}`, () => {
    expect(tests).toContain(names);
  });
});
