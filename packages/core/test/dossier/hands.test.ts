import { describe, expect, it } from "vitest";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";
import { dueBy, dueOn } from "../support/vietnam.js";

const received = asked("receive", "2018-07-02T09:00");
const assigned = asked("assignHandler", "2018-07-03T09:00");

describe("who has a dossier", () => {
  it("a handler is assigned in the agency that has it", () => {
    const { events, state } = given(received, asked("forward", "2018-07-02T10:00")).when(assigned);
    expect(events).toMatchObject([{ type: "HandlerAssigned", data: { handler: "handler-1", agency: "land office" } }]);
    expect(state).toMatchObject({ status: "processing", handler: "handler-1", holder: "land office" });
  });

  it("a handler may have a term, whose clock is apart from the dossier's", () => {
    const term = { unit: "workingDay", amount: 2 } as const;
    const scenario = given(received, asked("forward", "2018-07-02T10:00"));
    const { events, state } = scenario.when(asked("assignHandler", "2018-07-03T09:00", { term }));
    expect(events).toMatchObject([{ data: { handler: "handler-1", due: dueOn("2018-07-05") } }]);
    expect(state).toMatchObject({ handlerDue: dueOn("2018-07-05"), due: dueOn("2018-07-09") });
    expect(scenario.when(assigned).state.handlerDue).toBeNull();
  });

  it("the next handler has a clock of their own, and what leaves the agency has none", () => {
    const term = { unit: "workingHour", amount: 4 } as const;
    const history = [
      received,
      asked("forward", "2018-07-02T10:00"),
      asked("assignHandler", "2018-07-03T09:00", { term }),
    ];
    expect(given(...history).state.handlerDue).toEqual(dueBy("2018-07-03T14:30"));
    expect(given(...history, asked("assignHandler", "2018-07-03T10:00")).state.handlerDue).toBeNull();
    expect(given(...history, asked("transfer", "2018-07-03T10:00")).state.handlerDue).toBeNull();
  });

  it("a term that is no whole number is refused", () => {
    const term = { unit: "workingDay", amount: -1 } as const;
    expect(given(received).when(asked("assignHandler", "2018-07-03T09:00", { term })).refused).toMatchObject({
      code: "TermRefused",
    });
  });

  it("another agency has its own handlers", () => {
    const { events, state } = given(received, asked("forward", "2018-07-02T10:00"), assigned).when(
      asked("transfer", "2018-07-04T09:00", { to: "tax office", reason: "tax first" }),
    );
    expect(events).toMatchObject([{ data: { from: "land office", to: "tax office", reason: "tax first" } }]);
    expect(state).toMatchObject({ holder: "tax office", agency: "tax office", handler: null });
  });
});
