import { describe, expect, it } from "vitest";
import { dossierDecider, ND_61_2018, VIETNAM } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { given, givenUnder } from "../support/scenario.js";
import { dueBy, dueOn } from "../support/vietnam.js";

const received = asked("receive", "2018-07-02T09:00"); // due on Monday 9 July
const apologised = (time: string, to = dueOn("2018-07-16")) => asked("apologiseAndReschedule", time, { to });

describe("apology and new date at latest one day before the term ends (NĐ 61/2018, Đ19.9)", () => {
  it("one day before is in time", () => {
    const { flagged, events } = given(received).when(apologised("2018-07-08T23:59:59.999"));
    expect(flagged).toEqual([]);
    expect(events.map(({ type }) => type)).toEqual(["ApologyIssued", "DueDateRescheduled"]);
  });

  it.each([
    ["on the due date", "2018-07-09T00:00", "told 0 days before, not 1"],
    ["when it has passed", "2018-07-11T09:00", "told -2 days before, not 1"],
  ])("%s it is recorded and flagged", (_, time, detail) => {
    const { refused, flagged, events, state } = given(received).when(apologised(time));
    expect(refused).toBeUndefined();
    expect(flagged).toEqual(["ND-61-2018 D19.9"]);
    expect(events).toMatchObject([{ type: "ApologyIssued", data: { violations: [{ detail }] } }, {}]);
    expect(state).toMatchObject({ rescheduledDue: dueOn("2018-07-16"), violations: 1 });
  });
});

describe("at most once (NĐ 61/2018, Đ19.9)", () => {
  it("a second time is refused", () => {
    const again = apologised("2018-07-12T09:00", dueOn("2018-07-30"));
    expect(given(received, apologised("2018-07-06T09:00")).when(again).refused).toEqual({
      code: "AlreadyRescheduled",
      max: 1,
      due: dueOn("2018-07-16"),
    });
  });

  it("a regime that allows two measures the second against the first new date", () => {
    const lenient = dossierDecider({
      calendar: VIETNAM,
      policies: [{ ...ND_61_2018, reschedule: { max: 2, noticeBefore: 1 } }],
    });
    const scenario = givenUnder(lenient)(received, apologised("2018-07-06T09:00"));
    expect(scenario.when(apologised("2018-07-12T09:00", dueOn("2018-07-16"))).refused).toMatchObject({
      code: "RescheduledNotLater",
      due: dueOn("2018-07-16"),
    });
    expect(scenario.when(apologised("2018-07-12T09:00", dueOn("2018-07-17"))).events[1]).toMatchObject({
      data: { from: dueOn("2018-07-16"), to: dueOn("2018-07-17") },
    });
  });
});

describe("the new date", () => {
  it("keeps the promise on record: four numbers stay apart", () => {
    const { state } = given(received).when(apologised("2018-07-06T09:00"));
    expect(state).toMatchObject({
      legalTerm: { unit: "workingDay", amount: 5 },
      committedTerm: null,
      promisedDue: dueOn("2018-07-09"),
      due: dueOn("2018-07-09"),
      rescheduledDue: dueOn("2018-07-16"),
    });
  });

  it.each([
    ["the same date", dueOn("2018-07-09")],
    ["an earlier date", dueOn("2018-07-06")],
    ["an instant of the due date, which lasts until 24:00", dueBy("2018-07-09T17:00")],
  ])("must be later than the old one: %s is refused", (_, to) => {
    expect(given(received).when(apologised("2018-07-06T09:00", to)).refused).toEqual({
      code: "RescheduledNotLater",
      due: dueOn("2018-07-09"),
      to,
    });
  });

  it("refused, nothing is recorded: an apology without a date is not made", () => {
    expect(given(received).when(apologised("2018-07-06T09:00", dueOn("2018-07-09"))).events).toEqual([]);
  });
});
