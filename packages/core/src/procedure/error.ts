import type { InstantRefused } from "../dossier/error.js";
import type { LocalDate } from "../time/local-date.js";
import type { Term } from "../time/term.js";
import type { TermRefused } from "../time/term-refused.js";
import type { EffectiveDateRefused } from "../time/valid-time.js";

/** No version of it was ever published. */
export interface ProcedureUnknown {
  readonly code: "ProcedureUnknown";
}

/** Its first version has not begun on that date, or it has been repealed by then. */
export interface ProcedureNotInForce {
  readonly code: "ProcedureNotInForce";
  readonly procedure: string;
  readonly date: LocalDate;
  readonly standing: "notYet" | "repealed";
}

/** A version of one procedure was given to another: a new code is a new procedure. */
export interface OtherProcedure {
  readonly code: "OtherProcedure";
  readonly procedure: string;
  readonly given: string;
}

/** A version begins before the one that it takes the place of: history is added to, not rewritten. */
export interface VersionNotLater {
  readonly code: "VersionNotLater";
  readonly effectiveFrom: LocalDate;
  readonly lastEffectiveFrom: LocalDate;
}

/** A fee that is no whole number of minor units from 0 on. */
export interface FeeRefused {
  readonly code: "FeeRefused";
  readonly fee: string;
}

/** A number of papers, or of sets, that is no whole number from 0 on. */
export interface ComponentRefused {
  readonly code: "ComponentRefused";
  readonly component: string;
}

/** The announced term is as long as the legal one: nothing is shortened. */
export interface TermNotShortened {
  readonly code: "TermNotShortened";
  readonly legalTerm: Term;
  readonly committedTerm: Term;
}

/** There are the levels 1 to 4 (NĐ 43/2011/NĐ-CP, Đ3.4). */
export interface OnlineLevelRefused {
  readonly code: "OnlineLevelRefused";
  readonly level: number;
}

/** Why the decider of a procedure refuses. */
export type ProcedureError =
  | ProcedureUnknown
  | ProcedureNotInForce
  | OtherProcedure
  | VersionNotLater
  | FeeRefused
  | ComponentRefused
  | TermRefused
  | TermNotShortened
  | OnlineLevelRefused
  | EffectiveDateRefused
  | InstantRefused;
