import { describe, expect, it } from "vitest";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";

const received = asked("receive", "2018-07-02T09:00"); // five working days: due on Monday 9 July

describe("a refusal after appraisal is a result, with reasons, within the term (NĐ 61/2018, Đ19.8)", () => {
  const refused = (time: string, reasons: ReadonlyArray<string>) =>
    given(received).when(asked("resolve", time, { outcome: "refused", reasons }));

  it("needs reasons", () => {
    expect(refused("2018-07-06T09:00", []).refused).toEqual({ code: "ReasonsMissing" });
    expect(given(received).when(asked("resolve", "2018-07-06T09:00", { outcome: "refused" })).refused).toEqual({
      code: "ReasonsMissing",
    });
  });

  it("in its term it resolves the dossier", () => {
    const { state, flagged, events } = refused("2018-07-09T23:59:59.999", ["the plot is disputed"]);
    expect(state).toMatchObject({ status: "resolved", resolved: { outcome: "refused" } });
    expect(events).toMatchObject([{ type: "DossierResolved", data: { reasons: ["the plot is disputed"] } }]);
    expect(flagged).toEqual([]);
  });

  it("after its term it is recorded and flagged", () => {
    const { refused: refusal, flagged, state } = refused("2018-07-10T00:00", ["the plot is disputed"]);
    expect(refusal).toBeUndefined();
    expect(flagged).toEqual(["ND-61-2018 D19.8"]);
    expect(state.status).toBe("resolved");
  });

  it("a grant needs no reasons, and when late it is late without being a fault of form", () => {
    const { refused: refusal, flagged } = given(received).when(asked("resolve", "2018-07-20T09:00"));
    expect(refusal).toBeUndefined();
    expect(flagged).toEqual([]);
  });
});

describe("a refusal to take a dossier in needs reasons (NĐ 61/2018, Đ17.2a)", () => {
  it("without them it is refused", () => {
    expect(given().when(asked("refuseIntake", "2018-07-02T09:00", { reasons: [] })).refused).toEqual({
      code: "ReasonsMissing",
    });
  });

  it.each([
    ["at the counter", []],
    ["of one that was filed online", [asked("submit", "2018-07-01T20:00")]],
  ])("%s it ends the dossier before any clock has started", (_, history) => {
    const { state } = given(...history).when(asked("refuseIntake", "2018-07-02T09:00"));
    expect(state).toMatchObject({ status: "intakeRefused", receivedAt: null, clock: null, due: null });
  });
});
