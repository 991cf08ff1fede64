import type { Due, Instant, LocalDate, Personal, Term } from "@motcua/core";
import fc from "fast-check";
import { plain } from "./plain.js";

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Midnight in Vietnam, seven hours before that of UTC. */
const MIDNIGHT_IN_VIETNAM = 17 * 60 * MINUTE;

/** A range of instants, both ends included. */
export interface Span {
  readonly from: Instant;
  readonly to: Instant;
}

/** Instants for which the calendar of Vietnam has room on either side for the longest term that is drawn here. */
export const LOADED_YEARS: Span = { from: Date.UTC(2018, 0, 2), to: Date.UTC(2025, 5, 30) };

/** Minutes of the day in Vietnam at which something changes: midnight, opening, the noon break, 15:00, closing. */
const EDGES = [0, 450, 690, 780, 900, 1020];

/** Instants of any hour, often at an edge of the office day or a millisecond beside it. */
export const anyInstant = ({ from, to }: Span = LOADED_YEARS): fc.Arbitrary<Instant> =>
  fc.oneof(
    fc.integer({ min: from, max: to }),
    fc
      .tuple(
        fc.integer({ min: Math.ceil(from / DAY), max: Math.floor(to / DAY) - 1 }),
        fc.constantFrom(...EDGES),
        fc.constantFrom(-1, 0, 1),
      )
      .map(([day, minute, beside]) => day * DAY - MIDNIGHT_IN_VIETNAM + minute * MINUTE + beside)
      .filter((instant) => instant >= from && instant <= to),
  );

export const anyLocalDate = (span: Span = LOADED_YEARS): fc.Arbitrary<LocalDate> =>
  anyInstant(span).map((instant) => new Date(instant).toISOString().slice(0, 10) as LocalDate);

/** Terms of every unit, from none to some months. */
export const anyTerm = (): fc.Arbitrary<Term> =>
  fc.oneof(
    plain(
      { unit: fc.constantFrom("workingDay", "calendarDay"), amount: fc.integer({ min: 0, max: 60 }) },
      { countFrom: fc.constantFrom("nextDay", "instant") },
    ),
    plain({ unit: fc.constant("workingHour" as const), amount: fc.integer({ min: 0, max: 200 }) }),
  );

export const anyDue = (span: Span = LOADED_YEARS): fc.Arbitrary<Due> =>
  fc.oneof(
    plain({ kind: fc.constant("date" as const), date: anyLocalDate(span) }),
    plain({ kind: fc.constant("instant" as const), instant: anyInstant(span) }),
  );

/** A field that speaks of a person, as a store may hold it. */
export const anyPersonal = (): fc.Arbitrary<Personal> => plain({ subject: fc.uuid(), sealed: anyText() });

/** Well-formed text of any script. */
export const anyText = (): fc.Arbitrary<string> => fc.string({ unit: "grapheme", maxLength: 12 });
