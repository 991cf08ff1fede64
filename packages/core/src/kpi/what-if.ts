import { isLeft } from "fp-ts/lib/Either.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import type { DossierEvent } from "../dossier/event.js";
import { formatTerm, type Term } from "../time/term.js";
import type { DossierRow } from "./dossier-row.js";
import type { Indicators, Measure, Period } from "./indicators.js";
import type { OnTimeBy } from "./punctuality.js";
import { type DossierRows, dossierRows, rowsOf } from "./rows.js";
import { headOf, periodOf, type ReportHead, type ReportQuery, type Seen, spanOf } from "./span.js";
import { type Place, standingOf } from "./standing.js";
import { indicators } from "./tally.js";
import { REASONS_LEFT, type ReasonLeft, underTerm } from "./under-term.js";

/** The whole life of one dossier, in the order of its stream. */
export interface DossierLife {
  readonly stream: string;
  readonly events: ReadonlyArray<DossierEvent>;
}

/** The rows of some dossiers, as it was and under another term; and how many had to be left as they were, and why. */
export interface WhatIfRows {
  readonly asItWas: DossierRows;
  readonly underTheTerm: DossierRows;
  readonly left: Readonly<Record<ReasonLeft, number>>;
}

/**
 * A fold over whole dossiers, which goes through each of them twice: as it was, and under the term. `step` changes the
 * view that it is given.
 */
export const whatIfRows = (calendar: WorkingCalendar, term: Term) => ({
  empty: (): WhatIfRows => ({
    asItWas: dossierRows.empty(),
    underTheTerm: dossierRows.empty(),
    left: Object.fromEntries(REASONS_LEFT.map((reason) => [reason, 0])) as Record<ReasonLeft, number>,
  }),
  step: (view: WhatIfRows, { stream, events }: DossierLife): WhatIfRows => {
    const dated = underTerm(calendar)(events, term);
    const fold = (rows: DossierRows, event: DossierEvent) => dossierRows.step(rows, { ...event, stream });
    return {
      asItWas: events.reduce(fold, view.asItWas),
      underTheTerm: (isLeft(dated) ? events : dated.right).reduce(fold, view.underTheTerm),
      left: isLeft(dated) ? { ...view.left, [dated.left]: view.left[dated.left] + 1 } : view.left,
    };
  },
});

export interface WhatIfQuery extends Measure, ReportQuery {
  readonly procedure: string;
  readonly term: Term;
}

/** The indicators of one procedure as they were, and as they would have been under another term. */
export interface WhatIfReport extends ReportHead {
  readonly onTimeBy: OnTimeBy;
  readonly procedure: string;
  /** As `parseTerm` reads it. */
  readonly term: string;
  readonly asItWas: Indicators;
  readonly underTheTerm: Indicators;
  /** Dossiers of the period that kept their due date and would not have kept the other, and the other way round. */
  readonly turned: { readonly late: number; readonly onTime: number };
  /** Dossiers, of any time, whose due dates could not be computed: they stand in both columns as they were. */
  readonly leftAsTheyWere: Readonly<Record<ReasonLeft, number>> & { readonly total: number };
}

/**
 * The report `whatif`.
 *
 * @param seen  the time that the whole log covers: the period is that of every report on it
 */
export const whatIfReport = (seen: Seen, view: WhatIfRows, query: WhatIfQuery): WhatIfReport => {
  const { zone, onTimeBy, procedure, term } = query;
  const span = spanOf(seen, query);
  const period = periodOf(zone, span);
  const over = (rows: DossierRows) => indicators(rowsOf(rows, query), period, query);
  return {
    ...headOf(zone, span),
    onTimeBy,
    procedure,
    term: formatTerm(term),
    asItWas: over(view.asItWas),
    underTheTerm: over(view.underTheTerm),
    turned: turnedOf(view, period, query),
    leftAsTheyWere: { ...view.left, total: REASONS_LEFT.reduce((sum, reason) => sum + view.left[reason], 0) },
  };
};

const turnedOf = (view: WhatIfRows, period: Period, query: WhatIfQuery): WhatIfReport["turned"] => {
  const placeOf = (row: DossierRow) => standingOf(row, period, query)?.place;
  const places = new Map([...rowsOf(view.asItWas, query)].map((row) => [row.stream, placeOf(row)]));
  const turned = { late: 0, onTime: 0 };
  for (const row of rowsOf(view.underTheTerm, query)) {
    const [before, after] = [places.get(row.stream), placeOf(row)];
    if (isKept(before) && isBroken(after)) turned.late++;
    if (isBroken(before) && isKept(after)) turned.onTime++;
  }
  return turned;
};

const isKept = (place: Place | undefined): boolean => place === "early" || place === "onTime" || place === "withinTerm";

const isBroken = (place: Place | undefined): boolean => place === "late" || place === "overdue";
