import { describe, expect, it } from "vitest";
import { type Due, type OnTimeBy, type Punctuality, punctuality, VIETNAM } from "../../src/index.js";
import { figures, received, resolved } from "../support/figures.js";
import { dueBy, dueOn, vn } from "../support/vietnam.js";

const date = dueOn("2018-07-09");
const instant = dueBy("2018-07-09T10:00");

describe("early, on time or late", () => {
  it.each<[OnTimeBy, Due, string, Punctuality]>([
    ["auto", date, "2018-07-08T23:59:59.999", "early"],
    ["auto", date, "2018-07-09T00:00", "onTime"],
    ["auto", date, "2018-07-09T16:59", "onTime"],
    ["auto", date, "2018-07-09T17:01", "onTime"],
    ["auto", date, "2018-07-09T23:59:59.999", "onTime"],
    ["auto", date, "2018-07-10T00:00", "late"],
    ["auto", instant, "2018-07-09T10:00", "onTime"],
    ["auto", instant, "2018-07-09T10:00:00.001", "late"],
    ["date", instant, "2018-07-08T23:00", "early"],
    ["date", instant, "2018-07-09T23:59", "onTime"],
    ["date", instant, "2018-07-10T00:00", "late"],
    ["date", date, "2018-07-08T09:00", "early"],
    ["instant", instant, "2018-07-01T09:00", "onTime"],
    ["instant", instant, "2018-07-09T10:00:00.001", "late"],
    ["instant", date, "2018-07-09T23:59:59.999", "onTime"],
    ["instant", date, "2018-07-10T00:00", "late"],
  ])("by %s, due %j, finished %s: %s", (by, due, finished, expected) => {
    expect(punctuality(VIETNAM.zone, by, due, vn(finished))).toBe(expected);
  });
});

describe("the same dossiers by each comparison", () => {
  const finished = ["2018-07-06T09:00", "2018-07-09T09:00", "2018-07-09T15:00", "2018-07-10T09:00"];
  const histories = finished.map((time) => [received("2018-07-02T09:00", instant), resolved(time)]);

  it.each<[OnTimeBy, object]>([
    ["auto", { early: 0, onTime: 2, late: 2 }],
    ["instant", { early: 0, onTime: 2, late: 2 }],
    ["date", { early: 1, onTime: 2, late: 1 }],
  ])("by %s", (by, expected) => {
    expect(figures(histories, undefined, by).resolved).toEqual({ total: 4, noDeadline: 0, ...expected });
  });
});
