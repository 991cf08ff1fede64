import { describe, expect, it } from "vitest";
import { indicatorsReport, isSatisfied, VIETNAM } from "../../src/index.js";
import { figures, happened, july, period, received, resolved, rowsOf } from "../support/figures.js";
import { dueOn, vn } from "../support/vietnam.js";

describe("a dossier whose date was put off", () => {
  const postponed = (time: string, to = dueOn("2018-07-16")) =>
    happened("DueDateRescheduled", time, { from: dueOn("2018-07-09"), to, reason: "storm" });
  const until = (time: string) => [received("2018-07-02T09:00"), postponed("2018-07-06T09:00"), resolved(time)];

  it("stays late by the promise, and is counted as within the new date", () => {
    const { resolved: counts, rescheduled } = figures([until("2018-07-16T23:00")]);
    expect(counts).toMatchObject({ late: 1, onTime: 0 });
    expect(rescheduled).toEqual({ dossiers: 1, lateButWithinNewDate: 1 });
  });

  it("is on time when it kept the promise all the same", () => {
    const { resolved: counts, rescheduled } = figures([until("2018-07-09T09:00")]);
    expect(counts).toMatchObject({ onTime: 1 });
    expect(rescheduled).toEqual({ dossiers: 1, lateButWithinNewDate: 0 });
  });

  it("later than the new date it is late by both", () => {
    expect(figures([until("2018-07-17T00:00")]).rescheduled).toEqual({ dossiers: 1, lateButWithinNewDate: 0 });
  });

  it("a date put off after the decision excuses nothing", () => {
    const history = [received("2018-07-02T09:00"), resolved("2018-07-12T09:00"), postponed("2018-07-13T09:00")];
    expect(figures([history]).rescheduled).toEqual({ dossiers: 1, lateButWithinNewDate: 0 });
  });

  it("is counted in the period in which it was put off", () => {
    expect(figures([until("2018-08-02T09:00")], period("2018-08-01", "2018-09-01")).rescheduled.dossiers).toBe(0);
    expect(figures([until("2018-07-16T09:00")], { ...july, asOf: vn("2018-07-06T08:59") }).rescheduled.dossiers).toBe(
      0,
    );
  });

  it("in progress it is overdue by the promise", () => {
    const open = [received("2018-07-02T09:00"), postponed("2018-07-06T09:00", dueOn("2018-08-20"))];
    expect(figures([open]).inProgress).toMatchObject({ overdue: 1, withinTerm: 0 });
  });
});

describe("changes of hands", () => {
  const to = (agency: string, time: string) => happened("DossierForwarded", time, { from: "one-stop", to: agency });
  const by = (handler: string, time: string) => happened("HandlerAssigned", time, { handler, agency: "land office" });

  it("counts a hand-over to someone else, not a repetition", () => {
    const history = [
      received("2018-07-02T09:00"),
      to("land office", "2018-07-02T10:00"),
      to("land office", "2018-07-02T11:00"),
      happened("DossierTransferred", "2018-07-03T10:00", { from: "land office", to: "tax office" }),
      to("land office", "2018-07-04T10:00"),
    ];
    expect(figures([history]).transfers).toEqual({ handler: 0, unit: 3 });
  });

  it("through another agency's one-stop it is in that unit's hands, then in the agency's", () => {
    const through = happened("DossierTransferred", "2018-07-03T09:00", {
      from: "one-stop",
      to: "tax office",
      via: "tax one-stop",
    });
    const onward = happened("DossierForwarded", "2018-07-03T10:00", { from: "tax one-stop", to: "tax office" });
    expect(figures([[received("2018-07-02T09:00"), through]]).transfers.unit).toBe(1);
    expect(figures([[received("2018-07-02T09:00"), through, onward]]).transfers.unit).toBe(2);
  });

  it("the first handler is no change", () => {
    const history = [
      received("2018-07-02T09:00"),
      by("a", "2018-07-02T10:00"),
      by("a", "2018-07-03T10:00"),
      by("b", "2018-07-04T10:00"),
      by("a", "2018-07-05T10:00"),
    ];
    expect(figures([history]).transfers).toEqual({ handler: 2, unit: 0 });
  });

  it("the lines of a legacy log tell of hands too", () => {
    const line = (ordinal: number, handler: string, unit: string) =>
      happened("SourceEventRecorded", `2018-07-0${ordinal + 2}T10:00`, {
        log: "receipt",
        ordinal,
        activity: "T02",
        attributes: {},
        handler,
        unit,
      });
    const history = [
      received("2018-07-02T09:00"),
      line(1, "a", "one-stop"),
      line(2, "b", "experts"),
      line(3, "b", "experts"),
    ];
    expect(figures([history]).transfers).toEqual({ handler: 1, unit: 1 });
  });

  it("lines that stand before the reception change nothing from nobody", () => {
    const line = happened("SourceEventRecorded", "2018-07-01T10:00", {
      log: "receipt",
      ordinal: 0,
      activity: "T02",
      attributes: {},
      handler: "a",
      unit: "experts",
    });
    expect(figures([[line, received("2018-07-02T09:00")]]).transfers).toEqual({ handler: 0, unit: 0 });
  });

  it("only those within the period", () => {
    const history = [
      received("2018-07-02T09:00"),
      to("land office", "2018-07-02T10:00"),
      to("police", "2018-08-02T10:00"),
    ];
    expect(figures([history]).transfers.unit).toBe(1);
    expect(figures([history], period("2018-08-01", "2018-09-01")).transfers.unit).toBe(1);
  });
});

it("requests for supplements are counted when they are made", () => {
  const history = [
    received("2018-06-29T09:00"),
    happened("SupplementRequested", "2018-07-02T09:00", { items: ["map"] }),
  ];
  expect(figures([history]).supplements).toBe(1);
  expect(figures([history], period("2018-06-01", "2018-07-01")).supplements).toBe(0);
});

describe("satisfied is the upper part of a scale, without its middle", () => {
  it.each([
    [3, [3]],
    [4, [3, 4]],
    [5, [4, 5]],
  ])("of %d: %j", (scale, satisfied) => {
    const scores = Array.from({ length: scale }, (_, n) => n + 1);
    expect(scores.filter((score) => isSatisfied(score, scale))).toEqual(satisfied);
  });

  it("the rate is published with the number of answers", () => {
    const rated = (score: number, scale: number) =>
      happened("SatisfactionRated", "2018-07-12T09:00", { score, scale, aspect: "attitude" });
    const history = [received("2018-07-02T09:00"), resolved("2018-07-06T09:00"), rated(5, 5), rated(2, 3), rated(3, 4)];
    expect(figures([history]).satisfaction).toEqual({ ratings: 3, satisfied: 2, rate: 0.666667 });
    expect(figures([history.slice(0, 2)]).satisfaction).toEqual({ ratings: 0, satisfied: 0, rate: null });
    expect(figures([history], period("2018-08-01", "2018-09-01")).satisfaction.ratings).toBe(0);
  });
});

describe("a dossier that was stopped and is taken up again", () => {
  const stopped = happened("ProcessingStopped", "2018-06-20T09:00", { reason: "dispute in court" });
  const resumed = happened("ProcessingResumed", "2018-07-10T09:00", { due: dueOn("2018-07-31") });
  const history = [received("2018-06-10T09:00"), stopped, resumed, resolved("2018-07-20T09:00")];

  it("comes into the period in which it is taken up, and is counted there", () => {
    expect(figures([history])).toMatchObject({
      received: 0,
      carriedOver: 0,
      resumed: 1,
      resolved: { total: 1, early: 1 },
    });
  });

  it("stands nowhere in a period through which it rests", () => {
    expect(figures([history.slice(0, 2)])).toMatchObject({ received: 0, carriedOver: 0, resumed: 0, stopped: 0 });
  });
});

describe("decided on the spot (TT 01/2018, Đ6)", () => {
  const handedOver = (time: string) => happened("DossierForwarded", time, { from: "one-stop", to: "land office" });

  it("counts what was decided without leaving the unit that received it", () => {
    const away = [received("2018-07-02T09:00"), handedOver("2018-07-02T10:00"), resolved("2018-07-03T09:00")];
    expect(figures([[received("2018-07-02T09:00"), resolved("2018-07-02T11:00")], away]).onTheSpot).toEqual({
      dossiers: 1,
      rate: 0.5,
    });
  });

  it("a hand-over to the unit itself does not leave it, and one after the decision does not matter", () => {
    const stayed = happened("DossierForwarded", "2018-07-02T10:00", { from: "one-stop", to: "one-stop" });
    const history = [
      received("2018-07-02T09:00"),
      stayed,
      resolved("2018-07-03T09:00"),
      handedOver("2018-07-04T09:00"),
    ];
    expect(figures([history]).onTheSpot).toEqual({ dossiers: 1, rate: 1 });
  });

  it("nothing decided is no rate", () => {
    expect(figures([[received("2018-07-02T09:00")]]).onTheSpot).toEqual({ dossiers: 0, rate: null });
  });
});

it("a report asked of one centre leaves out the others", () => {
  const ours = [received("2018-07-02T09:00"), resolved("2018-07-03T09:00")];
  const theirs = [received("2018-07-02T09:00", null, { centre: "thanh-hoa" })];
  const query = { zone: VIETNAM.zone, onTimeBy: "auto", calendar: VIETNAM } as const;
  const count = (centre?: string) =>
    indicatorsReport(rowsOf(ours, theirs), { ...query, ...(centre && { centre }) }).total.received;
  expect([count(), count("bac-ninh"), count("thanh-hoa"), count("nowhere")]).toEqual([2, 1, 1, 0]);
});
