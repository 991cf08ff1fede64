import { describe, expect, it } from "vitest";
import { asked } from "../support/commands.js";
import { resolved as decided, figures, happened, received as taken } from "../support/figures.js";
import { given } from "../support/scenario.js";
import { dueBy, dueOn } from "../support/vietnam.js";

const received = asked("receive", "2018-07-02T09:00"); // due on Monday 9 July
const resolved = asked("resolve", "2018-07-05T09:00");

describe("a wrong result is corrected, at the cost of whose fault it is (NĐ 61/2018, Đ21)", () => {
  it.each(["state", "applicant"] as const)("the fault of the %s", (fault) => {
    const { events } = given(received, resolved).when(asked("correctResult", "2018-07-06T09:00", { fault }));
    expect(events).toMatchObject([{ type: "ResultCorrected", data: { fault, cost: fault } }]);
  });

  it("also after it was handed out, and with a reason", () => {
    const scenario = given(received, resolved, asked("returnResult", "2018-07-06T09:00"));
    expect(scenario.when(asked("correctResult", "2018-08-06T09:00")).state.status).toBe("returned");
    expect(scenario.when(asked("correctResult", "2018-08-06T09:00", { reason: "" })).refused).toEqual({
      code: "ReasonsMissing",
    });
  });
});

describe("papers that were lost or damaged are made good, with an apology (NĐ 61/2018, Đ21)", () => {
  const lost = (fields: object = {}) =>
    given(received).when(asked("reportLoss", "2018-07-03T09:00", { responsible: "staff-4", ...fields }));

  it("both are on record, with who answers for it", () => {
    expect(lost().events).toMatchObject([
      { type: "DossierLostOrDamaged", data: { damage: "lost", remedy: "a new map is drawn", responsible: "staff-4" } },
      { type: "ApologyIssued", data: { reason: "left in a taxi", kind: "loss" } },
    ]);
  });

  it("it puts no date off, and does not use up the one time that one may be", () => {
    expect(lost().state).toMatchObject({ rescheduledDue: null, reschedules: 0, status: "received" });
    const again = given(received, asked("reportLoss", "2018-07-03T09:00"));
    expect(again.when(asked("apologiseAndReschedule", "2018-07-04T09:00")).refused).toBeUndefined();
  });

  it("what was lost and how it is made good has to be said", () => {
    expect(lost({ items: [] }).refused).toEqual({ code: "ContentMissing", field: "items" });
    expect(lost({ remedy: "" }).refused).toEqual({ code: "ContentMissing", field: "remedy" });
  });
});

describe("originals are given back (NĐ 61/2018, Đ20.2)", () => {
  const withOriginals = asked("receive", "2018-07-02T09:00", { originals: ["land certificate", "map", "map"] });
  const given2 = asked("returnOriginals", "2018-07-05T10:00", { items: ["map", "land certificate"] });

  it("those that were handed in, each once", () => {
    expect(given(withOriginals).when(given2).state.originals).toEqual(["map"]);
    const more = asked("returnOriginals", "2018-07-05T11:00", { items: ["map", "map"] });
    expect(given(withOriginals, given2).when(more).refused).toEqual({ code: "OriginalsNotHeld", items: ["map"] });
    expect(given(withOriginals).when(asked("returnOriginals", "2018-07-05T11:00", { items: [] })).refused).toEqual({
      code: "ContentMissing",
      field: "items",
    });
  });

  it("a result that is handed out without them is flagged", () => {
    const returned = asked("returnResult", "2018-07-06T09:00");
    const rest = asked("returnOriginals", "2018-07-05T11:00", { items: ["map"] });
    expect(given(withOriginals, resolved, given2).when(returned).flagged).toEqual(["ND-61-2018 D20.2"]);
    expect(given(withOriginals, resolved, given2, rest).when(returned).flagged).toEqual([]);
  });

  it("a withdrawn dossier's too", () => {
    const scenario = given(withOriginals, asked("withdraw", "2018-07-03T09:00"));
    expect(scenario.when(given2).refused).toBeUndefined();
  });
});

describe("a voucher goes with the dossier when it was not paid at the counter (NĐ 61/2018, Đ22)", () => {
  const attached = asked("attachVoucher", "2018-07-02T09:30");

  it("from hand to hand", () => {
    const scenario = given(received, attached, asked("forward", "2018-07-02T10:00"));
    expect(given(received, attached).when(asked("forward", "2018-07-02T10:00")).events).toMatchObject([
      { data: { vouchers: ["UNC-0001"] } },
    ]);
    expect(scenario.when(asked("transfer", "2018-07-03T10:00")).events).toMatchObject([
      { data: { vouchers: ["UNC-0001"] } },
    ]);
  });

  it("without one nothing is said of any", () => {
    expect(given(received).when(asked("forward", "2018-07-02T10:00")).events[0]?.data).not.toHaveProperty("vouchers");
  });

  it("one voucher once", () => {
    expect(given(received, attached).when(attached).refused).toEqual({
      code: "VoucherAlreadyAttached",
      voucher: "UNC-0001",
    });
  });
});

describe("the one-stop urges agencies about what is due soon or overdue (NĐ 61/2018, Đ8.2b)", () => {
  it.each([
    ["2018-07-09T23:59", "dueSoon"],
    ["2018-07-10T00:00", "overdue"],
  ])("at %s: %s", (time, about) => {
    expect(given(received).when(asked("urgeAgency", time)).events).toMatchObject([
      { type: "AgencyUrged", data: { agency: "land office", about, due: dueOn("2018-07-09") } },
    ]);
  });

  it("an agency with a part of its own, about that", () => {
    const scenario = given(received, asked("openSubTasks", "2018-07-02T11:00"));
    const urged = scenario.when(asked("urgeAgency", "2018-07-05T09:00", { agency: "tax office" }));
    expect(urged.events).toMatchObject([{ data: { about: "overdue", due: dueOn("2018-07-04") } }]);
    const done = given(
      received,
      asked("openSubTasks", "2018-07-02T11:00"),
      asked("completeSubTask", "2018-07-03T09:00"),
    );
    const about = done.when(asked("urgeAgency", "2018-07-05T09:00", { agency: "tax office" }));
    expect(about.events).toMatchObject([{ data: { about: "dueSoon", due: dueOn("2018-07-09") } }]);
  });
});

describe("a term is made longer on a legal basis", () => {
  const extended = (time: string, fields: object = {}) => asked("extendDeadline", time, fields);

  it("by so much of its own unit, apart from the promise and from rescheduling", () => {
    const { events, state } = given(received).when(extended("2018-07-04T09:00"));
    expect(events).toMatchObject([
      { type: "DeadlineExtended", data: { amount: 3, from: dueOn("2018-07-09"), to: dueOn("2018-07-12") } },
    ]);
    expect(state).toMatchObject({ due: dueOn("2018-07-12"), promisedDue: dueOn("2018-07-09"), reschedules: 0 });
  });

  it("in working hours too", () => {
    const inHours = asked("receive", "2018-07-02T08:00", { legalTerm: { unit: "workingHour", amount: 8 } });
    const { state } = given(inHours).when(extended("2018-07-02T09:00", { amount: 2 }));
    expect(state.due).toEqual(dueBy("2018-07-03T10:00"));
  });

  it("and keeps its length through a pause, but not through a term that begins anew", () => {
    const paid = [received, extended("2018-07-03T09:00"), asked("notifyObligation", "2018-07-04T09:00")];
    expect(given(...paid).when(asked("settleObligation", "2018-07-05T09:00")).state.due).toEqual(dueOn("2018-07-13"));
    const anew = [received, extended("2018-07-03T09:00"), asked("requestSupplement", "2018-07-04T09:00")];
    expect(given(...anew).when(asked("receiveSupplement", "2018-07-05T09:00")).state.due).toEqual(dueOn("2018-07-12"));
  });

  it("only after the due date had passed, it is flagged", () => {
    expect(given(received).when(extended("2018-07-09T23:59:59.999")).flagged).toEqual([]);
    expect(given(received).when(extended("2018-07-10T00:00")).flagged).toEqual(["ND-61-2018 D19.9"]);
  });

  it("while the clock stands still no date has passed", () => {
    const waiting = given(received, asked("requestSupplement", "2018-07-04T09:00"));
    expect(waiting.when(extended("2018-07-20T09:00")).flagged).toEqual([]);
  });

  it("without a basis, or by nothing, it is refused", () => {
    expect(given(received).when(extended("2018-07-04T09:00", { basis: "" })).refused).toEqual({
      code: "ContentMissing",
      field: "basis",
    });
    for (const amount of [0, -1, 0.5])
      expect(given(received).when(extended("2018-07-04T09:00", { amount })).refused).toEqual({
        code: "TermRefused",
        detail: "notPositive",
      });
  });

  it("the figures hold the decision against the longer term, and count it", () => {
    const longer = happened("DeadlineExtended", "2018-07-06T09:00", {
      amount: 3,
      from: dueOn("2018-07-09"),
      to: dueOn("2018-07-12"),
      reason: "r",
      basis: "b",
    });
    const life = [taken("2018-07-02T09:00"), longer, decided("2018-07-12T09:00")];
    expect(figures([life])).toMatchObject({ resolved: { onTime: 1, late: 0 }, extended: 1 });
    const told = [taken("2018-07-02T09:00"), decided("2018-07-05T09:00"), longer];
    expect(figures([told])).toMatchObject({ resolved: { total: 1, early: 1 }, throughputDays: { median: 3 } });
  });
});
