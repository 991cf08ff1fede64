import { isLeft } from "fp-ts/lib/Either.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { workingDaysBetween } from "../calendar/working-time.js";
import type { EpochDay } from "../time/local-date.js";
import { localDayOf } from "../time/time-zone.js";
import type { ReportQuery, Span } from "./span.js";

/** So many received a day, and which days were counted. */
export interface PerDay {
  readonly days: number;
  readonly received: number | null;
}

/** The same by each denominator; `null` where the calendar does not cover the period, or none was given. */
export interface PerDays {
  readonly calendarDays: PerDay;
  readonly workingDays: PerDay | null;
  readonly daysWithIntake: PerDay;
}

/**
 * How many were received a day.
 *
 * @param intake  days on which something was received
 */
export const perDay = (
  intake: ReadonlySet<EpochDay>,
  { first, end }: Span,
  received: number,
  { zone, calendar, asOf }: ReportQuery & { readonly calendar?: WorkingCalendar },
): PerDays => {
  // An asked-for "as of" cuts the period; the last event of a quiet week does not.
  const last = asOf === undefined ? end - 1 : Math.min(end - 1, localDayOf(zone, asOf));
  const average = (days: number): PerDay => ({
    days,
    received: days === 0 ? null : Number((received / days).toFixed(6)),
  });
  const worked = calendar && workingDaysBetween(calendar)(first - 1, last);
  return {
    calendarDays: average(Math.max(0, last - first + 1)),
    workingDays: worked === undefined || isLeft(worked) ? null : average(worked.right),
    daysWithIntake: average([...intake].filter((day) => day >= first && day <= last).length),
  };
};
