import type { Instant } from "../time/instant.js";
import { localDateOf, type TimeZone } from "../time/time-zone.js";
import type { DossierRow } from "./dossier-row.js";
import { keyOf, makeGroups } from "./groups.js";
import { ratio, rounded } from "./ratio.js";
import type { Dimension } from "./report.js";
import { type DossierRows, rowsOf } from "./rows.js";
import { isSatisfied } from "./satisfied.js";
import { headOf, periodOf, type ReportHead, type ReportQuery, spanOf } from "./span.js";

/** Ratings are asked about one aspect each (staff attitude, time, the whole, …): never read two aspects as one figure. */
export type SatisfactionDimension = Dimension | "aspect";

export interface SatisfactionQuery extends ReportQuery {
  readonly by?: ReadonlyArray<SatisfactionDimension>;
}

/**
 * How satisfied those were who said so, and how many did.
 *
 * - `rate` = satisfied / responses; satisfied is the upper part of a scale, without its middle
 * - `responseRate` = rated / decided, of dossiers that were decided in the period; `null` in groups by aspect or month,
 *   where the two do not speak of the same dossiers
 */
export interface SatisfactionFigures {
  readonly responses: number;
  readonly satisfied: number;
  readonly rate: number | null;
  readonly rated: number;
  readonly decided: number | null;
  readonly responseRate: number | null;
  /** How often each score was given, by scale: `{"5": {"4": 10, "5": 90}}`. */
  readonly scores: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Mean score as a share of its scale: from 0 (all worst) to 1 (all best). */
  readonly meanOfScale: number | null;
}

export interface SatisfactionReport extends ReportHead {
  readonly total: SatisfactionFigures;
  readonly groups: ReadonlyArray<
    { readonly key: Readonly<Partial<Record<SatisfactionDimension, string | null>>> } & SatisfactionFigures
  >;
}

/** The report `satisfaction`, from the rows of all dossiers: ratings that were given within the period. */
export const satisfactionReport = (view: DossierRows, query: SatisfactionQuery): SatisfactionReport => {
  const { zone, by = [] } = query;
  const span = spanOf(view, query);
  const { from, to, asOf } = periodOf(zone, span);
  const within = (at: Instant) => at >= from && at < to && at <= asOf;
  const ofDossiers = !by.includes("aspect") && !by.includes("month");
  const total = emptySatisfaction();
  const groups = makeGroups(emptySatisfaction);

  for (const row of rowsOf(view, query)) {
    const phase = row.phaseAt(Math.min(to - 1, asOf));
    const decided = phase?.kind === "resolved" && within(phase.since);
    const given = row.ratings.filter(({ at }) => within(at));
    if (decided) total.decided++;
    if (decided && by.length > 0 && ofDossiers) groups.at(valuesOf(by, zone, row)).decided++;
    if (given.length === 0) continue;
    total.rated++;
    for (const rating of given) tallyRating(total, rating);
    if (by.length === 0) continue;
    const rated = new Set<SatisfactionTally>();
    for (const rating of given) {
      const group = groups.at(valuesOf(by, zone, row, rating));
      tallyRating(group, rating);
      rated.add(group);
    }
    for (const group of rated) group.rated++;
  }
  return {
    ...headOf(zone, span),
    total: figuresOf(total, true),
    groups: groups.sorted().map(({ values, group }) => ({
      key: keyOf(by, values),
      ...figuresOf(group, ofDossiers),
    })),
  };
};

type Given = DossierRow["ratings"][number];

interface SatisfactionTally {
  responses: number;
  satisfied: number;
  rated: number;
  decided: number;
  shares: number;
  readonly scores: Record<string, Record<string, number>>;
}

const emptySatisfaction = (): SatisfactionTally => ({
  responses: 0,
  satisfied: 0,
  rated: 0,
  decided: 0,
  shares: 0,
  scores: {},
});

const tallyRating = (tally: SatisfactionTally, { score, scale }: Given): void => {
  tally.responses++;
  if (isSatisfied(score, scale)) tally.satisfied++;
  // A scale of one has no better and no worse.
  tally.shares += scale > 1 ? (score - 1) / (scale - 1) : 1;
  tally.scores[scale] ??= {};
  const scores = tally.scores[scale];
  scores[score] = (scores[score] ?? 0) + 1;
};

const figuresOf = (tally: SatisfactionTally, ofDossiers: boolean): SatisfactionFigures => ({
  responses: tally.responses,
  satisfied: tally.satisfied,
  rate: ratio(tally.satisfied, tally.responses),
  rated: tally.rated,
  decided: ofDossiers ? tally.decided : null,
  responseRate: ofDossiers ? ratio(tally.rated, tally.decided) : null,
  scores: tally.scores,
  meanOfScale: tally.responses === 0 ? null : rounded(tally.shares / tally.responses),
});

const valuesOf = (
  by: ReadonlyArray<SatisfactionDimension>,
  zone: TimeZone,
  row: DossierRow,
  rating?: Given,
): ReadonlyArray<string | null> =>
  by.map((dimension) => {
    if (dimension === "aspect") return rating?.aspect ?? null;
    if (dimension === "month") return rating === undefined ? null : localDateOf(zone, rating.at).slice(0, 7);
    return row[dimension];
  });
