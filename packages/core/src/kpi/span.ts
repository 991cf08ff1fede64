import type { Instant } from "../time/instant.js";
import { type EpochDay, fromEpochDay, type LocalDate, toEpochDay } from "../time/local-date.js";
import { formatInstant, localDayOf, startOfDay, type TimeZone } from "../time/time-zone.js";
import type { Period } from "./indicators.js";

/** What every report can be asked. */
export interface ReportQuery {
  readonly zone: TimeZone;
  /** First local date of the period. Default: that of the first event. */
  readonly from?: LocalDate;
  /** The local date after the period. Default: the day after that of `asOf`. */
  readonly to?: LocalDate;
  /** Default: the last event. The view must have been folded from events up to it only. */
  readonly asOf?: Instant;
  /** Only what belongs to this centre: several may live in one store. */
  readonly centre?: string;
}

/** How every report begins. */
export interface ReportHead {
  readonly period: { readonly from: LocalDate; readonly to: LocalDate; readonly timeZone: string };
  readonly asOf: string;
}

/** The time that a view has seen. */
export interface Seen {
  readonly firstOccurredAt: Instant | null;
  readonly lastOccurredAt: Instant | null;
}

/** The local days of a report: from the first up to but without the end. */
export interface Span {
  readonly first: EpochDay;
  readonly end: EpochDay;
  readonly asOf: Instant;
}

export const spanOf = ({ firstOccurredAt, lastOccurredAt }: Seen, query: ReportQuery): Span => {
  const { zone } = query;
  const asOf = query.asOf ?? lastOccurredAt ?? 0;
  const first = query.from ? toEpochDay(query.from) : localDayOf(zone, firstOccurredAt ?? asOf);
  const end = query.to ? toEpochDay(query.to) : Math.max(first, localDayOf(zone, asOf)) + 1;
  return { first, end, asOf };
};

export const periodOf = (zone: TimeZone, { first, end, asOf }: Span): Period => ({
  from: startOfDay(zone, first),
  to: startOfDay(zone, end),
  asOf,
});

export const headOf = (zone: TimeZone, { first, end, asOf }: Span): ReportHead => ({
  period: { from: fromEpochDay(first), to: fromEpochDay(end), timeZone: zone.name },
  asOf: formatInstant(zone, asOf),
});

/** The span of two views together. */
export const seenBy = (a: Seen, b: Seen): Seen => ({
  firstOccurredAt: earlier(a.firstOccurredAt, b.firstOccurredAt),
  lastOccurredAt: later(a.lastOccurredAt, b.lastOccurredAt),
});

export const earlier = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || (b !== null && b < a) ? b : a;

export const later = (a: Instant | null, b: Instant | null): Instant | null =>
  a === null || (b !== null && b > a) ? b : a;
