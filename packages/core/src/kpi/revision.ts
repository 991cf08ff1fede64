import type { Instant } from "../time/instant.js";
import { type LocalDate, toEpochDay } from "../time/local-date.js";
import { formatInstant, startOfDay } from "../time/time-zone.js";
import type { DossierRow } from "./dossier-row.js";
import type { Indicators, Measure, Period } from "./indicators.js";
import { type Differences, differencesOf, figuresThatDiffer } from "./indicators-differ.js";
import type { OnTimeBy } from "./punctuality.js";
import type { LateEvent, RevisionCut, RevisionView } from "./revision-view.js";
import { type DossierRows, rowsOf } from "./rows.js";
import { headOf, periodOf, type ReportHead, type ReportQuery, spanOf } from "./span.js";
import { standingOf } from "./standing.js";
import { indicators } from "./tally.js";

export interface RevisionQuery extends Measure, ReportQuery {
  /** The local date after the period: it must be said, since both views are of the same days. */
  readonly to: LocalDate;
  readonly knownThen: Instant;
  /** Default: now. */
  readonly knownAt?: Instant;
  /** So many dossiers are listed, and so many events of each. */
  readonly atMost: number;
}

/** A dossier whose figures are other ones now. */
export interface RevisedDossier {
  readonly stream: string;
  /** The indicators to which it adds something else now, by their paths. */
  readonly figures: ReadonlyArray<string>;
  /** What was recorded since, and happened by the end of the period or rewrote a fact: the first of them, and how many. */
  readonly events: { readonly count: number; readonly first: ReadonlyArray<LateEvent> };
}

/** The same period, as it was known then and as it is known now. */
export interface RevisionReport extends ReportHead {
  readonly onTimeBy: OnTimeBy;
  readonly knownThen: string;
  /** `null` for now. */
  readonly knownAt: string | null;
  readonly asKnownThen: Indicators;
  readonly asKnownNow: Indicators;
  /** Now less then, rounded; `null` where one of them is not known. */
  readonly difference: Differences;
  /** Dossiers of the period of which a date, or a term that a date follows from, was corrected after `knownThen`. */
  readonly redated: number;
  /** Dossiers whose figures differ, by their streams, and all events that made the difference. */
  readonly revised: {
    readonly dossiers: number;
    readonly events: number;
    readonly first: ReadonlyArray<RevisedDossier>;
  };
}

/** Which events make a difference to a period that ends with the day before `to`. */
export const revisionCutOf = ({ zone, to, asOf, knownThen }: RevisionQuery): RevisionCut => ({
  knownThen,
  until: Math.min(startOfDay(zone, toEpochDay(to)) - 1, asOf ?? Number.POSITIVE_INFINITY),
});

/** The report `revision`, from a view that was folded with the cut of the same query. */
export const revisionReport = (view: RevisionView, query: RevisionQuery): RevisionReport => {
  const { zone, onTimeBy, knownThen, knownAt } = query;
  const span = spanOf(view.asKnownNow, query);
  const period = periodOf(zone, span);
  const over = (rows: DossierRows) => indicators(rowsOf(rows, query), period, query);
  const [asKnownThen, asKnownNow] = [over(view.asKnownThen), over(view.asKnownNow)];
  return {
    ...headOf(zone, span),
    onTimeBy,
    knownThen: formatInstant(zone, knownThen),
    knownAt: knownAt === undefined ? null : formatInstant(zone, knownAt),
    asKnownThen,
    asKnownNow,
    difference: differencesOf(asKnownThen, asKnownNow),
    redated: redatedIn(view, period, query),
    revised: revisedOf(view, period, query),
  };
};

/** Those that have, or had, a part in the period. */
const redatedIn = (view: RevisionView, period: Period, query: RevisionQuery): number => {
  const rows = [view.asKnownThen, view.asKnownNow].flatMap((known) => lateRowsOf(known, view, query));
  const redated = rows.filter((row) => view.redated.has(row.stream) && standingOf(row, period, query) !== null);
  return new Set(redated.map(({ stream }) => stream)).size;
};

const revisedOf = (view: RevisionView, period: Period, query: RevisionQuery): RevisionReport["revised"] => {
  const alone = (row: DossierRow | undefined) => indicators(row === undefined ? [] : [row], period, query);
  const before = new Map(lateRowsOf(view.asKnownThen, view, query).map((row) => [row.stream, row]));
  const after = new Map(lateRowsOf(view.asKnownNow, view, query).map((row) => [row.stream, row]));
  const streams = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  const revised = streams.flatMap((stream): ReadonlyArray<RevisedDossier> => {
    const figures = figuresThatDiffer(alone(before.get(stream)), alone(after.get(stream)));
    const events = view.late.get(stream) ?? [];
    const first = events.slice(0, query.atMost);
    return figures.length === 0 ? [] : [{ stream, figures, events: { count: events.length, first } }];
  });
  return {
    dossiers: revised.length,
    events: revised.reduce((sum, { events }) => sum + events.count, 0),
    first: revised.slice(0, query.atMost),
  };
};

/** Of dossiers of which nothing was learned since, nothing can differ. */
const lateRowsOf = (rows: DossierRows, { late }: RevisionView, query: RevisionQuery): ReadonlyArray<DossierRow> => {
  const found: DossierRow[] = [];
  for (const row of rowsOf(rows, query)) if (late.has(row.stream)) found.push(row);
  return found;
};
