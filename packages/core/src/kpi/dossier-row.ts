import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";

/** What the clock of a dossier was about from one fact to the next. */
export interface Phase {
  readonly since: Instant;
  readonly kind: "open" | "resolved" | "withdrawn" | "stopped";
  /** The promise as the clock had moved it by then; `null` for a dossier without one. */
  readonly due: Due | null;
  /** Since when the clock stood still, if it did: the instant that is then held against the due date. */
  readonly stoodStillSince: Instant | null;
}

/** What is rated, and how it came out. */
export interface Rating {
  readonly at: Instant;
  readonly satisfied: boolean;
}

/**
 * All that the figures need of one dossier. It keeps instants instead of counts, so that any period and any "as of" can
 * be asked of it later; corrections that arrive late change the row like any other event.
 */
export interface DossierRow {
  receivedAt: Instant | null;
  agency: string;
  procedure: string;
  field: string;
  unit: string;
  centre: string;
  channel: string;
  handler: string | null;
  /** Who had it last, for telling a transfer from a repetition. */
  holder: string | null;
  phases: ReadonlyArray<Phase>;
  handlerChanges: ReadonlyArray<Instant>;
  unitChanges: ReadonlyArray<Instant>;
  supplements: ReadonlyArray<Instant>;
  /** When the promised date was put off, and to when. */
  rescheduled: { readonly at: Instant; readonly to: Due } | null;
  ratings: ReadonlyArray<Rating>;
}

export const emptyRow = (): DossierRow => ({
  receivedAt: null,
  agency: "",
  procedure: "",
  field: "",
  unit: "",
  centre: "",
  channel: "",
  handler: null,
  holder: null,
  phases: none,
  handlerChanges: none,
  unitChanges: none,
  supplements: none,
  rescheduled: null,
  ratings: none,
});

const none: ReadonlyArray<never> = [];
