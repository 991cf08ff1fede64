import { type UnitTree, unitsKnownAt, unitTree } from "../unit/tree.js";
import { catalogueDate } from "./catalogue-date.js";
import type { CatalogueRows } from "./catalogue-rows.js";
import type { Period } from "./indicators.js";
import type { PetitionRow } from "./petitions-row.js";
import type { PetitionRows } from "./petitions-rows.js";
import type { DossierRows } from "./rows.js";
import { type Service, servicesOn } from "./services.js";
import { periodOf, type ReportQuery, type Span, seenBy, spanOf } from "./span.js";

/** What indices are computed from, each folded from the same log. */
export interface IndexViews {
  readonly dossiers: DossierRows;
  readonly catalogue: CatalogueRows;
  readonly petitions: PetitionRows;
}

/** What of it is looked at over a period; of one centre, where it is named. */
export interface Looked {
  readonly span: Span;
  readonly period: Period;
  /** Units and procedures stand for one date: the last of the period, or an earlier "as of". */
  readonly tree: UnitTree;
  readonly services: ReadonlyArray<Service>;
  readonly petitions: ReadonlyArray<PetitionRow>;
}

/** The period is that of dossiers and petitions: a catalogue begins before anything comes in. */
export const lookAt = ({ dossiers, catalogue, petitions }: IndexViews, query: ReportQuery): Looked => {
  const span = spanOf(seenBy(dossiers, petitions), query);
  const date = catalogueDate(query, span);
  const tree = unitTree(unitsKnownAt(catalogue, span.asOf), date);
  const isOfCentre = ({ centre }: { readonly centre: string | null }) =>
    query.centre === undefined || centre === query.centre;
  return {
    span,
    period: periodOf(query.zone, span),
    tree,
    services: servicesOn(catalogue, tree, date, span.asOf).filter(isOfCentre),
    petitions: [...petitions.rows.values()].filter((row) => row.lodgedAt !== null && isOfCentre(row)),
  };
};
