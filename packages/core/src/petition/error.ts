import type { CalendarYearMissing } from "../calendar/working-calendar.js";
import type {
  DeadlineAlreadyNoticed,
  DeadlineNotOpen,
  DeadlineStageRefused,
  InstantRefused,
  ReasonsMissing,
} from "../dossier/error.js";
import type { Instant } from "../time/instant.js";
import type { LocalDate } from "../time/local-date.js";
import type { Due } from "../time/term.js";
import type { PetitionCommand } from "./command.js";
import type { PetitionStatus } from "./state.js";

/** The command has no meaning for a petition that stands so. */
export interface PetitionNotPossibleNow {
  readonly code: "PetitionNotPossibleNow";
  readonly command: PetitionCommand["type"];
  readonly status: PetitionStatus;
  /** Where a petition may stand for it. */
  readonly possible: ReadonlyArray<PetitionStatus>;
}

/** No terms for petitions are in force on the day of lodging. */
export interface PetitionTermsMissing {
  readonly code: "PetitionTermsMissing";
  readonly date: LocalDate;
}

/** A later date for the answer must be later than the one it takes the place of. */
export interface ProlongedNotLater {
  readonly code: "ProlongedNotLater";
  readonly due: Due;
  readonly to: Due;
}

/** This answer is public already; another has to be given before another can be published. */
export interface AnswerAlreadyPublished {
  readonly code: "AnswerAlreadyPublished";
  readonly publishedAt: Instant;
}

/** Why a petition's decider refuses. */
export type PetitionError =
  | PetitionNotPossibleNow
  | PetitionTermsMissing
  | ProlongedNotLater
  | AnswerAlreadyPublished
  | ReasonsMissing
  | InstantRefused
  | DeadlineNotOpen
  | DeadlineStageRefused
  | DeadlineAlreadyNoticed
  | CalendarYearMissing;
