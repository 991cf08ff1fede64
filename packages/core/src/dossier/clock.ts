import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import { dueAt } from "../calendar/due.js";
import type { CalendarYearMissing, WorkingCalendar } from "../calendar/working-calendar.js";
import { workingDaysBetween, workingTimeBetween } from "../calendar/working-time.js";
import { HOUR, type Instant } from "../time/instant.js";
import type { Due, Term } from "../time/term.js";
import { localDayOf } from "../time/time-zone.js";

/** Why a clock stands still. */
export type PauseCause = "supplement" | "obligation" | "stopped";

/** A stretch during which the clock stood still. */
export interface Pause {
  readonly from: Instant;
  readonly to: Instant;
  readonly cause: PauseCause;
}

/**
 * The clock of a dossier: a term that runs from an instant, and the pauses since.
 *
 * It is a value; stopping and starting make a new one. Where it ends follows from it and a calendar alone, so replaying
 * the same events gives the same date whatever "now" is.
 */
export interface Clock {
  readonly term: Term;
  readonly startedAt: Instant;
  readonly pauses: ReadonlyArray<Pause>;
  /** By how much the term was extended since it began, in its own unit. */
  readonly extended: number;
  /** Set while it stands still. */
  readonly stopped: { readonly since: Instant; readonly cause: PauseCause } | null;
}

export const startClock = (term: Term, startedAt: Instant): Clock => ({
  term,
  startedAt,
  pauses: [],
  extended: 0,
  stopped: null,
});

/** Stops a running clock; one that stands still already keeps its first stop. */
export const pause = (clock: Clock, since: Instant, cause: PauseCause): Clock =>
  clock.stopped === null ? { ...clock, stopped: { since, cause } } : clock;

/** Lets a stopped clock run on: the pause is added to its end. */
export const resume = (clock: Clock, at: Instant): Clock => {
  if (clock.stopped === null) return clock;
  const { since, cause } = clock.stopped;
  return { ...clock, stopped: null, pauses: [...clock.pauses, { from: since, to: Math.max(since, at), cause }] };
};

/** Makes the term longer by so much of its own unit; a term that begins anew does so without it. */
export const extend = (clock: Clock, amount: number): Clock => ({ ...clock, extended: clock.extended + amount });

/** Adds the time since then, during which the clock had run on. */
export const addWait = (clock: Clock, since: Instant, at: Instant, cause: PauseCause): Clock => ({
  ...clock,
  pauses: [...clock.pauses, { from: since, to: Math.max(since, at), cause }],
});

/** Begins the whole term anew (NĐ 61/2018, Đ19.4: after a supplement the time is counted from the start). */
export const restart = (clock: Clock, at: Instant): Clock => startClock(clock.term, at);

/**
 * Until when the dossier is on time: the term from the last start, its extensions and all pauses since, counted in the term's own unit.
 *
 * A clock that stands still is read as if it ran on from now: what has been paused so far is in `pauses` only once it is
 * over.
 */
export const dueOf =
  (calendar: WorkingCalendar) =>
  (clock: Clock): Either<CalendarYearMissing, Due> => {
    const paused = pausedUnits(calendar, clock);
    if (isLeft(paused)) return paused;
    const { term, startedAt, extended } = clock;
    return dueAt(calendar)(startedAt, { ...term, amount: term.amount + extended + paused.right });
  };

/** All pauses in the unit of the term: days for terms in days (by local date), hours for terms in hours. */
const pausedUnits = (calendar: WorkingCalendar, { term, pauses }: Clock): Either<CalendarYearMissing, number> => {
  let total = 0;
  for (const { from, to } of pauses) {
    const length = lengthIn(calendar, term.unit, from, to);
    if (isLeft(length)) return length;
    total += length.right;
  }
  return right(total);
};

const lengthIn = (
  calendar: WorkingCalendar,
  unit: Term["unit"],
  from: Instant,
  to: Instant,
): Either<CalendarYearMissing, number> => {
  if (unit === "workingHour") {
    const time = workingTimeBetween(calendar)(from, to);
    return isLeft(time) ? time : right(time.right / HOUR);
  }
  const [first, last] = [localDayOf(calendar.zone, from), localDayOf(calendar.zone, to)];
  return unit === "workingDay" ? workingDaysBetween(calendar)(first, last) : right(Math.max(0, last - first));
};
