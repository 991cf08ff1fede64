import { isLeft } from "fp-ts/lib/Either.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { workingDaysBetween } from "../calendar/working-time.js";
import type { Instant } from "../time/instant.js";
import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay } from "../time/local-date.js";
import { formatInstant, localDayOf, startOfDay } from "../time/time-zone.js";
import type { DossierRow } from "./dossier-row.js";
import { type Indicators, indicators, type Measure } from "./indicators.js";
import type { OnTimeBy } from "./punctuality.js";
import type { DossierRows } from "./rows.js";

/** What figures can be grouped by. A month is the report of that month: received and resolved each in its own. */
export const DIMENSIONS = ["agency", "procedure", "field", "unit", "channel", "month", "handler", "centre"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export interface IndicatorsQuery extends Measure {
  /** First local date of the period. Default: that of the first event. */
  readonly from?: LocalDate;
  /** The local date after the period. Default: the day after that of `asOf`. */
  readonly to?: LocalDate;
  /** Default: the last event. The rows must have been folded from events up to it only. */
  readonly asOf?: Instant;
  readonly by?: ReadonlyArray<Dimension>;
  /** For working days in `perDay`; years it does not cover give `null`. */
  readonly calendar?: WorkingCalendar;
}

/** So many received a day, and which days were counted. */
export interface PerDay {
  readonly days: number;
  readonly received: number | null;
}

export interface IndicatorsReport {
  readonly period: { readonly from: LocalDate; readonly to: LocalDate; readonly timeZone: string };
  readonly asOf: string;
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

/** The report `indicators`: totals and groups over a period, from the rows of all dossiers. */
export const indicatorsReport = (view: DossierRows, query: IndicatorsQuery): IndicatorsReport => {
  const { zone, onTimeBy } = query;
  const asOf = query.asOf ?? view.lastOccurredAt ?? 0;
  const first = query.from ? toEpochDay(query.from) : localDayOf(zone, view.firstOccurredAt ?? asOf);
  const end = query.to ? toEpochDay(query.to) : Math.max(first, localDayOf(zone, asOf)) + 1;
  const rows = [...view.rows.values()].filter((row) => row.receivedAt !== null);
  const between = (from: EpochDay, to: EpochDay) => ({ from: startOfDay(zone, from), to: startOfDay(zone, to), asOf });
  const total = indicators(rows, between(first, end), query);
  return {
    period: { from: fromEpochDay(first), to: fromEpochDay(end), timeZone: zone.name },
    asOf: formatInstant(zone, asOf),
    onTimeBy,
    total: { ...total, perDay: perDay(rows, first, end, total.received, query) },
    groups: groupsOf(rows, query.by ?? [], first, end).map(({ key, members, from, to }) => ({
      key,
      ...indicators(members, between(from, to), query),
    })),
  };
};

interface Group {
  readonly key: Readonly<Partial<Record<Dimension, string | null>>>;
  readonly members: ReadonlyArray<DossierRow>;
  readonly from: EpochDay;
  readonly to: EpochDay;
}

const groupsOf = (
  rows: ReadonlyArray<DossierRow>,
  by: ReadonlyArray<Dimension>,
  first: EpochDay,
  end: EpochDay,
): ReadonlyArray<Group> => {
  if (by.length === 0) return [];
  const facts = by.filter((dimension) => dimension !== "month");
  const groups = new Map<string, { readonly values: ReadonlyArray<string | null>; readonly members: DossierRow[] }>();
  for (const row of rows) {
    const values = facts.map((dimension) => row[dimension]);
    const id = JSON.stringify(values);
    const group = groups.get(id);
    if (group === undefined) groups.set(id, { values, members: [row] });
    else group.members.push(row);
  }
  const months = by.includes("month") ? monthsOf(first, end) : [{ from: first, to: end }];
  return [...groups.values()]
    .toSorted((a, b) => compareValues(a.values, b.values))
    .flatMap(({ values, members }) =>
      months.map(({ from, to }) => {
        const valueBy = (dimension: Dimension) =>
          dimension === "month" ? fromEpochDay(from).slice(0, 7) : (values[facts.indexOf(dimension)] ?? null);
        return { key: Object.fromEntries(by.map((dimension) => [dimension, valueBy(dimension)])), members, from, to };
      }),
    );
};

/** The months that a period touches, cut to it. */
const monthsOf = (
  first: EpochDay,
  end: EpochDay,
): ReadonlyArray<{ readonly from: EpochDay; readonly to: EpochDay }> => {
  const months: Array<{ readonly from: EpochDay; readonly to: EpochDay }> = [];
  for (let from = first; from < end; ) {
    const date = new Date(`${fromEpochDay(from)}T00:00:00Z`);
    const next = Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) / 86_400_000;
    months.push({ from, to: Math.min(next, end) });
    from = next;
  }
  return months;
};

/** By code points, nulls last: the same order on every machine. */
const compareValues = (a: ReadonlyArray<string | null>, b: ReadonlyArray<string | null>): number => {
  for (const [n, left] of a.entries()) {
    const right = b[n] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -1 : 1;
  }
  return 0;
};

const perDay = (
  rows: ReadonlyArray<DossierRow>,
  first: EpochDay,
  end: EpochDay,
  received: number,
  { zone, calendar, asOf }: IndicatorsQuery,
): IndicatorsReport["total"]["perDay"] => {
  // An asked-for "as of" cuts the period; the last event of a quiet week does not.
  const last = asOf === undefined ? end - 1 : Math.min(end - 1, localDayOf(zone, asOf));
  const intake = new Set<EpochDay>();
  for (const { receivedAt } of rows) {
    const day = localDayOf(zone, receivedAt ?? 0);
    if (day >= first && day <= last) intake.add(day);
  }
  const average = (days: number): PerDay => ({
    days,
    received: days === 0 ? null : Number((received / days).toFixed(6)),
  });
  const worked = calendar && workingDaysBetween(calendar)(first - 1, last);
  return {
    calendarDays: average(Math.max(0, last - first + 1)),
    workingDays: worked === undefined || isLeft(worked) ? null : average(worked.right),
    daysWithIntake: average(intake.size),
  };
};
