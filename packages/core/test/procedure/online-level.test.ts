import { describe, expect, it } from "vitest";
import { type LocalDate, type OnlineLevel, onlineServiceOn, procedureOn } from "../../src/index.js";
import { decided, procedureOf, publish, refusalOf } from "../support/procedures.js";

const level = (effectiveFrom: LocalDate, to: number) =>
  decided("setOnlineLevel", effectiveFrom, { level: to as OnlineLevel });

describe("how far a procedure can be done online (NĐ 43/2011, Đ3.4)", () => {
  const state = procedureOf(
    publish("2018-01-01"),
    level("2018-01-01", 2),
    level("2018-07-01", 3),
    level("2020-01-01", 4),
  );

  it.each<[LocalDate, number | null]>([
    ["2017-12-31", null],
    ["2018-06-30", 2],
    ["2018-07-01", 3],
    ["2019-12-31", 3],
    ["2020-01-01", 4],
  ])("on %s it is level %s", (date, expected) => {
    expect(procedureOn(state, date).onlineLevel).toBe(expected);
  });

  it("there are the levels 1 to 4", () => {
    const published = procedureOf(publish("2018-01-01"));
    for (const known of [1, 2, 3, 4]) expect(refusalOf(published, level("2018-01-01", known))).toBeUndefined();
    for (const none of [0, 5, 2.5, Number.NaN])
      expect(refusalOf(published, level("2018-01-01", none))).toEqual({ code: "OnlineLevelRefused", level: none });
  });

  it("has another name since NĐ 42/2022, of the same fact", () => {
    expect(procedureOn(state, "2022-08-14")).toMatchObject({ onlineLevel: 4, onlineService: null });
    expect(procedureOn(state, "2022-08-15")).toMatchObject({ onlineLevel: 4, onlineService: "whole" });
  });

  it.each<[OnlineLevel, string | null]>([
    [1, null],
    [2, null],
    [3, "partial"],
    [4, "whole"],
  ])("level %s is now called %s", (each, name) => {
    expect(onlineServiceOn(each, "2022-08-15")).toBe(name);
    expect(onlineServiceOn(each, "2022-08-14")).toBeNull();
  });
});
