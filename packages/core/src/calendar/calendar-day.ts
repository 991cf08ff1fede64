import { type Either, left, right } from "fp-ts/lib/Either.js";
import * as t from "io-ts/lib/index.js";
import { shape } from "../event/shape.js";
import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay, yearOf } from "../time/local-date.js";
import { LocalDateCodec } from "../time/term.js";
import { type CalendarYearMissing, isWorkingDay, type WorkingCalendar, yearMissing } from "./working-calendar.js";

/** Whether a day consumes a term (`working`), only takes dossiers in and gives them out, or does neither. */
export type DayKind = "working" | "receivingOnly" | "closed";

/** The form in which a single day is told, with its source. */
export const CalendarDayCodec = shape(
  {
    date: LocalDateCodec,
    kind: t.keyof({ working: null, receivingOnly: null, closed: null }),
    reason: t.string,
    basis: t.string,
  },
  { off: t.keyof({ holiday: null, compensatory: null, swapped: null }), insteadOf: LocalDateCodec },
);

/** One day of an office: what it is, why, and by which law, decision or edition of the calendar. */
export type CalendarDay = t.TypeOf<typeof CalendarDayCodec>;

/**
 * What a calendar says of a day, with its source. For a day that no notice speaks of, that is the edition itself, which
 * lists nothing for it.
 *
 * @example
 * calendarDay(VIETNAM)("2018-09-03") // right: closed, compensatory for 2018-09-02
 */
export const calendarDay =
  (calendar: WorkingCalendar) =>
  (date: LocalDate): Either<CalendarYearMissing, CalendarDay> => {
    const day = toEpochDay(date);
    const year = calendar.years.find((candidate) => candidate.year === yearOf(day));
    if (year === undefined) return left(yearMissing(calendar, day));
    const edition = `${calendar.id} ${calendar.version}`;
    const closed = year.closed.find((listed) => listed.date === date);
    if (closed !== undefined) return right({ kind: "closed", ...closed });
    const receiving = year.receivingOnly?.find((listed) => listed.date === date);
    if (receiving !== undefined) return right({ kind: "receivingOnly", ...receiving });
    const makeUp = year.makeUp.find((listed) => listed.date === date);
    if (makeUp !== undefined) {
      const { replaces, basis } = makeUp;
      return right({ date, kind: "working", reason: "make-up day", basis, ...(replaces && { insteadOf: replaces }) });
    }
    return right(
      isWorkingDay(calendar, day)
        ? { date, kind: "working", reason: "weekday", basis: edition }
        : { date, kind: "closed", reason: "weekend", basis: edition },
    );
  };

/** Whether dossiers are taken in on a day: on working days, and on Saturday mornings that are open for it alone. */
export const isIntakeDay = (calendar: WorkingCalendar, day: EpochDay): boolean =>
  isWorkingDay(calendar, day) ||
  calendar.years.some(({ receivingOnly = [] }) => receivingOnly.some(({ date }) => date === fromEpochDay(day)));
