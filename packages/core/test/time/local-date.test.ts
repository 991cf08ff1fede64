import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOfWeek, fromEpochDay, isLocalDate, toEpochDay } from "../../src/index.js";
import { runs } from "../support/tier.js";

describe("dates", () => {
  it.each(["2018-07-02", "2020-02-29", "0001-01-01", "9999-12-31"])("%s exists", (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it.each([
    "2018-02-29",
    "2018-02-30",
    "2018-13-01",
    "2018-00-10",
    "2018-1-1",
    "18-01-01",
    "0000-01-01",
    "2018-07-02 ",
    "",
  ])("%s does not", (text) => {
    expect(isLocalDate(text)).toBe(false);
  });

  it("to days and back is the same date, a day after the other", () => {
    fc.assert(
      fc.property(fc.integer({ min: toEpochDay("0001-01-01"), max: toEpochDay("9999-12-30") }), (day) => {
        const date = fromEpochDay(day);
        expect(isLocalDate(date)).toBe(true);
        expect(toEpochDay(date)).toBe(day);
        expect(date < fromEpochDay(day + 1)).toBe(true);
        expect(dayOfWeek(day)).toBe(new Date(`${date}T00:00Z`).getUTCDay());
      }),
      runs(300),
    );
  });
});
