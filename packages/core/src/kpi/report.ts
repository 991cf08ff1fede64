import { isLeft } from "fp-ts/lib/Either.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { workingDaysBetween } from "../calendar/working-time.js";
import type { EpochDay } from "../time/local-date.js";
import { localDayOf } from "../time/time-zone.js";
import type { DossierRow } from "./dossier-row.js";
import { compareValues, keyOf } from "./groups.js";
import type { Indicators, Measure } from "./indicators.js";
import { monthsOf } from "./months.js";
import type { OnTimeBy } from "./punctuality.js";
import { type DossierRows, rowsOf } from "./rows.js";
import { headOf, periodOf, type ReportHead, type ReportQuery, spanOf } from "./span.js";
import { count, emptyTally, summarise, type Tally } from "./tally.js";

/** What figures can be grouped by. A month is the report of that month: received and resolved each in its own. */
export const DIMENSIONS = ["agency", "procedure", "field", "unit", "channel", "month", "handler", "centre"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface IndicatorsQuery extends Measure, ReportQuery {
  readonly by?: ReadonlyArray<Dimension>;
  /** For working days in `perDay`; years it does not cover give `null`. */
  readonly calendar?: WorkingCalendar;
}

/** So many received a day, and which days were counted. */
export interface PerDay {
  readonly days: number;
  readonly received: number | null;
}

export interface IndicatorsReport extends ReportHead {
  readonly onTimeBy: OnTimeBy;
  readonly total: Indicators & {
    /** The daily average of what was received, by each denominator (an average without one says nothing). */
    readonly perDay: {
      readonly calendarDays: PerDay;
      readonly workingDays: PerDay | null;
      readonly daysWithIntake: PerDay;
    };
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
  const groups = new Map<string, Group>();
  const intake = new Set<EpochDay>();
  for (const row of rowsOf(view)) {
    if (row.receivedAt === null) continue;
    count(total, row, whole, query);
    intake.add(localDayOf(zone, row.receivedAt));
    if (by.length === 0) continue;
    const { tallies } = groupOf(groups, row, by, months.length);
    for (const [n, period] of periods.entries()) count(tallies[n] ?? emptyTally(), row, period, query);
  }

  const summary = summarise(total);
  return {
    ...headOf(zone, span),
    onTimeBy,
    total: { ...summary, perDay: perDay(intake, first, end, summary.received, query) },
    groups: [...groups.values()]
      .toSorted((a, b) => compareValues(a.values, b.values))
      .flatMap(({ values, tallies }) =>
        tallies.map((tally, n) => ({ key: keyOf(by, values, months[n]?.month ?? null), ...summarise(tally) })),
      ),
  };
};

/** The dossiers that share the values of the asked-for dimensions: a tally for each month, or one. */
interface Group {
  readonly values: ReadonlyArray<string | null>;
  readonly tallies: ReadonlyArray<Tally>;
}

const groupOf = (groups: Map<string, Group>, row: DossierRow, by: ReadonlyArray<Dimension>, months: number): Group => {
  const values = by.map((dimension) => (dimension === "month" ? null : row[dimension]));
  const id = JSON.stringify(values);
  const known = groups.get(id);
  if (known !== undefined) return known;
  const group = { values, tallies: Array.from({ length: months }, emptyTally) };
  groups.set(id, group);
  return group;
};

const perDay = (
  intake: ReadonlySet<EpochDay>,
  first: EpochDay,
  end: EpochDay,
  received: number,
  { zone, calendar, asOf }: IndicatorsQuery,
): IndicatorsReport["total"]["perDay"] => {
  // An asked-for "as of" cuts the period; the last event of a quiet week does not.
  const last = asOf === undefined ? end - 1 : Math.min(end - 1, localDayOf(zone, asOf));
  const average = (days: number): PerDay => ({
    days,
    received: days === 0 ? null : Number((received / days).toFixed(6)),
  });
  const worked = calendar && workingDaysBetween(calendar)(first - 1, last);
  return {
    calendarDays: average(Math.max(0, last - first + 1)),
    workingDays: worked === undefined || isLeft(worked) ? null : average(worked.right),
    daysWithIntake: average([...intake].filter((day) => day >= first && day <= last).length),
  };
};
