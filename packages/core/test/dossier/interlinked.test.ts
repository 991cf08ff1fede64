import { describe, expect, it } from "vitest";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";
import { dueOn, vn } from "../support/vietnam.js";

const days = (amount: number) => ({ unit: "workingDay" as const, amount });

// Monday 2 July 2018; the dossier is due on the 9th, the land office's part on the 6th, the tax office's on the 4th.
const received = asked("receive", "2018-07-02T09:00");
const handedOver = asked("forward", "2018-07-02T10:00");
const fannedOut = asked("openSubTasks", "2018-07-02T11:00");

describe("electronically all agencies have it at once, each with its own due date (NĐ 61/2018, Đ19.6)", () => {
  it("one of them leads", () => {
    expect(given(received, handedOver).when(fannedOut).events).toMatchObject([
      { type: "InterlinkedRouteSet", data: { route: "electronic", lead: "land office" } },
      { type: "SubTaskOpened", data: { agency: "land office", due: dueOn("2018-07-06"), lead: true } },
      { type: "SubTaskOpened", data: { agency: "tax office", due: dueOn("2018-07-04") } },
    ]);
  });

  it("a coordinator that is late is late by itself: the dossier may still be on time", () => {
    const scenario = given(received, handedOver, fannedOut);
    expect(scenario.when(asked("completeSubTask", "2018-07-04T23:59:59.999")).flagged).toEqual([]);
    const { flagged, state } = scenario.when(asked("completeSubTask", "2018-07-05T00:00"));
    expect(flagged).toEqual(["ND-61-2018 D19.6"]);
    expect(state).toMatchObject({ due: dueOn("2018-07-09"), status: "received" });
    expect(state.subTasks).toMatchObject([
      { agency: "land office", completedAt: null },
      { agency: "tax office", completedAt: vn("2018-07-05T00:00") },
    ]);
  });

  it("a part is completed once, and only by an agency that has one", () => {
    const done = given(received, handedOver, fannedOut, asked("completeSubTask", "2018-07-04T09:00"));
    expect(done.when(asked("completeSubTask", "2018-07-04T10:00")).refused).toEqual({
      code: "SubTaskNotOpen",
      agency: "tax office",
    });
    expect(done.when(asked("completeSubTask", "2018-07-04T10:00", { agency: "police" })).refused).toMatchObject({
      code: "SubTaskNotOpen",
    });
  });

  it("nothing has to be carried on: there is no hand-over to be late", () => {
    const { events } = given(received, handedOver, fannedOut).when(asked("completeSubTask", "2018-07-04T09:00"));
    expect(events).toEqual([
      { type: "SubTaskCompleted", occurredAt: vn("2018-07-04T09:00"), data: { agency: "tax office" } },
    ]);
  });
});

describe("on paper one agency after the other has it, in the order set (NĐ 61/2018, Đ19.6)", () => {
  const onPaper = asked("openSubTasks", "2018-07-02T11:00", {
    route: "paper",
    lead: "land office",
    agencies: [
      { agency: "land office", term: days(1) },
      { agency: "tax office", term: days(2) },
      { agency: "police", term: days(3) },
    ],
  });
  const first = [received, handedOver, onPaper];
  const leadDone = asked("completeSubTask", "2018-07-03T14:00", { agency: "land office" });
  const toTax = asked("transfer", "2018-07-03T16:00", { to: "tax office" });

  it("at first it is open where the dossier is", () => {
    expect(given(...first).state.subTasks).toMatchObject([
      { agency: "land office", due: dueOn("2018-07-03") },
      { agency: "tax office", due: null },
      { agency: "police", due: null },
    ]);
  });

  it("before it is there, no part is open", () => {
    expect(
      given(received)
        .when(onPaper)
        .events.map(({ type }) => type),
    ).toEqual(["InterlinkedRouteSet"]);
    expect(
      given(received, onPaper)
        .when(handedOver)
        .events.map(({ type }) => type),
    ).toEqual(["DossierForwarded", "SubTaskOpened"]);
  });

  it("the next agency's own term begins when the dossier comes to it", () => {
    const { events, flagged } = given(...first, leadDone).when(toTax);
    expect(events).toMatchObject([
      { type: "DossierTransferred", data: { from: "land office", to: "tax office" } },
      { type: "SubTaskOpened", data: { agency: "tax office", due: dueOn("2018-07-05") } },
    ]);
    expect(flagged).toEqual([]);
  });

  it.each([
    ["2018-07-03T14:59", "2018-07-03T17:00"],
    ["2018-07-03T15:00", "2018-07-03T17:00"],
    ["2018-07-03T15:01", "2018-07-04T17:00"],
  ])("done at %s it has to have gone on by %s (Đ18.3)", (done, by) => {
    const completed = asked("completeSubTask", done, { agency: "land office" });
    const scenario = given(...first, completed);
    expect(scenario.state.handOverBy).toBe(vn(by));
    expect(scenario.when(asked("transfer", by, { to: "tax office" })).flagged).toEqual([]);
    const late = scenario.when({ ...asked("transfer", by, { to: "tax office" }), at: vn(by) + 1 });
    expect(late.flagged).toEqual(["ND-61-2018 D18"]);
    expect(late.state.handOverBy).toBeNull();
  });

  it("another agency than the one set is recorded and flagged", () => {
    const { flagged, refused } = given(...first, leadDone).when(
      asked("transfer", "2018-07-03T16:00", { to: "police" }),
    );
    expect(refused).toBeUndefined();
    expect(flagged).toEqual(["ND-61-2018 D19.6"]);
  });

  it("the last one returns it to the lead", () => {
    const toPolice = asked("transfer", "2018-07-05T10:00", { to: "police" });
    const scenario = given(
      ...first,
      leadDone,
      toTax,
      asked("completeSubTask", "2018-07-05T09:00"),
      toPolice,
      asked("completeSubTask", "2018-07-06T09:00", { agency: "police" }),
    );
    expect(scenario.state).toMatchObject({ agency: "police", handOverBy: vn("2018-07-06T17:00") });
    const back = scenario.when(asked("transfer", "2018-07-06T10:00", { to: "land office" }));
    expect(back.flagged).toEqual([]);
    expect(back.state).toMatchObject({ agency: "land office", handOverBy: null });
    expect(scenario.when(asked("transfer", "2018-07-06T10:00", { to: "tax office" })).flagged).toEqual([
      "ND-61-2018 D19.6",
    ]);
  });
});

describe("a route goes through two agencies or more, each once, one of them leading", () => {
  it.each([
    ["tooFew", "land office", ["land office"]],
    ["agencyTwice", "land office", ["land office", "land office"]],
    ["leadMissing", "police", ["land office", "tax office"]],
  ])("%s", (detail, lead, agencies) => {
    const route = { lead, agencies: agencies.map((agency) => ({ agency, term: days(1) })) };
    expect(given(received).when(asked("openSubTasks", "2018-07-02T11:00", route)).refused).toEqual({
      code: "RouteRefused",
      detail,
    });
  });

  it("a new route waits for the parts of the old one", () => {
    const scenario = given(received, fannedOut, asked("completeSubTask", "2018-07-03T09:00"));
    expect(scenario.when(fannedOut).refused).toEqual({ code: "SubTasksStillOpen", agencies: ["land office"] });
  });
});

describe("to another agency it goes through that agency's one-stop (NĐ 61/2018, Đ18.3, Đ19.7)", () => {
  const sent = (fields: object) => asked("transfer", "2018-07-03T15:01", { to: "province land office", ...fields });

  it("which has to hand it over by the rule of 15:00", () => {
    const scenario = given(received, handedOver, sent({ via: "province one-stop", level: "upper" }));
    expect(scenario.state).toMatchObject({
      holder: "province one-stop",
      agency: "province land office",
      handOverBy: vn("2018-07-04T17:00"),
    });
    const forwarded = (time: string) => scenario.when(asked("forward", time, { to: "province land office" }));
    expect(forwarded("2018-07-04T17:00").flagged).toEqual([]);
    expect(forwarded("2018-07-04T17:00:00.001").flagged).toEqual(["ND-61-2018 D18"]);
    expect(forwarded("2018-07-04T17:00").state).toMatchObject({ holder: "province land office", handOverBy: null });
  });

  it.each(["upper", "lower"] as const)("past the one-stop of the %s level it is flagged", (level) => {
    expect(given(received, handedOver).when(sent({ level })).flagged).toEqual(["ND-61-2018 D19.7"]);
  });

  it("within one level nothing says that it must", () => {
    expect(given(received, handedOver).when(sent({ level: "same" })).flagged).toEqual([]);
    expect(given(received, handedOver).when(sent({})).flagged).toEqual([]);
  });
});

describe("the result returns to the one-stop that received the dossier (NĐ 61/2018, Đ19.7)", () => {
  const resolved = asked("resolve", "2018-07-05T09:00");

  it("wherever it was decided", () => {
    const scenario = given(received, asked("transfer", "2018-07-03T09:00", { to: "province land office" }), resolved);
    const { events, state, flagged } = scenario.when(asked("handOverResult", "2018-07-05T10:00"));
    expect(events).toMatchObject([{ data: { from: "province land office", to: "one-stop" } }]);
    expect(flagged).toEqual([]);
    expect(state).toMatchObject({ status: "resolved", resultAt: "one-stop" });
  });

  it("or to where the applicant is to get it, where that was said at reception", () => {
    const elsewhere = asked("receive", "2018-07-02T09:00", { deliveringUnit: "ward 3" });
    expect(given(elsewhere, resolved).when(asked("handOverResult", "2018-07-05T10:00")).state.resultAt).toBe("ward 3");
    const toWard = asked("handOverResult", "2018-07-05T10:00", { to: "ward 3" });
    expect(given(elsewhere, resolved).when(toWard).flagged).toEqual([]);
    const toReceiver = asked("handOverResult", "2018-07-05T10:00", { to: "one-stop" });
    expect(given(elsewhere, resolved).when(toReceiver).flagged).toEqual([]);
  });

  it("anywhere else it is flagged", () => {
    const { flagged } = given(received, resolved).when(asked("handOverResult", "2018-07-05T10:00", { to: "ward 9" }));
    expect(flagged).toEqual(["ND-61-2018 D19.7"]);
  });
});

describe("a dossier may be received, decided and handed out at three places (independent of boundaries)", () => {
  it("each is on record", () => {
    const { state } = given().when(
      asked("receive", "2018-07-02T09:00", { unit: "ward 1", agency: "land office", deliveringUnit: "ward 3" }),
    );
    expect(state).toMatchObject({ receivingUnit: "ward 1", agency: "land office", deliveringUnit: "ward 3" });
  });

  it("received by the agency itself, it has nowhere to be handed over to", () => {
    const { state } = given().when(asked("receive", "2018-07-02T09:00", { unit: "land office" }));
    expect(state.handOverBy).toBeNull();
  });
});
