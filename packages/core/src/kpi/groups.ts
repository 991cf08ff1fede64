import type { TimeZone } from "../time/time-zone.js";
import type { Period } from "./indicators.js";
import { monthsOf } from "./months.js";
import { periodOf, type Span } from "./span.js";

/** By what rows are grouped: their values of all dimensions but the month, which is of the report. */
export interface Grouping<Dimension extends string, Row> {
  readonly by: ReadonlyArray<Dimension | "month">;
  readonly read: (row: Row, dimension: Dimension) => string | null;
}

/** The rows that share their values, in one month or in the whole period. */
export interface Group<Dimension extends string, Row> {
  readonly key: Readonly<Partial<Record<Dimension | "month", string | null>>>;
  readonly rows: ReadonlyArray<Row>;
  readonly period: Period;
}

/**
 * Rows by the dimensions that were asked for, in the order of their keys. With months among them every group comes once
 * for each month: the report of that month.
 */
export const groupsOf = <Dimension extends string, Row>(
  rows: Iterable<Row>,
  { by, read }: Grouping<Dimension, Row>,
  zone: TimeZone,
  span: Span,
): ReadonlyArray<Group<Dimension, Row>> => {
  if (by.length === 0) return [];
  const { first, end, asOf } = span;
  const months = by.includes("month") ? monthsOf(first, end) : [{ month: null, first, end }];
  const groups = new Map<string, { readonly values: ReadonlyArray<string | null>; readonly rows: Row[] }>();
  for (const row of rows) {
    const values = by.map((dimension) => (dimension === "month" ? null : read(row, dimension as Dimension)));
    const id = JSON.stringify(values);
    const group = groups.get(id) ?? { values, rows: [] };
    group.rows.push(row);
    groups.set(id, group);
  }
  return [...groups.values()]
    .toSorted((a, b) => compareValues(a.values, b.values))
    .flatMap(({ values, rows: members }) =>
      months.map(({ month, ...days }) => ({
        key: keyOf(by, values, month),
        rows: members,
        period: periodOf(zone, { ...days, asOf }),
      })),
    );
};

/** By code points, nulls last: the same order on every machine. */
export const compareValues = (a: ReadonlyArray<string | null>, b: ReadonlyArray<string | null>): number => {
  for (const [n, left] of a.entries()) {
    const right = b[n] ?? null;
    if (left === right) continue;
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -1 : 1;
  }
  return 0;
};

/** The key of a group, in the order that was asked for. */
export const keyOf = <Dimension extends string>(
  by: ReadonlyArray<Dimension>,
  values: ReadonlyArray<string | null>,
  month: string | null,
): Readonly<Partial<Record<Dimension, string | null>>> =>
  Object.fromEntries(
    by.map((dimension, n) => [dimension, dimension === "month" ? month : (values[n] ?? null)]),
  ) as Readonly<Partial<Record<Dimension, string | null>>>;
