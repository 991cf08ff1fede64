import { left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  type CalendarDay,
  calendarDay,
  calendarOfDays,
  dueAt,
  fromEpochDay,
  HO_CHI_MINH,
  handOverBy,
  isIntakeDay,
  isWorkingDay,
  type LocalDate,
  ND_61_2018,
  OFFICE_HOURS,
  toEpochDay,
  VIETNAM,
  workingCalendar,
} from "../../src/index.js";
import { calendarOf, plainYear } from "../support/calendars.js";
import { rightOf } from "../support/either.js";
import { dueOn, vn } from "../support/vietnam.js";

/** 2018 as an office might have kept it: open Monday to Friday, and on Saturday mornings for the counter alone. */
const days2018: ReadonlyArray<CalendarDay> = Array.from({ length: 365 }, (_, n) => {
  const date = fromEpochDay(toEpochDay("2018-01-01") + n); // a Monday
  const kind = n % 7 === 6 ? "closed" : n % 7 === 5 ? "receivingOnly" : "working";
  return { date, kind, reason: "as kept", basis: "notice 1" };
});

const kept = (days: ReadonlyArray<CalendarDay>) =>
  calendarOfDays({ id: "office", version: "1", zone: HO_CHI_MINH, sessions: OFFICE_HOURS, days });

const fault = (detail: string) => left({ code: "CalendarFault", detail: `office: ${detail}` });

const set = (days: ReadonlyArray<CalendarDay>, date: LocalDate, change: Partial<CalendarDay>) =>
  days.map((day) => (day.date === date ? { ...day, ...change } : day));

describe("Saturday mornings are for the counter and consume no term (NĐ 61/2018, Đ11.3c)", () => {
  const office = rightOf(kept(days2018));
  const saturday = toEpochDay("2018-07-07");

  it("a Saturday takes dossiers in and is no working day", () => {
    expect(isIntakeDay(office, saturday)).toBe(true);
    expect(isWorkingDay(office, saturday)).toBe(false);
    expect(isIntakeDay(office, saturday + 1)).toBe(false);
    expect(isIntakeDay(office, saturday + 2)).toBe(true);
  });

  it.each([
    ["received on Friday, one day: Monday", "2018-07-06T09:00", 1, dueOn("2018-07-09")],
    ["received on that Saturday, one day: Monday", "2018-07-07T09:00", 1, dueOn("2018-07-09")],
    ["received on that Saturday, five days: Friday", "2018-07-07T09:00", 5, dueOn("2018-07-13")],
  ])("%s", (_, at, amount, due) => {
    expect(dueAt(office)(vn(at), { unit: "workingDay", amount })).toEqual(right(due));
  });

  it("what comes in on it is handed over on Monday", () => {
    expect(handOverBy(office, ND_61_2018, "inPerson", vn("2018-07-07T09:00"))).toEqual(right(vn("2018-07-09T17:00")));
  });
});

describe("every day has its source", () => {
  const day = calendarDay(VIETNAM);

  it.each<[string, LocalDate, Partial<CalendarDay>]>([
    ["a holiday", "2018-01-01", { kind: "closed", off: "holiday", basis: "Bộ luật Lao động 10/2012/QH13, Đ115" }],
    ["a compensatory day", "2018-09-03", { kind: "closed", off: "compensatory", insteadOf: "2018-09-02" }],
    ["a swap day", "2026-08-31", { kind: "closed", off: "swapped", insteadOf: "2026-08-22" }],
    ["its make-up day", "2026-08-22", { kind: "working", reason: "make-up day", insteadOf: "2026-08-31" }],
    ["a weekday", "2018-07-02", { kind: "working", reason: "weekday", basis: "vn 2026.1" }],
    ["a Sunday", "2018-07-01", { kind: "closed", reason: "weekend", basis: "vn 2026.1" }],
  ])("%s", (_, date, told) => {
    expect(day(date)).toMatchObject(right({ date, ...told }));
  });

  it("a day on which dossiers are only taken in", () => {
    expect(calendarDay(rightOf(kept(days2018)))("2018-07-07")).toEqual(
      right({ date: "2018-07-07", kind: "receivingOnly", reason: "as kept", basis: "notice 1" }),
    );
  });

  it("a day of a year that is not loaded is not guessed", () => {
    expect(day("2017-07-02")).toEqual(left({ code: "CalendarYearMissing", year: 2017, calendar: "vn" }));
    expect(day("2027-01-01")).toEqual(left({ code: "CalendarYearMissing", year: 2027, calendar: "vn" }));
  });
});

describe("an office's records make a calendar only when they tell every day once", () => {
  it.each<[string, ReadonlyArray<CalendarDay>, string]>([
    ["a day is missing", days2018.filter(({ date }) => date !== "2018-03-05"), "2018-03-05 is missing"],
    ["the last is missing", days2018.slice(0, -1), "2018-12-31 is missing"],
    ["a day stands twice", [...days2018, ...days2018.slice(9, 10)], "2018-01-10 stands twice"],
    ["a day does not exist", set(days2018, "2018-02-28", { date: "2018-02-29" }), "2018-02-29 does not exist"],
    [
      "only the counter is open on a weekday",
      set(days2018, "2018-03-05", { kind: "receivingOnly" }),
      "2018-03-05 is no day of the weekly rest",
    ],
    ["none at all", [], "no years"],
  ])("%s", (_, days, detail) => {
    expect(kept(days)).toEqual(fault(detail));
  });

  it("in any order", () => {
    expect(rightOf(kept(days2018.toReversed())).index).toEqual(rightOf(kept(days2018)).index);
  });

  it("a closed weekday and a worked Sunday are what a year lists of them", () => {
    const changed = set(set(days2018, "2018-03-05", { kind: "closed" }), "2018-03-04", {
      kind: "working",
      insteadOf: "2018-03-05",
    });
    expect(rightOf(kept(changed)).years[0]).toMatchObject({
      closed: [{ date: "2018-03-05", reason: "as kept", basis: "notice 1" }],
      makeUp: [{ date: "2018-03-04", replaces: "2018-03-05", basis: "notice 1" }],
    });
  });
});

it("a year may not say two things of a day on which dossiers are only taken in", () => {
  const receivingOnly = [{ date: "2018-07-07" as LocalDate, reason: "counter", basis: "notice" }];
  const makeUp = [{ date: "2018-07-07" as LocalDate, basis: "notice" }];
  expect(
    workingCalendar({
      id: "test",
      version: "1",
      zone: HO_CHI_MINH,
      sessions: OFFICE_HOURS,
      years: [plainYear(2018, { receivingOnly, makeUp })],
    }),
  ).toEqual(left({ code: "CalendarFault", detail: "test: 2018-07-07 stands twice" }));
  expect(isIntakeDay(calendarOf(plainYear(2018, { receivingOnly })), toEpochDay("2018-07-07"))).toBe(true);
});
