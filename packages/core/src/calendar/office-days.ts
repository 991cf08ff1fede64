import { type Either, left } from "fp-ts/lib/Either.js";
import { fromEpochDay, isLocalDate, isWeekend, type LocalDate, toEpochDay, yearOf } from "../time/local-date.js";
import type { TimeZone } from "../time/time-zone.js";
import type { CalendarDay } from "./calendar-day.js";
import type { CalendarYear, Session } from "./calendar-year.js";
import { type CalendarFault, type WorkingCalendar, workingCalendar } from "./working-calendar.js";

/** An office's own calendar, as it kept it: a record for every day of whole years, in any order. */
export interface OfficeDays {
  readonly id: string;
  readonly version: string;
  readonly zone: TimeZone;
  readonly sessions: ReadonlyArray<Session>;
  readonly days: ReadonlyArray<CalendarDay>;
}

/**
 * Makes a calendar of an office's day-by-day records.
 *
 * @returns the calendar, or `CalendarFault` where a day does not exist, stands twice, or is missing from its year: a day
 *          that is not told is not guessed
 *
 * @example
 * calendarOfDays({ id: "yen-bai", version: "1", zone: HO_CHI_MINH, sessions: OFFICE_HOURS, days })
 */
export const calendarOfDays = ({ days, ...office }: OfficeDays): Either<CalendarFault, WorkingCalendar> => {
  const fault = untold(days);
  if (fault !== undefined) return left({ code: "CalendarFault", detail: `${office.id}: ${fault}` });
  const byYear = Map.groupBy(days, ({ date }) => yearOf(toEpochDay(date)));
  const years = [...byYear].map(([year, own]) =>
    withDays({ year, version: office.version, closed: [], makeUp: [] }, own),
  );
  return workingCalendar({ ...office, years });
};

/** A year in which these days are what they are said to be, whatever it said of them before. */
export const withDays = (year: CalendarYear, days: ReadonlyArray<CalendarDay>): CalendarYear => {
  const told = new Set(days.map(({ date }) => date));
  const before = <Day extends { readonly date: LocalDate }>(list: ReadonlyArray<Day> = []) =>
    list.filter(({ date }) => !told.has(date));
  // A year lists only what differs from the week: a closed weekend and a worked weekday are what they are anyway.
  const closed = days.filter(({ kind, date }) => kind === "closed" && !isWeekend(toEpochDay(date)));
  const worked = days.filter(({ kind, date }) => kind === "working" && isWeekend(toEpochDay(date)));
  const receiving = days.filter(({ kind }) => kind === "receivingOnly");
  return {
    ...year,
    closed: [...before(year.closed), ...closed.map(({ kind: _, ...day }) => day)],
    makeUp: [
      ...before(year.makeUp),
      ...worked.map(({ date, basis, insteadOf }) => ({ date, basis, ...(insteadOf && { replaces: insteadOf }) })),
    ],
    receivingOnly: [
      ...before(year.receivingOnly),
      ...receiving.map(({ date, reason, basis }) => ({ date, reason, basis })),
    ],
  };
};

/** What is wrong with single days: one that does not exist, or of which two things are said. */
export const dayFault = (days: ReadonlyArray<CalendarDay>): string | undefined => {
  const seen = new Set<LocalDate>();
  for (const { date } of days) {
    if (!isLocalDate(date)) return `${date} does not exist`;
    if (seen.has(date)) return `${date} stands twice`;
    seen.add(date);
  }
  return undefined;
};

const untold = (days: ReadonlyArray<CalendarDay>): string | undefined => {
  const fault = dayFault(days);
  if (fault !== undefined) return fault;
  const told = new Set(days.map(({ date }) => date));
  for (const year of new Set(days.map(({ date }) => date.slice(0, 4)))) {
    const last = toEpochDay(`${year}-12-31` as LocalDate);
    for (let day = toEpochDay(`${year}-01-01` as LocalDate); day <= last; day++)
      if (!told.has(fromEpochDay(day))) return `${fromEpochDay(day)} is missing`;
  }
  return undefined;
};
