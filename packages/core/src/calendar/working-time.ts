import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { DAY, type Instant, MINUTE } from "../time/instant.js";
import type { EpochDay } from "../time/local-date.js";
import { instantAt, localDayOf, timeOfDay } from "../time/time-zone.js";
import { type CalendarYearMissing, isWorkingDay, type WorkingCalendar, yearMissing } from "./working-calendar.js";

/**
 * The nth working day after a day, which itself is not counted. With n = 0 the day itself, or the next working day if
 * it is none (Civil Code 2015, art. 148.5).
 */
export const addWorkingDays =
  (calendar: WorkingCalendar) =>
  (day: EpochDay, n: number): Either<CalendarYearMissing, EpochDay> => {
    const { first, last, before, days } = calendar.index;
    if (day < first || day > last) return left(yearMissing(calendar, day));
    const through = before[day - first + (n === 0 ? 0 : 1)] ?? 0;
    const found = days[through + Math.max(n, 1) - 1];
    return found === undefined ? left(yearMissing(calendar, last + 1)) : right(found);
  };

/** The nth working day before a day, which itself is not counted; n from 1. */
export const workingDayBefore =
  (calendar: WorkingCalendar) =>
  (day: EpochDay, n: number): Either<CalendarYearMissing, EpochDay> => {
    const { first, last, before, days } = calendar.index;
    if (day < first || day > last + 1) return left(yearMissing(calendar, day));
    const found = days[(before[day - first] ?? 0) - n];
    return found === undefined ? left(yearMissing(calendar, first - 1)) : right(found);
  };

/** Working days after `from` up to and with `to`; none when `to` is not later. */
export const workingDaysBetween =
  (calendar: WorkingCalendar) =>
  (from: EpochDay, to: EpochDay): Either<CalendarYearMissing, number> => {
    const { first, last, before } = calendar.index;
    if (to <= from) return right(0);
    // `from` itself is not counted, so the day before the calendar begins need not be known.
    for (const day of [from + 1, to]) if (day < first || day > last) return left(yearMissing(calendar, day));
    return right((before[to - first + 1] ?? 0) - (before[from - first + 1] ?? 0));
  };

/** The first instant by which so much working time has passed since `start`; `start` itself for none. */
export const addWorkingTime =
  (calendar: WorkingCalendar) =>
  (start: Instant, duration: number): Either<CalendarYearMissing, Instant> => {
    if (duration <= 0) return right(start);
    const worked = workedUntil(calendar, start);
    if (isLeft(worked)) return worked;
    const { dayLength, days, last } = calendar.index;
    const target = worked.right + duration;
    const fullDays = Math.ceil(target / dayLength) - 1;
    const day = days[fullDays];
    if (day === undefined) return left(yearMissing(calendar, last + 1));
    return right(instantAt(calendar.zone, day, wallTimeAfter(calendar, target - fullDays * dayLength)));
  };

/** Working milliseconds from one instant to another; none when `to` is not later. */
export const workingTimeBetween =
  (calendar: WorkingCalendar) =>
  (from: Instant, to: Instant): Either<CalendarYearMissing, number> => {
    if (to <= from) return right(0);
    const start = workedUntil(calendar, from);
    if (isLeft(start)) return start;
    const end = workedUntil(calendar, to);
    return isLeft(end) ? end : right(end.right - start.right);
  };

/** Working milliseconds since the beginning of the calendar. */
const workedUntil = (calendar: WorkingCalendar, instant: Instant): Either<CalendarYearMissing, number> => {
  const { first, last, before, dayLength } = calendar.index;
  const day = localDayOf(calendar.zone, instant);
  if (day < first || day > last) return left(yearMissing(calendar, day));
  const today = isWorkingDay(calendar, day) ? workedOfDay(calendar, timeOfDay(calendar.zone, instant)) : 0;
  return right((before[day - first] ?? 0) * dayLength + today);
};

const workedOfDay = ({ sessions }: WorkingCalendar, time: number): number =>
  sessions.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(time, to * MINUTE) - from * MINUTE), 0);

const wallTimeAfter = ({ sessions }: WorkingCalendar, worked: number): number => {
  let left = worked;
  for (const { from, to } of sessions) {
    const length = (to - from) * MINUTE;
    if (left <= length) return from * MINUTE + left;
    left -= length;
  }
  return DAY;
};
