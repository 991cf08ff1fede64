import type { LocalDate } from "../time/local-date.js";
import { type StandardFinding, standardsOn } from "../unit/standards.js";
import { noUnit, type UnitState } from "../unit/state.js";
import { centreOf, type Units, unitsKnownAt, unitTree } from "../unit/tree.js";
import { UNIT_KINDS, type UnitKind } from "../unit/vocabulary.js";
import { catalogueDate } from "./catalogue-date.js";
import type { Indicators } from "./indicators.js";
import type { OnTimeBy } from "./punctuality.js";
import type { DossierRows } from "./rows.js";
import { headOf, periodOf, type ReportHead, type ReportQuery, type Seen, seenBy, spanOf } from "./span.js";
import { ownFigures } from "./units-figures.js";

/** Units and standards stand for one date, the last of the period or an earlier `asOf`; dossiers for the whole period. */
export interface UnitsQuery extends ReportQuery {
  /** The dossiers whose figures stand beside the units. Without them these are `null`. */
  readonly dossiers?: DossierRows;
  /** Default: `auto`. */
  readonly onTimeBy?: OnTimeBy;
}

/** A unit in force, what standards it meets, and how it does with its own dossiers. */
export interface UnitFigures {
  readonly name: string;
  readonly kind: UnitKind;
  readonly parent: string | null;
  /** Its nearest one-stop centre. */
  readonly centre: string | null;
  /** Those that it meets, with the first of the assessments without a break that found so. */
  readonly standards: ReadonlyArray<Pick<StandardFinding, "standard" | "since">>;
  /** Of the dossiers that it received, decides, or is the centre of: each once. Those of units under it are not its own. */
  readonly dossiers: Indicators | null;
}

/** What `unitsReport` answers. */
export interface UnitsReport extends ReportHead {
  /** The local date whose units these are: the last of the period, or that of an earlier "as of". */
  readonly date: LocalDate;
  readonly total: {
    readonly units: number;
    readonly byKind: Readonly<Record<UnitKind, number>>;
    /** How many units meet each standard that any unit in force was held against. */
    readonly standards: ReadonlyArray<{ readonly standard: string; readonly units: number }>;
    /** Of all dossiers, each once. */
    readonly dossiers: Indicators | null;
  };
  readonly groups: ReadonlyArray<{ readonly key: { readonly unit: string } } & UnitFigures>;
}

/** The report `units`: each unit in force on a date, by what was known at `asOf`, and its figures over the period. */
export const unitsReport = (view: Units & Seen, query: UnitsQuery): UnitsReport => {
  const { zone, dossiers, onTimeBy = "auto" } = query;
  const span = spanOf(dossiers === undefined ? view : seenBy(view, dossiers), query);
  const date = catalogueDate(query, span);
  const known = unitsKnownAt(view, span.asOf);
  const tree = unitTree(known, date);
  const figures = dossiers && ownFigures(dossiers, new Set(tree.keys()), periodOf(zone, span), { ...query, onTimeBy });

  const states = new Map<string | null, UnitState>([...known.units.values()].map((state) => [state.code, state]));
  const asked = [...tree.values()].filter(
    ({ code }) => query.centre === undefined || centreOf(tree, code) === query.centre,
  );
  const nodes = asked.map((node) => ({
    ...node,
    findings: standardsOn(states.get(node.code) ?? noUnit, date),
  }));
  return {
    ...headOf(zone, span),
    date,
    total: {
      units: nodes.length,
      byKind: byKind(nodes),
      standards: meeting(nodes.flatMap(({ findings }) => findings)),
      dossiers: figures?.total ?? null,
    },
    groups: nodes.map(({ code, name, kind, parent, findings }) => ({
      key: { unit: code },
      name,
      kind,
      parent,
      centre: centreOf(tree, code),
      standards: findings.filter(({ met }) => met).map(({ standard, since }) => ({ standard, since })),
      dossiers: figures?.byUnit.get(code) ?? null,
    })),
  };
};

const byKind = (units: ReadonlyArray<{ readonly kind: UnitKind }>): Readonly<Record<UnitKind, number>> =>
  Object.fromEntries(UNIT_KINDS.map((kind) => [kind, units.filter((unit) => unit.kind === kind).length])) as Readonly<
    Record<UnitKind, number>
  >;

const meeting = (findings: ReadonlyArray<StandardFinding>): UnitsReport["total"]["standards"] =>
  [...Map.groupBy(findings, ({ standard }) => standard)]
    .map(([standard, found]) => ({ standard, units: found.filter(({ met }) => met).length }))
    .toSorted((a, b) => (a.standard < b.standard ? -1 : 1));
