import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import { sameDue } from "../calendar/due.js";
import type { CalendarYearMissing, WorkingCalendar } from "../calendar/working-calendar.js";
import type { Due } from "../time/term.js";
import { type Clock, dueOf } from "./clock.js";
import type { DossierState } from "./state.js";

/** A dossier whose date is still to be kept, and the clock that leads to it. */
export interface OpenPromise {
  readonly dossier: string;
  readonly clock: Clock;
}

/** A promise that another calendar would lead to another date. */
export interface MovedPromise {
  readonly dossier: string;
  readonly before: Due;
  readonly after: Due;
}

/** The promise of a dossier that is open and has a term; else `null`. */
export const openPromise = (dossier: string, { status, clock }: DossierState): OpenPromise | null =>
  clock !== null && OPEN.has(status) ? { dossier, clock } : null;

const OPEN: ReadonlySet<DossierState["status"]> = new Set([
  "received",
  "processing",
  "awaitingSupplement",
  "awaitingPayment",
]);

/**
 * Which open promises would differ under an amended calendar. It changes none of them: a promised date never moves
 * silently, and giving a new one is an act of its own (an apology and a new date, NĐ 61/2018, Đ19.9). A date that was
 * given so was chosen, not computed, and is not looked at here.
 *
 * @param before    the calendar by which the dates were promised: recorded with each reception
 * @param promises  for the dossiers of a state, see `openPromise`
 * @returns         the moved ones in the order given; `CalendarYearMissing` where a calendar does not cover a term
 */
export const promisesMovedBy = (
  before: WorkingCalendar,
  after: WorkingCalendar,
  promises: ReadonlyArray<OpenPromise>,
): Either<CalendarYearMissing, ReadonlyArray<MovedPromise>> => {
  const moved: MovedPromise[] = [];
  for (const { dossier, clock } of promises) {
    const old = dueOf(before)(clock);
    if (isLeft(old)) return old;
    const changed = dueOf(after)(clock);
    if (isLeft(changed)) return changed;
    if (!sameDue(old.right, changed.right)) moved.push({ dossier, before: old.right, after: changed.right });
  }
  return right(moved);
};
