import { describe, expect, it } from "vitest";
import { handOverBy, ND_61_2018, VIETNAM } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { rightOf } from "../support/either.js";
import { given } from "../support/scenario.js";
import { vn } from "../support/vietnam.js";

const deadline = (channel: "inPerson" | "online" | "postal", time: string) =>
  rightOf(handOverBy(VIETNAM, ND_61_2018, channel, vn(time)));

describe("handed over the same working day, or the next after 15:00 (NĐ 61/2018, Đ18.1-3)", () => {
  it.each([
    ["14:59 today", "2018-07-02T14:59", "2018-07-02T17:00"],
    ["15:00:00 itself still today", "2018-07-02T15:00:00", "2018-07-02T17:00"],
    ["a millisecond after 15:00 on the next working day", "2018-07-02T15:00:00.001", "2018-07-03T17:00"],
    ["15:01 on the next working day", "2018-07-02T15:01", "2018-07-03T17:00"],
    ["Friday 15:01 on Monday", "2018-07-06T15:01", "2018-07-09T17:00"],
    ["Saturday morning on Monday", "2018-07-07T09:00", "2018-07-09T17:00"],
    ["Saturday after 15:00 on Monday", "2018-07-07T15:01", "2018-07-09T17:00"],
    ["the eve of Tết, 15:01, after Tết", "2018-02-13T15:01", "2018-02-21T17:00"],
    ["a Saturday that is worked today", "2026-08-22T09:00", "2026-08-22T17:00"],
    ["before the office opens today", "2018-07-02T05:00", "2018-07-02T17:00"],
  ])("%s", (_, received, by) => {
    expect(deadline("inPerson", received)).toBe(vn(by));
    expect(deadline("postal", received)).toBe(vn(by));
  });

  it("at once where it came in online, whatever the hour", () => {
    expect(deadline("online", "2018-07-07T23:00")).toBe(vn("2018-07-07T23:00"));
  });

  it("the deadline is recorded with the reception", () => {
    const { events } = given().when(asked("receive", "2018-07-06T15:01"));
    expect(events).toMatchObject([{ data: { handOverBy: vn("2018-07-09T17:00") } }]);
  });
});

describe("a hand-over after its deadline is recorded and flagged", () => {
  const received = asked("receive", "2018-07-02T09:00");

  it("17:00 itself is in time", () => {
    expect(given(received).when(asked("forward", "2018-07-02T17:00")).flagged).toEqual([]);
  });

  it("a millisecond later is not", () => {
    const { refused, flagged, state } = given(received).when(asked("forward", "2018-07-02T17:00:00.001"));
    expect(refused).toBeUndefined();
    expect(flagged).toEqual(["ND-61-2018 D18"]);
    expect(state).toMatchObject({ holder: "land office", violations: 1 });
  });

  it("only the first hand-over, from the counter, has this deadline", () => {
    const handedOver = asked("forward", "2018-07-02T10:00");
    expect(given(received, handedOver).when(asked("forward", "2018-07-04T10:00", { to: "police" })).flagged).toEqual(
      [],
    );
  });

  it("who has a handler has arrived: there is no hand-over left to be late", () => {
    const scenario = given(received, asked("assignHandler", "2018-07-02T10:00"));
    expect(scenario.state.handOverBy).toBeNull();
    expect(scenario.when(asked("forward", "2018-07-04T10:00")).flagged).toEqual([]);
  });

  it("a dossier that goes straight to another agency has the same deadline", () => {
    expect(given(received).when(asked("transfer", "2018-07-02T17:00:00.001")).flagged).toEqual(["ND-61-2018 D18"]);
  });

  it("it says from whom to whom", () => {
    const { events } = given(received).when(asked("forward", "2018-07-02T10:00"));
    expect(events).toMatchObject([{ type: "DossierForwarded", data: { from: "one-stop", to: "land office" } }]);
  });
});
