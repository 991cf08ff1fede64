import { type Either, isLeft, map, right } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import { dueAt, dueDateOf, isPast, overdueFrom } from "../calendar/due.js";
import type { CalendarYearMissing, WorkingCalendar } from "../calendar/working-calendar.js";
import type { Violation } from "../dossier/vocabulary.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import type { TimeZone } from "../time/time-zone.js";
import type { PetitionState } from "./state.js";
import type { CitedTerm, PetitionTerms } from "./terms.js";
import type { Deadline, Deadlines } from "./vocabulary.js";

const FROM_LODGING = ["refuse", "askSupplement", "forward", "answer"] as const;

/** The deadlines that begin at an instant. A step without a term gets none. */
export const deadlinesFrom = (
  calendar: WorkingCalendar,
  { terms }: PetitionTerms,
  at: Instant,
): Either<CalendarYearMissing, Deadlines> => {
  const deadlines: { -readonly [Step in keyof Deadlines]: Deadlines[Step] } = {};
  for (const step of FROM_LODGING) {
    const cited = terms[step];
    if (cited === undefined) continue;
    const deadline = deadlineFrom(calendar, cited, at);
    if (isLeft(deadline)) return deadline;
    deadlines[step] = deadline.right;
  }
  return right(deadlines);
};

/** The deadline of one term that begins at an instant. */
export const deadlineFrom = (
  calendar: WorkingCalendar,
  { term, rule }: CitedTerm,
  at: Instant,
): Either<CalendarYearMissing, Deadline> =>
  pipe(
    dueAt(calendar)(at, term),
    map((due) => ({ term, due, rule })),
  );

/** What is done too late is recorded, with the regulation that sets the term. */
export const lateBy = (
  zone: TimeZone,
  deadline: Deadline | null | undefined,
  at: Instant,
  done: string,
  due: Due | undefined = deadline?.due,
): ReadonlyArray<Violation> =>
  deadline && due && isPast(zone, due, at)
    ? [{ rule: deadline.rule, detail: `${done} after ${dueDateOf(zone, due)}` }]
    : [];

/** Until when the answer is expected: the date it was put off to, unless the term itself now ends later. */
export const answerDue = (zone: TimeZone, { deadlines, prolongedTo }: PetitionState): Due | null => {
  const due = deadlines.answer?.due ?? null;
  if (due === null || prolongedTo === null) return due ?? prolongedTo;
  return overdueFrom(zone, prolongedTo) >= overdueFrom(zone, due) ? prolongedTo : due;
};
