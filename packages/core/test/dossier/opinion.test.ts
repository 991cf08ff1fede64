import { describe, expect, it } from "vitest";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";
import { dueBy, dueOn, vn } from "../support/vietnam.js";

// Received on Monday 2 July 2018, due on the 9th; an opinion of two working days asked for on the 3rd, due on the 5th.
const received = asked("receive", "2018-07-02T09:00");
const requested = asked("requestOpinion", "2018-07-03T09:00");
const waiting = given(received, requested);

describe("an opinion is asked for with its content and its own due date (NĐ 61/2018, Đ19.5)", () => {
  it("counted like any term, from the day after", () => {
    expect(given(received).when(requested).events).toMatchObject([
      {
        type: "OpinionRequested",
        data: { agency: "tax office", content: "is the land taxed?", due: dueOn("2018-07-05") },
      },
    ]);
  });

  it("in hours from the instant", () => {
    const inHours = asked("requestOpinion", "2018-07-03T16:00", { term: { unit: "workingHour", amount: 2 } });
    expect(given(received).when(inHours).events).toMatchObject([{ data: { due: dueBy("2018-07-04T08:30") } }]);
  });

  it("without content it is refused, and so is a term that is none", () => {
    const asking = (fields: object) =>
      given(received).when(asked("requestOpinion", "2018-07-03T09:00", fields)).refused;
    expect(asking({ content: "  " })).toEqual({ code: "ContentMissing", field: "content" });
    expect(asking({ term: { unit: "workingDay", amount: -1 } })).toEqual({
      code: "TermRefused",
      detail: "notPositive",
    });
  });

  it("one name is one opinion", () => {
    expect(waiting.when(requested).refused).toEqual({ code: "OpinionAlreadyRequested", opinion: "opinion-1" });
    const other = asked("requestOpinion", "2018-07-03T09:00", { opinion: "opinion-2", agency: "police" });
    expect(waiting.when(other).state.opinions).toHaveLength(2);
  });

  it("the main clock runs on: nothing says that it stops", () => {
    expect(waiting.state).toMatchObject({ due: dueOn("2018-07-09"), clock: { stopped: null, pauses: [] } });
    expect(waiting.when(asked("noteOverdue", "2018-07-10T00:00")).refused).toBeUndefined();
  });
});

describe("an opinion is recorded", () => {
  it("once", () => {
    const { state } = waiting.when(asked("recordOpinion", "2018-07-05T23:59:59.999"));
    expect(state.opinions).toMatchObject([{ opinion: "opinion-1", recordedAt: vn("2018-07-05T23:59:59.999") }]);
    const again = given(received, requested, asked("recordOpinion", "2018-07-04T09:00"));
    expect(again.when(asked("recordOpinion", "2018-07-05T09:00")).refused).toEqual({
      code: "OpinionNotOpen",
      opinion: "opinion-1",
    });
  });

  it("in time until the end of its date; later it is recorded and flagged", () => {
    expect(waiting.when(asked("recordOpinion", "2018-07-05T23:59:59.999")).flagged).toEqual([]);
    expect(waiting.when(asked("recordOpinion", "2018-07-06T00:00")).flagged).toEqual(["ND-61-2018 D19.5"]);
  });

  it("not when nobody asked for it", () => {
    expect(given(received).when(asked("recordOpinion", "2018-07-05T09:00")).refused).toMatchObject({
      code: "OpinionNotOpen",
    });
  });
});

describe("the lead tells the head of the one-stop that an opinion is overdue (NĐ 61/2018, Đ19.5)", () => {
  const report = (time: string) => asked("reportOpinionOverdue", time);

  it("not while its date lasts", () => {
    expect(waiting.when(report("2018-07-05T23:59:59.999")).refused).toEqual({
      code: "OpinionNotOverdue",
      due: dueOn("2018-07-05"),
    });
  });

  it("then once", () => {
    expect(waiting.when(report("2018-07-06T00:00")).events).toMatchObject([
      {
        type: "OpinionOverdueReported",
        data: { opinion: "opinion-1", agency: "tax office", due: dueOn("2018-07-05") },
      },
    ]);
    expect(given(received, requested, report("2018-07-06T00:00")).when(report("2018-07-06T09:00")).refused).toEqual({
      code: "OpinionAlreadyReported",
      opinion: "opinion-1",
    });
  });

  it("no longer when it has come", () => {
    const come = given(received, requested, asked("recordOpinion", "2018-07-06T08:00"));
    expect(come.when(report("2018-07-06T09:00")).refused).toMatchObject({ code: "OpinionNotOpen" });
  });
});

describe("what was verified is a file of the dossier (NĐ 61/2018, Đ19.3b)", () => {
  it("by the agency that has it, unless another is named", () => {
    const verified = (fields: object) =>
      given(received).when(asked("recordVerification", "2018-07-03T09:00", fields)).events;
    expect(verified({})).toMatchObject([{ data: { file: "site-visit-1", agency: "land office" } }]);
    expect(verified({ agency: "police" })).toMatchObject([{ data: { agency: "police" } }]);
  });

  it("without a file it is refused", () => {
    expect(given(received).when(asked("recordVerification", "2018-07-03T09:00", { file: "" })).refused).toEqual({
      code: "ContentMissing",
      field: "file",
    });
  });
});
