import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import {
  type CalendarDay,
  calendarOfDays,
  dueAt,
  fromEpochDay,
  HO_CHI_MINH,
  isWorkingDay,
  type LocalDate,
  OFFICE_HOURS,
  toEpochDay,
  type WorkingCalendar,
} from "../../src/index.js";
import { rightOf } from "../support/either.js";
import { sharedData } from "../support/shared-data.js";
import { runs } from "../support/tier.js";
import { vn } from "../support/vietnam.js";

/** The file: a line for each day, `2012-01-02 00:00:00,1` where the office was closed. */
const daysOf = (text: string): ReadonlyArray<CalendarDay> =>
  text
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => ({
      date: line.slice(0, 10) as LocalDate,
      kind: line.endsWith(",0") ? "working" : "closed",
      reason: "as kept by the office",
      basis: "office calendar",
    }));

const office = (days: ReadonlyArray<CalendarDay>): WorkingCalendar =>
  rightOf(calendarOfDays({ id: "yen-bai", version: "1", zone: HO_CHI_MINH, sessions: OFFICE_HOURS, days }));

/** A clerk with the office's own list: strikes off one open day after the other. */
const countedOn = (open: ReadonlySet<LocalDate>, from: LocalDate, amount: number): LocalDate => {
  let day = toEpochDay(from);
  for (let left = amount; left > 0; ) if (open.has(fromEpochDay(++day))) left--;
  while (!open.has(fromEpochDay(day))) day++;
  return fromEpochDay(day);
};

describe("the calendar that an office of Yên Bái kept, 2012 to 2015", () => {
  const data = sharedData("yenbai_vn/calendar.csv");
  const days = "absent" in data ? [] : daysOf(data.text);
  beforeEach((ctx) => {
    if ("absent" in data) ctx.skip(data.absent);
  });

  it("gives back exactly its open and closed days", () => {
    expect(days).toHaveLength(4 * 365 + 1);
    const calendar = office(days);
    const told = days.map(({ date }) => [date, isWorkingDay(calendar, toEpochDay(date)) ? "working" : "closed"]);
    expect(told).toEqual(days.map(({ date, kind }) => [date, kind]));
  });

  it("closed 42 weekdays and worked ten Saturdays", () => {
    const { years } = office(days);
    expect(years.flatMap(({ closed }) => closed)).toHaveLength(42);
    expect(years.flatMap(({ makeUp }) => makeUp.map(({ date }) => date)).join(" ")).toBe(
      "2012-01-28 2013-02-23 2013-05-04 2014-01-25 2014-02-08 2014-04-26 2014-09-06 2014-12-27 2015-02-14 2015-04-25",
    );
  });

  it("20,000 terms (100,000 by night) end where counting on the list day by day ends", () => {
    const calendar = office(days);
    const open = new Set(days.filter(({ kind }) => kind === "working").map(({ date }) => date));
    const start = fc.integer({ min: vn("2012-01-01T00:00"), max: vn("2015-08-31T23:59:59.999") });
    fc.assert(
      fc.property(start, fc.nat({ max: 80 }), (at, amount) => {
        const local = new Date(at + 7 * 3_600_000).toISOString().slice(0, 10) as LocalDate;
        const due = rightOf(dueAt(calendar)(at, { unit: "workingDay", amount }));
        expect(due).toEqual({ kind: "date", date: countedOn(open, local, amount) });
      }),
      runs(20_000, 100_000),
    );
  });

  it("a term that runs out of the last year is refused, not guessed", () => {
    expect(dueAt(office(days))(vn("2015-12-31T09:00"), { unit: "workingDay", amount: 1 })).toMatchObject({
      left: { code: "CalendarYearMissing", year: 2016, calendar: "yen-bai" },
    });
  });
});
