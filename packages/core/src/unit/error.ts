import type { InstantRefused } from "../dossier/error.js";
import type { LocalDate } from "../time/local-date.js";
import type { EffectiveDateRefused } from "../time/valid-time.js";

/** It was never established. */
export interface UnitUnknown {
  readonly code: "UnitUnknown";
}

/** On that date it is not established yet, or has been dissolved. */
export interface UnitNotInForce {
  readonly code: "UnitNotInForce";
  readonly unit: string;
  readonly date: LocalDate;
  readonly standing: "notYet" | "dissolved";
}

/** It exists on that date, or from a later one; only a unit that was dissolved can begin again. */
export interface UnitAlreadyEstablished {
  readonly code: "UnitAlreadyEstablished";
  readonly unit: string;
  readonly effectiveFrom: LocalDate;
}

/** Another unit's code was given to this one. */
export interface OtherUnit {
  readonly code: "OtherUnit";
  readonly unit: string;
  readonly given: string;
}

/** A unit can neither stand under itself nor come after itself. */
export interface UnitOfItself {
  readonly code: "UnitOfItself";
  readonly unit: string;
  readonly as: "parent" | "successor";
}

/** An assessment against no criteria says nothing. */
export interface CriteriaMissing {
  readonly code: "CriteriaMissing";
}

/** A criterion is named twice in one assessment. */
export interface CriterionTwice {
  readonly code: "CriterionTwice";
  readonly criterion: string;
}

/** Why the decider of a unit refuses. */
export type UnitError =
  | UnitUnknown
  | UnitNotInForce
  | UnitAlreadyEstablished
  | OtherUnit
  | UnitOfItself
  | CriteriaMissing
  | CriterionTwice
  | EffectiveDateRefused
  | InstantRefused;
