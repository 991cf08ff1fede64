import type { TimeZone } from "../time/time-zone.js";
import type { Period } from "./indicators.js";
import { monthsOf } from "./months.js";
import { periodOf, type Span } from "./span.js";

/** What belongs together because it has the same values. */
export interface Groups<Group> {
  /** The group of these values; a new one where there is none yet. */
  readonly at: (values: ReadonlyArray<string | null>) => Group;
  /** By code points, nulls last: the same order on every machine. */
  readonly sorted: () => ReadonlyArray<{ readonly values: ReadonlyArray<string | null>; readonly group: Group }>;
}

export const makeGroups = <Group>(make: () => Group): Groups<Group> => {
  const groups = new Map<string, { readonly values: ReadonlyArray<string | null>; readonly group: Group }>();
  return {
    at: (values) => {
      const id = JSON.stringify(values);
      const known = groups.get(id);
      if (known !== undefined) return known.group;
      const group = make();
      groups.set(id, { values, group });
      return group;
    },
    sorted: () => [...groups.values()].toSorted((a, b) => compareValues(a.values, b.values)),
  };
};

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

/** The values of a group by the names of their dimensions. */
export const keyOf = <Dimension extends string>(
  by: ReadonlyArray<Dimension>,
  values: ReadonlyArray<string | null>,
): Readonly<Partial<Record<Dimension, string | null>>> =>
  Object.fromEntries(by.map((dimension, n) => [dimension, values[n] ?? null])) as Partial<
    Record<Dimension, string | null>
  >;

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
 * for each month: the report of that month. For few rows: those of dossiers are counted one by one instead.
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
  const groups = makeGroups((): Row[] => []);
  for (const row of rows)
    groups.at(by.map((dimension) => (dimension === "month" ? null : read(row, dimension as Dimension)))).push(row);
  return groups.sorted().flatMap(({ values, group }) =>
    months.map(({ month, ...days }) => ({
      key: keyOf(by, withMonth(by, values, month)),
      rows: group,
      period: periodOf(zone, { ...days, asOf }),
    })),
  );
};

/** The values of a group with the month of its report in its place. */
export const withMonth = (
  by: ReadonlyArray<string>,
  values: ReadonlyArray<string | null>,
  month: string | null,
): ReadonlyArray<string | null> => by.map((dimension, n) => (dimension === "month" ? month : (values[n] ?? null)));
