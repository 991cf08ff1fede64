import { procedureOn } from "../procedure/procedure-on.js";
import { type ProcedureState, procedureKnownAt } from "../procedure/state.js";
import type { LocalDate } from "../time/local-date.js";
import { unitsKnownAt, unitTree } from "../unit/tree.js";
import { catalogueDate } from "./catalogue-date.js";
import { type CatalogueFigures, type CatalogueItem, catalogueFigures } from "./catalogue-figures.js";
import type { CatalogueRows } from "./catalogue-rows.js";
import { keyOf, makeGroups } from "./groups.js";
import { headOf, type ReportHead, type ReportQuery, spanOf } from "./span.js";

/** What the figures of the catalogue can be grouped by. */
export const CATALOGUE_DIMENSIONS = ["agency", "field", "onlineLevel"] as const;
export type CatalogueDimension = (typeof CATALOGUE_DIMENSIONS)[number];

/** The figures stand for one date: the last of the period, or that of `asOf` where it was asked for and is earlier. */
export interface CatalogueQuery extends ReportQuery {
  readonly by?: ReadonlyArray<CatalogueDimension>;
}

/** What `catalogueReport` answers. */
export interface CatalogueReport extends ReportHead {
  /** The local date that is counted: the last of the period, or that of an earlier "as of". */
  readonly date: LocalDate;
  readonly total: CatalogueFigures & {
    /** Wards and communes in force. */
    readonly wards: number;
  };
  /** A procedure is in the group of its version in force, a repealed one in that of its last. */
  readonly groups: ReadonlyArray<
    { readonly key: Readonly<Partial<Record<CatalogueDimension, string | null>>> } & CatalogueFigures
  >;
}

/**
 * The report `catalogue`: procedures, agencies and wards on a date, by what was known at `asOf`. What takes effect later
 * is not counted, whenever it was decided.
 */
export const catalogueReport = (view: CatalogueRows, query: CatalogueQuery): CatalogueReport => {
  const { zone, by = [] } = query;
  const span = spanOf(view, query);
  const date = catalogueDate(query, span);
  const items = [...view.procedures.values()]
    .map((state) => itemOn(procedureKnownAt(state, span.asOf), date))
    .filter(({ on }) => on.version !== null);
  const tree = unitTree(unitsKnownAt(view, span.asOf), date);
  const wards = [...tree.values()].filter(({ kind }) => kind === "ward" || kind === "commune").length;
  return {
    ...headOf(zone, span),
    date,
    total: { ...catalogueFigures(items), wards },
    groups: by.length === 0 ? [] : groupsOf(items, by),
  };
};

const itemOn = (state: ProcedureState, date: LocalDate): CatalogueItem => ({
  on: procedureOn(state, date),
  versions: state.versions.filter(({ value, effectiveFrom }) => value !== null && effectiveFrom <= date).length,
});

const groupsOf = (
  items: ReadonlyArray<CatalogueItem>,
  by: ReadonlyArray<CatalogueDimension>,
): CatalogueReport["groups"] => {
  const groups = makeGroups((): CatalogueItem[] => []);
  for (const item of items) groups.at(by.map((dimension) => valueIn(item, dimension))).push(item);
  return groups.sorted().map(({ values, group }) => ({ key: keyOf(by, values), ...catalogueFigures(group) }));
};

const valueIn = ({ on }: CatalogueItem, dimension: CatalogueDimension): string | null =>
  dimension === "onlineLevel" ? on.onlineLevel && `${on.onlineLevel}` : (on.version?.[dimension] ?? null);
