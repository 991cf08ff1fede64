import type { CalendarYearMissing } from "../calendar/working-calendar.js";
import type { DeadlineStage } from "../deadline/vocabulary.js";
import type { PolicyMissing } from "../policy/policy-pack.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import type { TermRefused } from "../time/term-refused.js";
import type { ChargeError } from "./charge-error.js";
import type { DossierCommand } from "./command.js";
import type { Correction } from "./redress-data.js";
import type { Role } from "./role.js";
import type { DossierStatus } from "./state.js";
import type { Notice } from "./vocabulary.js";

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

/** The applicant still has time to hand in what is missing. */
export interface SupplementNotExpired {
  readonly code: "SupplementNotExpired";
  readonly until: Due;
}

/** The law gives this to other roles. */
export interface RoleRefused {
  readonly code: "RoleRefused";
  readonly command: DossierCommand["type"];
  readonly role: Role;
  readonly allowed: ReadonlyArray<Role>;
}

/** Two duties that may not lie in one person's hands: receiving and approving; correcting and approving that. */
export interface DutiesNotSeparate {
  readonly code: "DutiesNotSeparate";
  readonly command: DossierCommand["type"];
  /** The staff id of who has both. */
  readonly id: string;
}

/** What the law wants said was left empty: the file of a verification, what an opinion is asked on, a basis, … */
export interface ContentMissing {
  readonly code: "ContentMissing";
  readonly field: string;
}

/** An opinion of this name has been asked for already. */
export interface OpinionAlreadyRequested {
  readonly code: "OpinionAlreadyRequested";
  readonly opinion: string;
}

/** No opinion of this name is being waited for. */
export interface OpinionNotOpen {
  readonly code: "OpinionNotOpen";
  readonly opinion: string;
}

/** The opinion's own due date has not passed. */
export interface OpinionNotOverdue {
  readonly code: "OpinionNotOverdue";
  readonly due: Due;
}

/** The head of the one-stop has been told already. */
export interface OpinionAlreadyReported {
  readonly code: "OpinionAlreadyReported";
  readonly opinion: string;
}

/** No route through several agencies: fewer than two, one of them twice, or a lead that is none of them. */
export interface RouteRefused {
  readonly code: "RouteRefused";
  readonly detail: "tooFew" | "agencyTwice" | "leadMissing";
}

/** Parts of an earlier route are still in the agencies' hands. */
export interface SubTasksStillOpen {
  readonly code: "SubTasksStillOpen";
  readonly agencies: ReadonlyArray<string>;
}

/** The agency has no open part of the dossier. */
export interface SubTaskNotOpen {
  readonly code: "SubTaskNotOpen";
  readonly agency: string;
}

/** The voucher is with the dossier already. */
export interface VoucherAlreadyAttached {
  readonly code: "VoucherAlreadyAttached";
  readonly voucher: string;
}

/** There is nothing of the kind to tell: not decided, not early, not near or past its date, no apology made. */
export interface NoticeWithoutGround {
  readonly code: "NoticeWithoutGround";
  readonly notice: Notice;
}

/** The applicant has been told just this already. */
export interface AlreadyNotified {
  readonly code: "AlreadyNotified";
  readonly notice: Notice;
  readonly about: string;
}

/** These originals are not with the dossier. */
export interface OriginalsNotHeld {
  readonly code: "OriginalsNotHeld";
  readonly items: ReadonlyArray<string>;
}

/** The ledger does not say what the correction takes to be recorded. */
export interface FactDiffers {
  readonly code: "FactDiffers";
  readonly field: Correction["field"];
}

/** What follows from reception and term is not rewritten: correct those. */
export interface FactDerived {
  readonly code: "FactDerived";
  readonly field: Correction["field"];
}

/** There is no due date to speak of, or no term to extend. */
export interface NoDeadline {
  readonly code: "NoDeadline";
}

/** There is no such date to speak of: what was to be done is done, or never had to be. */
export interface DeadlineNotOpen {
  readonly code: "DeadlineNotOpen";
  readonly deadline: string;
  readonly of: string | null;
}

/** A date that has not passed is not overdue, and one that has is not near. */
export interface DeadlineStageRefused {
  readonly code: "DeadlineStageRefused";
  readonly stage: DeadlineStage;
  readonly due: Due;
}

/** This person has been told of this date, for this reason. */
export interface DeadlineAlreadyNoticed {
  readonly code: "DeadlineAlreadyNoticed";
  readonly stage: DeadlineStage;
  readonly due: Due;
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
  | PolicyMissing
  | SupplementNotExpired
  | RoleRefused
  | DutiesNotSeparate
  | ContentMissing
  | OpinionAlreadyRequested
  | OpinionNotOpen
  | OpinionNotOverdue
  | OpinionAlreadyReported
  | RouteRefused
  | SubTasksStillOpen
  | SubTaskNotOpen
  | VoucherAlreadyAttached
  | NoticeWithoutGround
  | AlreadyNotified
  | OriginalsNotHeld
  | FactDiffers
  | FactDerived
  | NoDeadline
  | DeadlineNotOpen
  | DeadlineStageRefused
  | DeadlineAlreadyNoticed;
