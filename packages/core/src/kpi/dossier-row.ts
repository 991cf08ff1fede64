import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";

export const PHASE_KINDS = ["open", "resolved", "withdrawn", "stopped"] as const;
export type PhaseKind = (typeof PHASE_KINDS)[number];

/** What the clock of a dossier was about from one fact to the next. */
export interface Phase {
  readonly since: Instant;
  readonly kind: PhaseKind;
  /** The promise as the clock had moved it by then; `null` for a dossier without one. */
  readonly due: Due | null;
  /** Since when the clock stood still, if it did: the instant that is then held against the due date. */
  readonly stoodStillSince: Instant | null;
}

export const MARK_KINDS = ["handlerChange", "unitChange", "supplement", "extended", "redated"] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Something that is only counted: when it happened, and what. */
export interface Mark {
  readonly at: Instant;
  readonly kind: MarkKind;
}

/** What an applicant said: from 1 to `scale`, about one aspect. */
export interface Rating {
  readonly at: Instant;
  readonly score: number;
  readonly scale: number;
  readonly aspect: string;
}

/**
 * All that the figures need of one dossier. It keeps instants instead of counts, so that any period and any "as of" can
 * be asked of it later; corrections that arrive late change the row like any other event.
 */
export interface DossierRow {
  readonly stream: string;
  readonly receivedAt: Instant | null;
  readonly agency: string | null;
  readonly procedure: string | null;
  readonly field: string | null;
  readonly unit: string | null;
  readonly centre: string | null;
  readonly channel: string | null;
  readonly handler: string | null;
  /** In the order of the stream. */
  readonly phases: ReadonlyArray<Phase>;
  readonly marks: ReadonlyArray<Mark>;
  readonly ratings: ReadonlyArray<Rating>;
  /** When the promised date was last put off, and to when. */
  readonly rescheduled: { readonly at: Instant; readonly to: Due } | null;
}
