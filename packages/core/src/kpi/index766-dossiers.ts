import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { DAY } from "../time/instant.js";
import type { DossierRow } from "./dossier-row.js";
import { type Fraction, fraction } from "./fraction.js";
import { onTime766 } from "./index766-progress.js";
import type { Measure, Period } from "./indicators.js";
import type { Indicator766Id } from "./indicators766.js";
import { pausesOf } from "./row-clock.js";
import { isDissatisfied } from "./satisfied.js";
import { standingOf } from "./standing.js";

/** Counts of dossiers on their way to the index. */
export interface Tally766 {
  judged: number;
  onTime: number;
  /** Without a due date and without a legal term: in no figure of punctuality. */
  unjudged: number;
  unhappy: number;
  decided: number;
  handling: number;
  received: number;
  receivedOnline: number;
  charged: number;
  paidOnline: number;
  /** Procedures for which something came in online. */
  readonly online: Set<string>;
}

export const emptyTally766 = (): Tally766 => ({
  judged: 0,
  onTime: 0,
  unjudged: 0,
  unhappy: 0,
  decided: 0,
  handling: 0,
  received: 0,
  receivedOnline: 0,
  charged: 0,
  paidOnline: 0,
  online: new Set(),
});

/** What a dossier counts for, whatever the group. */
export interface Counted766 {
  readonly row: DossierRow;
  readonly onTime: boolean | null;
  readonly unhappy: boolean;
  readonly receivedNow: boolean;
  /** From reception to decision without the waiting for supplements, in days of 24 hours; `null` while it is not decided. */
  readonly days: number | null;
}

/** @param petitioned  streams of the dossiers that somebody petitioned about */
export const counted766 = (
  row: DossierRow,
  period: Period,
  measure: Measure & { readonly calendar: WorkingCalendar },
  petitioned: ReadonlySet<string>,
): Counted766 | null => {
  const standing = standingOf(row, period, measure);
  if (standing === null) return null;
  const { asOf } = period;
  return {
    row,
    onTime: onTime766(row, standing, period, measure),
    unhappy:
      petitioned.has(row.stream) ||
      row.ratings.some(({ at, score, scale }) => at <= asOf && isDissatisfied(score, scale)),
    receivedNow: standing.entrance === "received",
    days: handlingDays(row, asOf),
  };
};

const handlingDays = (row: DossierRow, asOf: number): number | null => {
  const phase = row.phaseAt(asOf);
  if (phase?.kind !== "resolved" || row.receivedAt === null) return null;
  const waits = pausesOf(row, phase.since).filter(({ cause }) => cause === "supplement");
  const waited = waits.reduce((sum, { from, to }) => sum + to - from, 0);
  return (phase.since - row.receivedAt - waited) / DAY;
};

export const count766 = (tally: Tally766, { row, onTime, unhappy, receivedNow, days }: Counted766): void => {
  if (onTime === null) tally.unjudged++;
  else {
    tally.judged++;
    if (onTime) tally.onTime++;
    if (unhappy) tally.unhappy++;
  }
  // These go by the day of reception, whenever the rest happened.
  if (!receivedNow) return;
  tally.received++;
  if (row.way === "online") {
    tally.receivedOnline++;
    if (row.procedure !== null) tally.online.add(row.procedure);
  }
  if (row.payment !== "none") tally.charged++;
  if (row.payment === "paidOnline") tally.paidOnline++;
  if (days === null) return;
  tally.decided++;
  tally.handling += days;
};

export const dossiers766 = (tally: Tally766) =>
  ({
    "2.1": fraction(tally.onTime, tally.judged),
    "2.2": fraction(Number(tally.handling.toFixed(6)), tally.decided),
    "3.3": fraction(tally.receivedOnline, tally.received),
    "3.6": fraction(tally.paidOnline, tally.charged),
    // As the formula is written: overdue and petitioned about is subtracted twice. Less than none there is not.
    "5.4": fraction(Math.max(0, tally.onTime - tally.unhappy), tally.judged),
  }) satisfies Partial<Record<Indicator766Id, Fraction>>;
