import { left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  addWorkingDays,
  addWorkingTime,
  dueAt,
  HOUR,
  isWorkingDay,
  toEpochDay,
  workingDaysBetween,
  workingTimeBetween,
} from "../../src/index.js";
import { calendarOf, plainYear } from "../support/calendars.js";
import { dueBy, dueOn, vn } from "../support/vietnam.js";

const calendar = calendarOf(plainYear(2018));
const missing = (year: number) => left({ code: "CalendarYearMissing", year, calendar: "test" });
const firstDay = toEpochDay("2018-01-01"); // a Monday
const lastDay = toEpochDay("2018-12-31"); // a Monday

describe("a year that is not loaded is never guessed", () => {
  it("adding days: from outside, and out of the end", () => {
    expect(addWorkingDays(calendar)(firstDay - 1, 1)).toEqual(missing(2017));
    expect(addWorkingDays(calendar)(firstDay - 1, 0)).toEqual(missing(2017));
    expect(addWorkingDays(calendar)(lastDay + 1, 0)).toEqual(missing(2019));
    expect(addWorkingDays(calendar)(lastDay, 1)).toEqual(missing(2019));
    expect(addWorkingDays(calendar)(lastDay, 0)).toEqual(right(lastDay));
    expect(addWorkingDays(calendar)(firstDay, 260)).toEqual(right(lastDay));
    expect(addWorkingDays(calendar)(firstDay, 261)).toEqual(missing(2019));
  });

  it("counting days", () => {
    expect(workingDaysBetween(calendar)(firstDay - 2, firstDay)).toEqual(missing(2017));
    expect(workingDaysBetween(calendar)(firstDay - 1, lastDay)).toEqual(right(261));
    expect(workingDaysBetween(calendar)(lastDay, lastDay + 1)).toEqual(missing(2019));
    expect(workingDaysBetween(calendar)(firstDay, lastDay)).toEqual(right(260));
  });

  it("adding time", () => {
    expect(addWorkingTime(calendar)(vn("2017-12-31T23:59"), HOUR)).toEqual(missing(2017));
    expect(addWorkingTime(calendar)(vn("2018-12-31T16:00"), HOUR)).toEqual(right(vn("2018-12-31T17:00")));
    expect(addWorkingTime(calendar)(vn("2018-12-31T16:00"), HOUR + 1)).toEqual(missing(2019));
  });

  it("measuring time", () => {
    expect(workingTimeBetween(calendar)(vn("2017-12-31T23:59"), vn("2018-01-02T08:00"))).toEqual(missing(2017));
    expect(workingTimeBetween(calendar)(vn("2018-01-02T08:00"), vn("2019-01-01T00:00"))).toEqual(missing(2019));
  });

  it("a deadline in days, in calendar days, in hours", () => {
    const due = dueAt(calendar);
    expect(due(vn("2018-12-28T09:00"), { unit: "workingDay", amount: 1 })).toEqual(right(dueOn("2018-12-31")));
    expect(due(vn("2018-12-28T09:00"), { unit: "workingDay", amount: 2 })).toEqual(missing(2019));
    expect(due(vn("2018-12-28T09:00"), { unit: "calendarDay", amount: 30 })).toEqual(missing(2019));
    expect(due(vn("2018-12-31T09:00"), { unit: "workingHour", amount: 6.5 })).toEqual(right(dueBy("2018-12-31T17:00")));
    expect(due(vn("2018-12-31T09:00"), { unit: "workingHour", amount: 7 })).toEqual(missing(2019));
    expect(due(vn("2017-12-31T23:59"), { unit: "workingDay", amount: 1 })).toEqual(missing(2017));
  });

  it("no day outside is a working day", () => {
    for (const day of [firstDay - 3, firstDay - 1, lastDay + 1, lastDay + 2]) {
      expect(isWorkingDay(calendar, day)).toBe(false);
    }
  });
});
