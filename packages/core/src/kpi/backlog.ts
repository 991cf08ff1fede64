import { dueDateOf } from "../calendar/due.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { DAY, type Instant } from "../time/instant.js";
import { type EpochDay, toEpochDay } from "../time/local-date.js";
import { localDayOf } from "../time/time-zone.js";
import type { DossierRow, Phase } from "./dossier-row.js";
import { keyOf, makeGroups } from "./groups.js";
import type { Measure } from "./indicators.js";
import { type PerDays, perDay } from "./per-day.js";
import { punctuality } from "./punctuality.js";
import { median } from "./quantile.js";
import { rounded } from "./ratio.js";
import type { Dimension } from "./report.js";
import { type DossierRows, rowsOf } from "./rows.js";
import { headOf, periodOf, type ReportHead, type ReportQuery, spanOf } from "./span.js";

export interface BacklogQuery extends ReportQuery, Measure {
  readonly by?: ReadonlyArray<Exclude<Dimension, "month">>;
  /** Due within so many local days from now is soon. Default 3. */
  readonly soonDays?: number;
  readonly calendar?: WorkingCalendar;
}

/**
 * What lies in the office at the end of the period, or now, the earlier.
 *
 * `open = withinTerm + overdue + noDeadline`; `dueSoon` is part of `withinTerm`, `waiting` (for a supplement, a payment)
 * part of all three. Ages are in days of 24 hours since reception.
 */
export interface BacklogFigures {
  readonly open: number;
  readonly withinTerm: number;
  readonly dueSoon: number;
  readonly overdue: number;
  readonly noDeadline: number;
  readonly waiting: number;
  /** How long overdue, in local days after the due date. */
  readonly overdueDays: {
    readonly upTo5: number;
    readonly upTo10: number;
    readonly upTo30: number;
    readonly more: number;
  };
  readonly ageDays: { readonly median: number | null; readonly oldest: number | null };
}

export interface BacklogReport extends ReportHead {
  readonly total: BacklogFigures & { readonly perDay: PerDays };
  readonly groups: ReadonlyArray<
    { readonly key: Readonly<Partial<Record<Dimension, string | null>>> } & BacklogFigures
  >;
}

/** The report `backlog`, from the rows of all dossiers. */
export const backlogReport = (view: DossierRows, query: BacklogQuery): BacklogReport => {
  const { zone, by = [] } = query;
  const span = spanOf(view, query);
  const { from, to, asOf } = periodOf(zone, span);
  const now = Math.min(to, asOf);
  const total = emptyBacklog();
  const groups = makeGroups(emptyBacklog);
  const intake = new Set<EpochDay>();
  let received = 0;

  for (const row of rowsOf(view, query)) {
    if (row.receivedAt === null || row.receivedAt > Math.min(to - 1, asOf)) continue;
    if (row.receivedAt >= from) {
      received++;
      intake.add(localDayOf(zone, row.receivedAt));
    }
    const phase = row.phaseAt(Math.min(to - 1, asOf));
    if (phase?.kind !== "open") continue;
    for (const tally of [total, ...(by.length > 0 ? [groups.at(by.map((dimension) => row[dimension]))] : [])])
      countOpen(tally, row.receivedAt, phase, now, query);
  }
  return {
    ...headOf(zone, span),
    total: { ...figuresOf(total), perDay: perDay(intake, span, received, query) },
    groups: groups.sorted().map(({ values, group }) => ({
      key: keyOf(by, values),
      ...figuresOf(group),
    })),
  };
};

interface BacklogTally {
  withinTerm: number;
  dueSoon: number;
  overdue: number;
  noDeadline: number;
  waiting: number;
  readonly overdueDays: { upTo5: number; upTo10: number; upTo30: number; more: number };
  readonly ages: number[];
}

const emptyBacklog = (): BacklogTally => ({
  withinTerm: 0,
  dueSoon: 0,
  overdue: 0,
  noDeadline: 0,
  waiting: 0,
  overdueDays: { upTo5: 0, upTo10: 0, upTo30: 0, more: 0 },
  ages: [],
});

const countOpen = (
  tally: BacklogTally,
  receivedAt: NonNullable<DossierRow["receivedAt"]>,
  { due, stoodStillSince }: Phase,
  now: Instant,
  { zone, onTimeBy, soonDays = 3 }: BacklogQuery,
): void => {
  tally.ages.push((now - receivedAt) / DAY);
  if (stoodStillSince !== null) tally.waiting++;
  if (due === null) {
    tally.noDeadline++;
    return;
  }
  const compared = stoodStillSince ?? now;
  const daysLeft = toEpochDay(dueDateOf(zone, due)) - localDayOf(zone, compared);
  if (punctuality(zone, onTimeBy, due, compared) !== "late") {
    tally.withinTerm++;
    if (daysLeft <= soonDays) tally.dueSoon++;
    return;
  }
  tally.overdue++;
  tally.overdueDays[-daysLeft <= 5 ? "upTo5" : -daysLeft <= 10 ? "upTo10" : -daysLeft <= 30 ? "upTo30" : "more"]++;
};

const figuresOf = ({ withinTerm, dueSoon, overdue, noDeadline, waiting, overdueDays, ages }: BacklogTally) => {
  const sorted = Float64Array.from(ages).sort();
  return {
    open: withinTerm + overdue + noDeadline,
    withinTerm,
    dueSoon,
    overdue,
    noDeadline,
    waiting,
    overdueDays,
    ageDays: { median: rounded(median(sorted)), oldest: rounded(sorted.at(-1) ?? null) },
  };
};
