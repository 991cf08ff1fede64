import type { CalendarYearMissing } from "../calendar/working-calendar.js";
import type { PolicyMissing } from "../policy/policy-pack.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import type { TermRefused } from "../time/term-refused.js";
import type { ChargeError } from "./charge-error.js";
import type { DossierCommand } from "./command.js";
import type { DossierStatus } from "./state.js";

/** The command has no meaning for a dossier that stands so. */
export interface NotPossibleNow {
  readonly code: "NotPossibleNow";
  readonly command: DossierCommand["type"];
  readonly status: DossierStatus;
  /** Where a dossier may stand for it. */
  readonly possible: ReadonlyArray<DossierStatus>;
}

/** A supplement may be asked for only so often (NĐ 61/2018, Đ11.2c, Đ17.2a: once). */
export interface SupplementAlreadyRequested {
  readonly code: "SupplementAlreadyRequested";
  readonly max: number;
  readonly requestedAt: Instant | null;
}

/** The date may be put off only so often (NĐ 61/2018, Đ19.9: once). */
export interface AlreadyRescheduled {
  readonly code: "AlreadyRescheduled";
  readonly max: number;
  readonly due: Due | null;
}

/** A new date must be later than the one it takes the place of. */
export interface RescheduledNotLater {
  readonly code: "RescheduledNotLater";
  readonly due: Due;
  readonly to: Due;
}

/** A refusal must say why (NĐ 61/2018, Đ19.8; Đ17.2a for intake). */
export interface ReasonsMissing {
  readonly code: "ReasonsMissing";
}

/** The due date has not passed, or the clock stands still. */
export interface NotOverdue {
  readonly code: "NotOverdue";
  readonly due: Due | null;
}

/** The notice for this due date is already in the ledger. */
export interface OverdueAlreadyNoticed {
  readonly code: "OverdueAlreadyNoticed";
  readonly due: Due;
}

/** A rating outside 1 to its scale. */
export interface RatingOutOfScale {
  readonly code: "RatingOutOfScale";
  readonly score: number;
  readonly scale: number;
}

/** An amount that is not a positive whole number of minor units, or none at all. */
export interface AmountRefused {
  readonly code: "AmountRefused";
}

/** The command's instant is no whole number of milliseconds in the years 1 to 9999. */
export interface InstantRefused {
  readonly code: "InstantRefused";
  readonly at: number;
}

/** Why a dossier's decider refuses. */
export type DossierError =
  | NotPossibleNow
  | SupplementAlreadyRequested
  | AlreadyRescheduled
  | RescheduledNotLater
  | ReasonsMissing
  | TermRefused
  | NotOverdue
  | OverdueAlreadyNoticed
  | RatingOutOfScale
  | AmountRefused
  | ChargeError
  | InstantRefused
  | CalendarYearMissing
  | PolicyMissing;
