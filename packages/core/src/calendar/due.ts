import { type Either, isLeft, map, right } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import { HOUR, type Instant } from "../time/instant.js";
import { fromEpochDay, type LocalDate, toEpochDay } from "../time/local-date.js";
import type { Due, Term } from "../time/term.js";
import { instantAt, localDateOf, localDayOf, startOfDay, type TimeZone, timeOfDay } from "../time/time-zone.js";
import type { CalendarYearMissing, WorkingCalendar } from "./working-calendar.js";
import { addWorkingDays, addWorkingTime } from "./working-time.js";

/**
 * Until when a dossier is on time whose clock starts at `start`.
 *
 * Counting follows the Civil Code 2015, art. 147-148: a term in days leaves out the day it starts on and ends at 24:00 of
 * its last day, or of the next working day where that is none (art. 148.5); a term in hours runs from the instant itself.
 *
 * @param start  instant at which the clock starts
 * @param term   length and unit of the term
 * @returns      a date for terms in days, an instant for terms in hours and for days counted from the instant;
 *               `CalendarYearMissing` where the calendar does not cover the term
 *
 * @example
 * // Received on Friday 30 August 2019, five working days over Independence Day:
 * dueAt(vietnam)(Date.parse("2019-08-30T10:00+07:00"), { unit: "workingDay", amount: 5 }) // right: date 2019-09-09
 */
export const dueAt =
  (calendar: WorkingCalendar) =>
  (start: Instant, term: Term): Either<CalendarYearMissing, Due> => {
    // Pauses make fractions of an hour, which come back from binary floats as fractions of a millisecond.
    if (term.unit === "workingHour")
      return pipe(addWorkingTime(calendar)(start, Math.round(term.amount * HOUR)), map(instantDue));

    const startDay = localDayOf(calendar.zone, start);
    const lastDay =
      term.unit === "workingDay"
        ? addWorkingDays(calendar)(startDay, term.amount)
        : addWorkingDays(calendar)(startDay + term.amount, 0);
    if (isLeft(lastDay)) return lastDay;
    return right(
      term.countFrom === "instant"
        ? instantDue(instantAt(calendar.zone, lastDay.right, timeOfDay(calendar.zone, start)))
        : { kind: "date", date: fromEpochDay(lastDay.right) },
    );
  };

const instantDue = (instant: Instant): Due => ({ kind: "instant", instant });

/** The last local date that is on time. */
export const dueDateOf = (zone: TimeZone, due: Due): LocalDate =>
  due.kind === "date" ? due.date : localDateOf(zone, due.instant);

/** Whether an instant is too late. A date is kept through 24:00; an instant still includes itself. */
export const isPast = (zone: TimeZone, due: Due, instant: Instant): boolean =>
  due.kind === "date" ? localDateOf(zone, instant) > due.date : instant > due.instant;

/** The first instant that is too late. */
export const overdueFrom = (zone: TimeZone, due: Due): Instant =>
  due.kind === "date" ? startOfDay(zone, toEpochDay(due.date) + 1) : due.instant + 1;

/** Whether two due dates are one: of the same kind, and the same. */
export const sameDue = (a: Due, b: Due): boolean =>
  a.kind === "date" ? b.kind === "date" && a.date === b.date : b.kind === "instant" && a.instant === b.instant;
