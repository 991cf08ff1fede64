import { left } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  type CalendarYear,
  HO_CHI_MINH,
  isWorkingDay,
  type LocalDate,
  OFFICE_HOURS,
  type Session,
  toEpochDay,
  workingCalendar,
} from "../../src/index.js";
import { calendarOf, plainYear } from "../support/calendars.js";

const built = (years: ReadonlyArray<CalendarYear>, sessions: ReadonlyArray<Session> = OFFICE_HOURS) =>
  workingCalendar({ id: "test", version: "1", zone: HO_CHI_MINH, years, sessions });

const fault = (detail: string) => left({ code: "CalendarFault", detail: `test: ${detail}` });

const closed = (...dates: ReadonlyArray<string>) =>
  dates.map((date) => ({ date: date as LocalDate, reason: "holiday", basis: "law" }));

const makeUp = (...dates: ReadonlyArray<string>) =>
  dates.map((date) => ({ date: date as LocalDate, replaces: "2018-12-31" as LocalDate, basis: "law" }));

describe("years that contradict each other do not make a calendar", () => {
  it.each<[string, ReadonlyArray<CalendarYear>, string]>([
    ["none at all", [], "no years"],
    ["a gap", [plainYear(2018), plainYear(2020)], "2018 is followed by 2020"],
    ["a year twice", [plainYear(2018), plainYear(2018)], "2018 is followed by 2018"],
    ["a day twice", [plainYear(2018, { closed: closed("2018-01-01", "2018-01-01") })], "2018-01-01 stands twice"],
    [
      "a day closed and worked",
      [plainYear(2018, { closed: closed("2018-01-06"), makeUp: makeUp("2018-01-06") })],
      "2018-01-06 stands twice",
    ],
    ["a day of another year", [plainYear(2018, { closed: closed("2019-01-01") })], "2019-01-01 stands in 2018"],
    [
      "a weekday made up",
      [plainYear(2018, { makeUp: makeUp("2018-01-05") })],
      "2018-01-05 is a working day without make-up",
    ],
    ["a date that does not exist", [plainYear(2018, { closed: closed("2018-02-30") })], "2018-02-30 does not exist"],
  ])("%s", (_, years, detail) => {
    expect(built(years)).toEqual(fault(detail));
  });
});

describe("sessions that do not make a day", () => {
  it.each<[string, ReadonlyArray<Session>, string]>([
    ["none", [], "no sessions"],
    ["backwards", [{ from: 600, to: 540 }], "session 600-540 is out of order"],
    ["empty", [{ from: 600, to: 600 }], "session 600-600 is out of order"],
    [
      "overlapping",
      [
        { from: 480, to: 720 },
        { from: 700, to: 1020 },
      ],
      "session 700-1020 is out of order",
    ],
    ["over midnight", [{ from: 1200, to: 1500 }], "session 1200-1500 is out of order"],
    ["before the day", [{ from: -10, to: 20 }], "session -10-20 is out of order"],
  ])("%s", (_, sessions, detail) => {
    expect(built([plainYear(2018)], sessions)).toEqual(fault(detail));
  });
});

it("years may be given in any order", () => {
  const calendar = calendarOf(plainYear(2019), plainYear(2018, { closed: closed("2018-12-31") }));
  expect(isWorkingDay(calendar, toEpochDay("2018-12-31"))).toBe(false);
  expect(isWorkingDay(calendar, toEpochDay("2019-01-01"))).toBe(true);
  expect(calendar.years.map(({ year }) => year)).toEqual([2018, 2019]);
});
