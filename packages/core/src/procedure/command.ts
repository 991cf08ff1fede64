import type { Instant } from "../time/instant.js";
import type { LocalDate } from "../time/local-date.js";
import type { Term } from "../time/term.js";
import type { ProcedureVersion } from "./event.js";
import type { OnlineLevel, OnSpotStep } from "./vocabulary.js";

/** When it was decided, the local date from which it holds, and the document that says so. */
interface Decided {
  readonly at: Instant;
  readonly effectiveFrom: LocalDate;
  readonly basis: string;
}

/** The number of the version follows from those before. */
export interface PublishVersion extends Decided, Omit<ProcedureVersion, "version" | keyof Decided> {
  readonly type: "publishVersion";
}
/** A shorter term is announced than the legal one of the day from which it holds. */
export interface ShortenTerm extends Decided {
  readonly type: "shortenTerm";
  /** `null` lifts what was announced: the legal term alone is promised again. */
  readonly committedTerm: Term | null;
}
/** The result is promised for the day of reception. */
export interface DeclareSameDay extends Decided {
  readonly type: "declareSameDay";
}
/** It is no longer. */
export interface LiftSameDay extends Decided {
  readonly type: "liftSameDay";
}
/** How far it can be done online from then on, 1 to 4. */
export interface SetOnlineLevel extends Decided {
  readonly type: "setOnlineLevel";
  readonly level: OnlineLevel;
}
/** What is done at the centre itself, by a list of the chairman of the province. */
export interface DesignateOnSpot extends Decided {
  readonly type: "designateOnSpot";
  /** All that is done on the spot from then on; none lifts it. */
  readonly steps: ReadonlyArray<OnSpotStep>;
}
/** No dossier may be received under it from then on. */
export interface RepealProcedure extends Decided {
  readonly type: "repeal";
}

/** Everything that can be asked of a procedure. */
export type ProcedureCommand =
  | PublishVersion
  | ShortenTerm
  | DeclareSameDay
  | LiftSameDay
  | SetOnlineLevel
  | DesignateOnSpot
  | RepealProcedure;
