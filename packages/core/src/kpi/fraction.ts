import { ratio } from "./ratio.js";

/** Why a figure is not there: none is ever taken to be 0. */
export type Missing =
  /** The log holds no facts of it. */
  | "notRecorded"
  /** There was nothing in the period that it could be of. */
  | "nothingToDivideBy"
  /** It is not known of the groups that were asked for, of the whole only. */
  | "notOfTheseGroups"
  /** At which level the unit stands is not known, or several do. */
  | "levelUnknown"
  /** Petitions there were, but none that was due. */
  | "nothingDue";

/** A figure with what it was computed from, or why it is not there. */
export interface Fraction {
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly value: number | null;
  readonly missing: Missing | null;
}

export const missing = (why: Missing): Fraction => ({ numerator: null, denominator: null, value: null, missing: why });

/** Numerator / denominator with six decimals, unless it is rounded otherwise. */
export const fraction = (
  numerator: number,
  denominator: number,
  divide: (numerator: number, denominator: number) => number | null = ratio,
): Fraction =>
  denominator === 0
    ? { numerator, denominator, value: null, missing: "nothingToDivideBy" }
    : { numerator, denominator, value: divide(numerator, denominator), missing: null };
