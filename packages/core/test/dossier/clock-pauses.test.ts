import { describe, expect, it } from "vitest";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";
import { dueBy, dueOn } from "../support/vietnam.js";

const hours = (time: string, amount: number) => asked("receive", time, { legalTerm: { unit: "workingHour", amount } });

describe("an obligation to be paid stops the clock until it is settled", () => {
  const received = asked("receive", "2018-07-02T09:00");
  const notified = asked("notifyObligation", "2018-07-03T09:00");

  it("the working days of waiting are added to the due date", () => {
    const { state, events } = given(received, notified).when(asked("settleObligation", "2018-07-09T15:00"));
    expect(events).toMatchObject([{ type: "FinancialObligationSettled", data: { due: dueOn("2018-07-13") } }]);
    expect(state).toMatchObject({ status: "processing", due: dueOn("2018-07-13"), promisedDue: dueOn("2018-07-09") });
  });

  it("settled the same day it adds none", () => {
    const { state } = given(received, notified).when(asked("settleObligation", "2018-07-03T16:00"));
    expect(state.due).toEqual(dueOn("2018-07-09"));
  });

  it.each([0, -5, 1.5, Number.MAX_SAFE_INTEGER + 1])("an amount of %d is refused", (minor) => {
    const amounts = [{ kind: "tax" as const, minor, currency: "VND" }];
    expect(given(received).when(asked("notifyObligation", "2018-07-03T09:00", { amounts })).refused).toEqual({
      code: "AmountRefused",
    });
  });

  it("nothing to be paid is refused too", () => {
    expect(given(received).when(asked("notifyObligation", "2018-07-03T09:00", { amounts: [] })).refused).toEqual({
      code: "AmountRefused",
    });
  });
});

describe("a pause over Tết (14 to 20 February 2018)", () => {
  it("adds only working days to a term in days", () => {
    const history = [asked("receive", "2018-02-12T09:00"), asked("stop", "2018-02-13T16:00")];
    const { state } = given(...history).when(asked("resume", "2018-02-21T09:00"));
    // Without the pause: 13, 21, 22, 23, 26 February; the pause adds the 21st alone.
    expect(state.due).toEqual(dueOn("2018-02-27"));
  });

  it("adds only working hours to a term in hours: one before, one and a half after", () => {
    // Without the pause: 08:00 on the 21st.
    const history = [hours("2018-02-13T08:00", 8), asked("stop", "2018-02-13T16:00")];
    const { state } = given(...history).when(asked("resume", "2018-02-21T09:00"));
    expect(state.due).toEqual(dueBy("2018-02-21T10:30"));
  });
});

describe("stopped while it stood still already", () => {
  it("the first stop counts, and the clock runs on when processing is resumed", () => {
    const history = [
      asked("receive", "2018-07-02T09:00"),
      asked("requestSupplement", "2018-07-03T09:00"),
      asked("stop", "2018-07-05T09:00"),
    ];
    const { state } = given(...history).when(asked("resume", "2018-07-09T09:00"));
    expect(state.due).toEqual(dueOn("2018-07-13"));
    expect(state.clock?.pauses).toMatchObject([{ cause: "supplement" }]);
  });
});
