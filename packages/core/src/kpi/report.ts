import type { WorkingCalendar } from "../calendar/working-calendar.js";
import type { EpochDay } from "../time/local-date.js";
import { localDayOf } from "../time/time-zone.js";
import { keyOf, makeGroups, withMonth } from "./groups.js";
import type { Indicators, Measure } from "./indicators.js";
import { monthsOf } from "./months.js";
import { type PerDays, perDay } from "./per-day.js";
import type { OnTimeBy } from "./punctuality.js";
import { type DossierRows, rowsOf } from "./rows.js";
import { headOf, periodOf, type ReportHead, type ReportQuery, spanOf } from "./span.js";
import { count, emptyTally, summarise } from "./tally.js";

/** What figures can be grouped by. A month is the report of that month: received and resolved each in its own. */
export const DIMENSIONS = ["agency", "procedure", "field", "unit", "channel", "month", "handler", "centre"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface IndicatorsQuery extends Measure, ReportQuery {
  readonly by?: ReadonlyArray<Dimension>;
  /** For working days in `perDay`; years it does not cover give `null`. */
  readonly calendar?: WorkingCalendar;
}

export interface IndicatorsReport extends ReportHead {
  readonly onTimeBy: OnTimeBy;
  readonly total: Indicators & {
    /** The daily average of what was received, by each denominator (an average without one says nothing). */
    readonly perDay: PerDays;
  };
  readonly groups: ReadonlyArray<{ readonly key: Readonly<Partial<Record<Dimension, string | null>>> } & Indicators>;
}

/**
 * The report `indicators`: totals and groups over a period, from the rows of all dossiers. Each row is read once and
 * counted into every figure that it belongs to.
 */
export const indicatorsReport = (view: DossierRows, query: IndicatorsQuery): IndicatorsReport => {
  const { zone, onTimeBy, by = [] } = query;
  const span = spanOf(view, query);
  const { first, end, asOf } = span;
  const months = by.includes("month") ? monthsOf(first, end) : [{ month: "", first, end }];
  const whole = periodOf(zone, span);
  const periods = months.map((month) => periodOf(zone, { ...month, asOf }));

  const total = emptyTally();
  const groups = makeGroups(() => Array.from({ length: months.length }, emptyTally));
  const intake = new Set<EpochDay>();
  for (const row of rowsOf(view, query)) {
    if (row.receivedAt === null) continue;
    count(total, row, whole, query);
    intake.add(localDayOf(zone, row.receivedAt));
    if (by.length === 0) continue;
    const tallies = groups.at(by.map((dimension) => (dimension === "month" ? null : row[dimension])));
    for (const [n, period] of periods.entries()) count(tallies[n] ?? emptyTally(), row, period, query);
  }

  const summary = summarise(total);
  return {
    ...headOf(zone, span),
    onTimeBy,
    total: { ...summary, perDay: perDay(intake, span, summary.received, query) },
    groups: groups.sorted().flatMap(({ values, group: tallies }) =>
      tallies.map((tally, n) => ({
        key: keyOf(by, withMonth(by, values, months[n]?.month ?? null)),
        ...summarise(tally),
      })),
    ),
  };
};
