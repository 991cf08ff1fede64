import type { Correction } from "../dossier/redress-data.js";
import type { Instant } from "../time/instant.js";

/** Texts by number; that of none is 0. */
export interface FactTexts {
  readonly texts: string[];
  readonly numbers: Map<string, number>;
}

const STANDINGS = ["asBefore", "working", "waiting", "stopped", "ended"] as const;
/** Whether it is worked on from now on, or the clock stands still, for the applicant or by a stop, or nothing is to be done. */
export type Standing = (typeof STANDINGS)[number];

/** What changes; what is absent stays as it was, and a handler of `null` is none. */
export interface HandOver {
  /** The type of the event, or the activity of an imported log. */
  readonly step: string;
  readonly standing?: Standing;
  readonly agency?: string;
  readonly unit?: string;
  readonly handler?: string | null;
}

/** A hand-over in numbers, and when it was. Rows of objects would take ten times the room. */
export interface Fact {
  readonly at: Instant;
  readonly standing: Standing;
  /** Numbers of texts, 0 where it stays as it was. */
  readonly step: number;
  readonly agency: number;
  readonly unit: number;
  /** -1 for nobody. */
  readonly handler: number;
}

const WIDTH = 6;
const [AT, STEP, AGENCY] = [0, 2, 3] as const;

export const factOf = (at: Instant, change: HandOver, numberOf: (text: string) => number): ReadonlyArray<number> => [
  at,
  STANDINGS.indexOf(change.standing ?? "asBefore"),
  numberOf(change.step),
  change.agency === undefined ? 0 : numberOf(change.agency),
  change.unit === undefined ? 0 : numberOf(change.unit),
  change.handler === undefined ? 0 : change.handler === null ? -1 : numberOf(change.handler),
];

/** The facts up to an instant, in the order in which they happened; those of one instant in that of the stream. */
export const factsUntil = (facts: ReadonlyArray<number>, until: Instant): ReadonlyArray<Fact> => {
  const found: Fact[] = [];
  for (let n = 0; n < facts.length; n += WIDTH) {
    const [at = 0, standing = 0, step = 0, agency = 0, unit = 0, handler = 0] = facts.slice(n, n + WIDTH);
    if (at <= until) found.push({ at, standing: STANDINGS[standing] ?? "asBefore", step, agency, unit, handler });
  }
  return found.toSorted((a, b) => a.at - b.at);
};

/** The corrected fact takes the place of the wrong one: a date, or the agency that it was last given to. */
export const putFactRight = (facts: number[], correction: Correction, numberOf: (text: string) => number): void => {
  if (correction.field === "agency") {
    const last = lastOf(facts, (n) => facts[n + AGENCY] !== 0);
    if (last >= 0) facts[last + AGENCY] = numberOf(correction.to);
    return;
  }
  const step =
    correction.field === "receivedAt" ? "DossierReceived" : correction.field === "resolvedAt" && "DossierResolved";
  if (step === false) return;
  const wrong = lastOf(facts, (n) => facts[n + STEP] === numberOf(step) && facts[n + AT] === correction.from);
  if (wrong >= 0) facts[wrong + AT] = Number(correction.to);
};

const lastOf = (facts: ReadonlyArray<number>, is: (n: number) => boolean): number => {
  for (let n = facts.length - WIDTH; n >= 0; n -= WIDTH) if (is(n)) return n;
  return -1;
};
