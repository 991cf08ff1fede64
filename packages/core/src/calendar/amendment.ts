import { type Either, left } from "fp-ts/lib/Either.js";
import * as t from "io-ts/lib/index.js";
import { schemasOf } from "../event/schema.js";
import type { Instant } from "../time/instant.js";
import { WholeNumber } from "../time/term.js";
import { type CalendarDay, CalendarDayCodec } from "./calendar-day.js";
import { dayFault, withDays } from "./office-days.js";
import {
  type CalendarFault,
  type CalendarYearMissing,
  type WorkingCalendar,
  workingCalendar,
} from "./working-calendar.js";

/** What an official notice changes: days that from now on are what it says, under a new version of the calendar. */
export interface CalendarChange {
  /** Another than before: it is recorded with every date that is promised by it. */
  readonly version: string;
  readonly days: ReadonlyArray<CalendarDay>;
}

const CalendarAmendedData = t.readonly(
  t.type({
    calendar: t.string,
    /** The version that it was made from. */
    from: t.string,
    version: t.string,
    year: WholeNumber,
    days: t.readonlyArray(CalendarDayCodec),
  }),
);

/** A notice changed a year of a calendar, such as a swap that was decided late. Dates promised before stay promised. */
export interface CalendarAmended {
  readonly type: "CalendarAmended";
  readonly occurredAt: Instant;
  readonly data: t.TypeOf<typeof CalendarAmendedData>;
}

/** The schema by which an event store reads and writes amendments of a calendar. */
export const calendarEvents = schemasOf({ CalendarAmended: CalendarAmendedData });

/** The stream of a calendar's amendments: `calendar-<id>`. */
export const calendarStream = (id: string): string => `calendar-${id}`;

/**
 * The calendar under a new version, in which the days of one year are what the change says of them. The old one stays
 * as it was: a dossier keeps the date that was promised by it (see `promisesMovedBy`).
 *
 * @returns `CalendarYearMissing` for a year that is not loaded; `CalendarFault` where the change contradicts itself or
 *          the year, or does not say a new version
 *
 * @example
 * amended(VIETNAM, 2026, { version: "2026.2", days: [{ date: "2026-12-31", kind: "closed", reason: …, basis: … }] })
 */
export const amended = (
  calendar: WorkingCalendar,
  year: number,
  { version, days }: CalendarChange,
): Either<CalendarFault | CalendarYearMissing, WorkingCalendar> => {
  if (!calendar.years.some((known) => known.year === year))
    return left({ code: "CalendarYearMissing", year, calendar: calendar.id });
  const fault = version === calendar.version ? `${version} is its version already` : dayFault(days);
  if (fault !== undefined) return left({ code: "CalendarFault", detail: `${calendar.id}: ${fault}` });
  const years = calendar.years.map((known) => (known.year === year ? withDays({ ...known, version }, days) : known));
  return workingCalendar({ ...calendar, version, years });
};
