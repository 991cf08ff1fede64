import { describe, expect, it } from "vitest";
import { dueAt, dueDateOf, isPast, overdueFrom, type Term, VIETNAM } from "../../src/index.js";
import { rightOf } from "../support/either.js";
import { dueBy, dueOn, vn } from "../support/vietnam.js";

const due = (start: string, term: Term) => rightOf(dueAt(VIETNAM)(vn(start), term));
const workingDays = (amount: number, countFrom?: "nextDay" | "instant"): Term => ({
  unit: "workingDay",
  amount,
  ...(countFrom && { countFrom }),
});
const calendarDays = (amount: number): Term => ({ unit: "calendarDay", amount });
const workingHours = (amount: number): Term => ({ unit: "workingHour", amount });

describe("a term in days leaves out the day it starts on (Civil Code 2015, art. 147.2)", () => {
  it.each([
    ["Friday 10:00 + 1 is Monday", "2018-07-06T10:00", 1, dueOn("2018-07-09")],
    ["a millisecond after midnight is that day still", "2018-07-06T00:00:00.001", 1, dueOn("2018-07-09")],
    ["a millisecond before midnight too", "2018-07-06T23:59:59.999", 1, dueOn("2018-07-09")],
    ["Friday 30/8/2019 + 5 over Independence Day", "2019-08-30T10:00", 5, dueOn("2019-09-09")],
    ["from a Sunday, Monday is the first", "2018-07-08T10:00", 1, dueOn("2018-07-09")],
    ["over Tết 2018", "2018-02-13T10:00", 1, dueOn("2018-02-21")],
    ["Friday 21/8/2026 + 1 is the worked Saturday", "2026-08-21T10:00", 1, dueOn("2026-08-22")],
    ["Friday 28/8/2026 + 1: Monday is swapped, then two days of holiday", "2026-08-28T10:00", 1, dueOn("2026-09-03")],
    ["23/11/2025 + 2: the 24th is worked", "2025-11-23T10:00", 2, dueOn("2025-11-25")],
    ["23/11/2026 + 1: the 24th is off", "2026-11-23T10:00", 1, dueOn("2026-11-25")],
    [
      "Friday 28/12/2018 + 2: Monday off, Tuesday off; Saturday 5/1 is worked",
      "2018-12-28T10:00",
      4,
      dueOn("2019-01-05"),
    ],
  ])("%s", (_, start, amount, expected) => {
    expect(due(start, workingDays(amount))).toEqual(expected);
  });
});

describe("a last day that is none ends with the next working day (art. 148.5)", () => {
  it.each([
    ["a Saturday ends on Monday", "2018-07-02T10:00", 5, dueOn("2018-07-09")],
    ["the first day of Tết ends after Tết", "2018-02-04T10:00", 10, dueOn("2018-02-21")],
    ["a worked Saturday is a last day", "2026-08-12T10:00", 10, dueOn("2026-08-22")],
    ["days in between count, whatever they are", "2018-02-12T10:00", 10, dueOn("2018-02-22")],
  ])("%s", (_, start, amount, expected) => {
    expect(due(start, calendarDays(amount))).toEqual(expected);
  });
});

describe("a term in hours runs from the instant (art. 147.1)", () => {
  it.each([
    ["within the morning", "2018-07-02T08:00", 2, dueBy("2018-07-02T10:00")],
    ["over noon", "2018-07-02T10:30", 2, dueBy("2018-07-02T14:00")],
    ["to the end of the session", "2018-07-02T09:30", 2, dueBy("2018-07-02T11:30")],
    ["eight hours are a day", "2018-07-02T09:00", 8, dueBy("2018-07-03T09:00")],
    ["from the night it runs with the morning", "2018-07-02T03:00", 8, dueBy("2018-07-02T17:00")],
    ["over the weekend", "2018-07-06T16:00", 2, dueBy("2018-07-09T08:30")],
    ["half an hour", "2018-07-02T09:00", 0.5, dueBy("2018-07-02T09:30")],
    ["none", "2018-07-01T03:00", 0, dueBy("2018-07-01T03:00")],
  ])("%s", (_, start, amount, expected) => {
    expect(due(start, workingHours(amount))).toEqual(expected);
  });
});

describe("days counted from the instant end at the same minute", () => {
  it("Friday 10:00 + 1 is Monday 10:00", () => {
    expect(due("2018-07-06T10:00", workingDays(1, "instant"))).toEqual(dueBy("2018-07-09T10:00"));
    expect(due("2018-07-06T10:00", workingDays(1, "nextDay"))).toEqual(dueOn("2018-07-09"));
  });
});

describe("until when it is on time", () => {
  const zone = VIETNAM.zone;

  it("a date lasts until 24:00 (art. 148.6), though the office closes at 17:00", () => {
    const date = dueOn("2018-07-09");
    for (const time of ["16:59", "17:01", "23:59:59.999"])
      expect(isPast(zone, date, vn(`2018-07-09T${time}`))).toBe(false);
    expect(isPast(zone, date, vn("2018-07-10T00:00"))).toBe(true);
    expect(overdueFrom(zone, date)).toBe(vn("2018-07-10T00:00"));
    expect(dueDateOf(zone, date)).toBe("2018-07-09");
  });

  it("an instant includes itself", () => {
    const instant = dueBy("2018-07-09T10:00");
    expect(isPast(zone, instant, vn("2018-07-09T10:00"))).toBe(false);
    expect(isPast(zone, instant, vn("2018-07-09T10:00:00.001"))).toBe(true);
    expect(overdueFrom(zone, instant)).toBe(vn("2018-07-09T10:00:00.001"));
  });

  it("the date of an instant is the local one", () => {
    expect(dueDateOf(zone, { kind: "instant", instant: Date.parse("2018-07-09T17:00Z") })).toBe("2018-07-10");
  });
});
