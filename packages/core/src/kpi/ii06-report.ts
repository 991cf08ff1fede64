import { keyOf, makeGroups } from "./groups.js";
import { countIi06, emptyIi06, type Ii06Figures, ii06Figures } from "./ii06-figures.js";
import type { Measure } from "./indicators.js";
import type { OnTimeBy } from "./punctuality.js";
import { type DossierRows, rowsOf } from "./rows.js";
import { headOf, periodOf, type ReportHead, type ReportQuery, spanOf } from "./span.js";
import { standingOf } from "./standing.js";

/** What the rows of form II.06 may be of. The form itself has a row for each field. */
export const II06_DIMENSIONS = ["field", "agency", "unit", "centre", "procedure"] as const;
/** One of them. */
export type Ii06Dimension = (typeof II06_DIMENSIONS)[number];

/** What form II.06 can be asked. */
export interface Ii06Query extends ReportQuery, Measure {
  /** Default: `field`. */
  readonly by?: ReadonlyArray<Ii06Dimension>;
}

/** What `ii06Report` answers: the form's rows are `groups`, its last row is `total`. */
export interface Ii06Report extends ReportHead {
  readonly onTimeBy: OnTimeBy;
  readonly total: Ii06Figures;
  readonly groups: ReadonlyArray<
    { readonly key: Readonly<Partial<Record<Ii06Dimension, string | null>>> } & Ii06Figures
  >;
}

/**
 * Form II.06 of TT 01/2020/TT-VPCP: what was received, decided and is in progress over a period, by fields. Rows add up to
 * the total; column 6 of a period is column 11 of the one before.
 *
 * @example
 * ii06Report(view, { zone: VIETNAM.zone, onTimeBy: "auto", from: "2018-07-01", to: "2018-10-01" })
 */
export const ii06Report = (view: DossierRows, query: Ii06Query): Ii06Report => {
  const { zone, onTimeBy, by = ["field"] } = query;
  const span = spanOf(view, query);
  const period = periodOf(zone, span);
  const total = emptyIi06();
  const groups = makeGroups(emptyIi06);
  for (const row of rowsOf(view, query)) {
    const standing = standingOf(row, period, query);
    if (standing === null) continue;
    countIi06(total, row, standing);
    if (by.length > 0) countIi06(groups.at(by.map((dimension) => row[dimension])), row, standing);
  }
  return {
    ...headOf(zone, span),
    onTimeBy,
    total: ii06Figures(total),
    groups: groups.sorted().map(({ values, group }) => ({ key: keyOf(by, values), ...ii06Figures(group) })),
  };
};
