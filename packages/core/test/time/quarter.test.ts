import { describe, expect, it } from "vitest";
import {
  fromEpochDay,
  isQuarter,
  type LocalDate,
  quarterDays,
  quarterOf,
  quartersBetween,
  toEpochDay,
} from "../../src/index.js";

describe("a quarter", () => {
  it.each<[LocalDate, string, string, string]>([
    ["2018-01-01", "2018-Q1", "2018-01-01", "2018-04-01"],
    ["2018-06-30", "2018-Q2", "2018-04-01", "2018-07-01"],
    ["2018-07-01", "2018-Q3", "2018-07-01", "2018-10-01"],
    ["2018-12-31", "2018-Q4", "2018-10-01", "2019-01-01"],
  ])("%s is in %s, from %s up to but without %s", (date, quarter, first, end) => {
    const days = quarterDays(quarterOf(date));
    expect(quarterOf(date)).toBe(quarter);
    expect([days.first, days.end].map(fromEpochDay)).toEqual([first, end]);
  });

  it.each(["2018-Q0", "2018-Q5", "18-Q1", "2018Q1", "0999-Q1", "2018-Q1 "])("%j is none", (text) => {
    expect(isQuarter(text)).toBe(false);
  });

  it("days touch every quarter that they lie in, and not the one that begins when they end", () => {
    expect(quartersBetween(toEpochDay("2018-12-31"), toEpochDay("2019-04-01"))).toEqual(["2018-Q4", "2019-Q1"]);
    expect(quartersBetween(toEpochDay("2018-12-31"), toEpochDay("2019-04-02"))).toHaveLength(3);
    expect(quartersBetween(toEpochDay("2018-12-31"), toEpochDay("2018-12-31"))).toEqual([]);
  });
});
