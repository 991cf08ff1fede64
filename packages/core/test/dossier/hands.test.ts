import { describe, expect, it } from "vitest";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";

const received = asked("receive", "2018-07-02T09:00");
const assigned = asked("assignHandler", "2018-07-03T09:00");

describe("who has a dossier", () => {
  it("a handler is assigned in the agency that has it", () => {
    const { events, state } = given(received, asked("forward", "2018-07-02T10:00")).when(assigned);
    expect(events).toMatchObject([{ type: "HandlerAssigned", data: { handler: "handler-1", agency: "land office" } }]);
    expect(state).toMatchObject({ status: "processing", handler: "handler-1", holder: "land office" });
  });

  it("another agency has its own handlers", () => {
    const { events, state } = given(received, asked("forward", "2018-07-02T10:00"), assigned).when(
      asked("transfer", "2018-07-04T09:00", { to: "tax office", reason: "tax first" }),
    );
    expect(events).toMatchObject([{ data: { from: "land office", to: "tax office", reason: "tax first" } }]);
    expect(state).toMatchObject({ holder: "tax office", agency: "tax office", handler: null });
  });
});
