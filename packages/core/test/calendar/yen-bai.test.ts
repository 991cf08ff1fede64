import { describe, expect, it } from "vitest";
import { type CalendarYear, dayOfWeek, isWorkingDay, type LocalDate, toEpochDay } from "../../src/index.js";
import { calendarOf } from "../support/calendars.js";
import { sharedData } from "../support/shared-data.js";

interface Day {
  readonly date: LocalDate;
  readonly open: boolean;
}

const daysOf = (text: string): ReadonlyArray<Day> =>
  text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => ({ date: line.slice(0, 10) as LocalDate, open: line.endsWith(",0") }));

const isWeekend = ({ date }: Day) => [0, 6].includes(dayOfWeek(toEpochDay(date)));

/** What differs from the week is what a calendar year lists. */
const yearOf = (days: ReadonlyArray<Day>, year: number): CalendarYear => {
  const own = days.filter(({ date }) => date.startsWith(`${year}-`));
  const basis = "office calendar";
  return {
    year,
    version: "office",
    closed: own.filter((day) => !day.open && !isWeekend(day)).map(({ date }) => ({ date, reason: "closed", basis })),
    makeUp: own.filter((day) => day.open && isWeekend(day)).map(({ date }) => ({ date, replaces: date, basis })),
  };
};

describe("the calendar that an office of Yên Bái kept, 2013 to 2015", () => {
  it("gives back exactly its open and closed days", (ctx) => {
    const data = sharedData("yenbai_vn/calendar.csv");
    if ("absent" in data) return ctx.skip(data.absent);
    const days = daysOf(data.text).filter(({ date }) => date >= "2013");
    expect(days).toHaveLength(3 * 365);
    const calendar = calendarOf(...[2013, 2014, 2015].map((year) => yearOf(days, year)));
    expect(days.map(({ date }) => ({ date, open: isWorkingDay(calendar, toEpochDay(date)) }))).toEqual(days);
  });

  it("worked these Saturdays", (ctx) => {
    const data = sharedData("yenbai_vn/calendar.csv");
    if ("absent" in data) return ctx.skip(data.absent);
    const days = daysOf(data.text);
    const worked = [2013, 2014, 2015].flatMap((year) => yearOf(days, year).makeUp.map(({ date }) => date));
    expect(worked.join(" ")).toBe(
      "2013-02-23 2013-05-04 2014-01-25 2014-02-08 2014-04-26 2014-09-06 2014-12-27 2015-02-14 2015-04-25",
    );
  });
});
