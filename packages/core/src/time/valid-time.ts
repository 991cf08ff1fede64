import type { Instant } from "./instant.js";
import type { LocalDate } from "./local-date.js";

/** A fact that holds from a local date on, until another of its kind takes its place. */
export interface Dated<Value> {
  readonly effectiveFrom: LocalDate;
  /** When it was decided or became known, which may be before or long after it takes effect. */
  readonly decidedAt: Instant;
  /** The document it follows from. */
  readonly basis: string;
  readonly value: Value;
}

/**
 * All facts of one kind, in the order in which they take effect. Of two from the same day the one decided later comes
 * last: it corrects the other. The order in which they were recorded decides only where both are the same.
 */
export type Timeline<Value> = ReadonlyArray<Dated<Value>>;

/** A fact takes effect on a date that does not exist. */
export interface EffectiveDateRefused {
  readonly code: "EffectiveDateRefused";
  readonly effectiveFrom: string;
}

/** Puts a fact in its place, whenever it became known. */
export const insertFact = <Value>(timeline: Timeline<Value>, fact: Dated<Value>): Timeline<Value> =>
  timeline.toSpliced(timeline.findLastIndex((other) => !isAfter(other, fact)) + 1, 0, fact);

const isAfter = (a: Dated<unknown>, b: Dated<unknown>): boolean =>
  a.effectiveFrom === b.effectiveFrom ? a.decidedAt > b.decidedAt : a.effectiveFrom > b.effectiveFrom;

/** The fact that holds on a date; `undefined` before the first. */
export const factOn = <Value>(timeline: Timeline<Value>, date: LocalDate): Dated<Value> | undefined =>
  timeline.findLast(({ effectiveFrom }) => effectiveFrom <= date);

/** What holds on a date, and what is so where nothing was ever said. */
export const valueOn = <Value, Otherwise>(
  timeline: Timeline<Value>,
  date: LocalDate,
  otherwise: Otherwise,
): Value | Otherwise => {
  const fact = factOn(timeline, date);
  return fact === undefined ? otherwise : fact.value;
};

/** Only what had been decided by an instant, whichever date it holds from. */
export const knownAt = <Value>(timeline: Timeline<Value>, asOf: Instant): Timeline<Value> =>
  timeline.filter(({ decidedAt }) => decidedAt <= asOf);
