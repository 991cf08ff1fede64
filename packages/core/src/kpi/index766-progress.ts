import type { WorkingCalendar } from "../calendar/working-calendar.js";
import type { Instant } from "../time/instant.js";
import type { DossierRow } from "./dossier-row.js";
import type { Measure, Period } from "./indicators.js";
import { punctuality } from "./punctuality.js";
import { legalDueOf, timesOf } from "./row-clock.js";
import { lastOf, type Standing } from "./standing.js";

/**
 * Whether a dossier is on time by Decision 766/QĐ-TTg, 2.1: it ended by its due date, or is in progress within term.
 *
 * - one that was asked for a supplement more than once is overdue
 * - one that waits for a supplement ended when it was first asked for
 * - one without a due date is held against its legal term; `null` where it has none of that either
 *
 * The waiting time is not subtracted besides: the due date has moved with it.
 */
export const onTime766 = (
  row: DossierRow,
  { phase }: Standing,
  period: Period,
  measure: Measure & { readonly calendar: WorkingCalendar },
): boolean | null => {
  const until = lastOf(period);
  if (timesOf(row, "supplement", until).length > 1) return false;
  const due = phase.due ?? legalDueOf(measure.calendar)(row, until);
  if (due === null) return null;
  return punctuality(measure.zone, measure.onTimeBy, due, endOf(row, phase, period)) !== "late";
};

/**
 * When it ended, by what comes first of: decided, result returned, stopped or withdrawn, waiting for a supplement. Where its
 * clock stood still, when that had stopped: a supplement that never came makes nothing late. One that has not ended is
 * looked at now, or at the end of the period.
 */
const endOf = (row: DossierRow, { kind, since, stoodStillSince }: Standing["phase"], period: Period): Instant => {
  const until = lastOf(period);
  if (kind === "resolved") return stoodStillSince ?? since;
  const returned = timesOf(row, "returned", until).at(-1);
  if (returned !== undefined) return returned;
  if (kind !== "open") return stoodStillSince ?? since;
  if (stoodStillSince === null) return Math.min(period.to, period.asOf);
  const requested = timesOf(row, "supplement", until);
  return requested.includes(stoodStillSince) ? Math.min(...requested) : stoodStillSince;
};
