import type { Instant } from "../time/instant.js";
import { groupsOf } from "./groups.js";
import type { PetitionFigures } from "./petitions-figures.js";
import type { PetitionRow } from "./petitions-row.js";
import type { PetitionRows } from "./petitions-rows.js";
import { petitionFigures, verdictAt } from "./petitions-tally.js";
import { headOf, periodOf, type ReportHead, type ReportQuery, spanOf } from "./span.js";

/** What petitions can be grouped by. A month is the report of that month. */
export const PETITION_DIMENSIONS = ["unit", "centre", "about", "category", "class", "month"] as const;
export type PetitionDimension = (typeof PETITION_DIMENSIONS)[number];

export interface PetitionsQuery extends ReportQuery {
  readonly by?: ReadonlyArray<PetitionDimension>;
}

export interface PetitionsReport extends ReportHead {
  readonly total: PetitionFigures;
  readonly groups: ReadonlyArray<
    { readonly key: Readonly<Partial<Record<PetitionDimension, string | null>>> } & PetitionFigures
  >;
}

/**
 * The report `petitions`: totals and groups over a period (NĐ 20/2008, QĐ 766/QĐ-TTg; TT 01/2018/TT-VPCP, Đ13).
 *
 * Of a period that has ended, a later `asOf` can change the verdicts alone: they are read as of now, all else as of its end.
 *
 * @example
 * petitionsReport(view, { zone: VIETNAM.zone, from: "2023-01-01", to: "2023-04-01", by: ["unit"] })
 */
export const petitionsReport = (view: PetitionRows, query: PetitionsQuery): PetitionsReport => {
  const { zone, by = [] } = query;
  const span = spanOf(view, query);
  const read = (row: PetitionRow, dimension: Exclude<PetitionDimension, "month">) => row[dimension];
  const rows = [...view.rows.values()].filter(
    ({ lodgedAt, centre }) => lodgedAt !== null && (query.centre === undefined || centre === query.centre),
  );
  return {
    ...headOf(zone, span),
    total: petitionFigures(rows, periodOf(zone, span), zone),
    groups: groupsOf(rows, { by, read }, zone, span).map((group) => ({
      key: group.key,
      ...petitionFigures(group.rows, group.period, zone),
    })),
  };
};

/**
 * The dossiers whose handling was complained of by then: petitions about behaviour, or of the category `harassment`, that
 * were not judged unfounded. What index 7 of TT 01/2018/TT-VPCP, Đ13 asks: false complaints do not count.
 */
export const dossiersComplainedOf = ({ rows }: PetitionRows, asOf: Instant): ReadonlySet<string> => {
  const dossiers = new Set<string>();
  for (const row of rows.values()) {
    const complains = row.about === "behaviour" || row.category === "harassment";
    if (row.dossier === null || row.lodgedAt === null || row.lodgedAt > asOf || !complains) continue;
    if (verdictAt(row, asOf) !== "unfounded") dossiers.add(row.dossier);
  }
  return dossiers;
};
