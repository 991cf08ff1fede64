import type { Instant } from "../time/instant.js";
import type { DossierRow, Phase } from "./dossier-row.js";
import type { Measure, Period } from "./indicators.js";
import { punctuality } from "./punctuality.js";

/** How a dossier comes into a period: received in it, open when it began, or taken up again after it had ended. */
export type Entrance = "received" | "carriedOver" | "resumed";

/** Where it is at the end of the period, or now: decided, ended otherwise, or open. */
export type Place =
  | "early"
  | "onTime"
  | "late"
  | "noDeadline"
  | "withdrawn"
  | "stopped"
  | "withinTerm"
  | "overdue"
  | "openNoDeadline";

/** Counts of places, none of which has been counted yet. */
export const nowhere = (): Record<Place, number> => ({
  early: 0,
  onTime: 0,
  late: 0,
  noDeadline: 0,
  withdrawn: 0,
  stopped: 0,
  withinTerm: 0,
  overdue: 0,
  openNoDeadline: 0,
});

/** A dossier in a period: it comes in by one way and is in one place, so that what comes in is what is there. */
export interface Standing {
  readonly entrance: Entrance;
  readonly place: Place;
  readonly phase: Phase;
}

/** The last instant that is looked at: just before the end of the period, or now. */
export const lastOf = ({ to, asOf }: Period): Instant => Math.min(to - 1, asOf);

/** How a dossier stands in a period; `null` where it has no part in it. */
export const standingOf = (row: DossierRow, period: Period, measure: Measure): Standing | null => {
  const until = lastOf(period);
  const entrance = entranceOf(row, period.from, until);
  const phase = row.phaseAt(until);
  if (entrance === null || phase === undefined) return null;
  return { entrance, phase, place: placeOf(phase, Math.min(period.to, period.asOf), measure) };
};

const entranceOf = (row: DossierRow, from: Instant, until: Instant): Entrance | null => {
  const { receivedAt } = row;
  if (receivedAt === null || receivedAt > until) return null;
  if (receivedAt >= from) return "received";
  if (row.phaseAt(from - 1)?.kind === "open") return "carriedOver";
  const reopened = row.phases.some(({ kind, since }) => kind === "open" && since >= from && since <= until);
  return reopened ? "resumed" : null;
};

/** While the clock stands still, the instant at which it stopped is held against the due date. */
const placeOf = ({ kind, due, since, stoodStillSince }: Phase, now: Instant, { zone, onTimeBy }: Measure): Place => {
  switch (kind) {
    case "withdrawn":
    case "stopped":
      return kind;
    case "resolved":
      return due === null ? "noDeadline" : punctuality(zone, onTimeBy, due, stoodStillSince ?? since);
    case "open":
      if (due === null) return "openNoDeadline";
      return punctuality(zone, onTimeBy, due, stoodStillSince ?? now) === "late" ? "overdue" : "withinTerm";
  }
};
