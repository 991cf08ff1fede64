import { getOrElse } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import { dueDateOf, overdueFrom } from "../calendar/due.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { addWorkingDays, workingDayBefore } from "../calendar/working-time.js";
import { type Instant, MINUTE } from "../time/instant.js";
import { toEpochDay } from "../time/local-date.js";
import type { Due } from "../time/term.js";
import { instantAt } from "../time/time-zone.js";

/**
 * From when on somebody is to be told about a due date (see `Warning.workingDays`). Where the calendar does not reach so far,
 * days are counted as they come: a warning a day off is better than none.
 *
 * Many dossiers share few dates: what was worked out for one is remembered.
 */
export const warnedFrom = (calendar: WorkingCalendar) => {
  const known = new Map<string, Instant>();
  const from = workedOut(calendar);
  return (due: Due, workingDays: number): Instant => {
    if (due.kind === "instant") return from(due, workingDays);
    const key = `${due.date} ${workingDays}`;
    const found = known.get(key) ?? from(due, workingDays);
    known.set(key, found);
    return found;
  };
};

const workedOut =
  (calendar: WorkingCalendar) =>
  (due: Due, workingDays: number): Instant => {
    const { zone, sessions } = calendar;
    if (workingDays === 0) return overdueFrom(zone, due);
    const day = toEpochDay(dueDateOf(zone, due));
    const warned = pipe(
      workingDays > 0 ? addWorkingDays(calendar)(day, workingDays) : workingDayBefore(calendar)(day, -workingDays),
      getOrElse(() => day + workingDays),
    );
    return instantAt(zone, warned, (sessions[0]?.from ?? 0) * MINUTE);
  };
