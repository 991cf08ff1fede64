import type { Channel } from "../dossier/vocabulary.js";
import type { Instant } from "../time/instant.js";
import type { Due, Term } from "../time/term.js";

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

/** A view that was kept names them by their place: new ones come last. */
export const MARK_KINDS = [
  "handlerChange",
  "unitChange",
  "supplement",
  "extended",
  "redated",
  /** Told before reception what is missing. */
  "intakeSupplement",
  /** The agency asked the applicant by itself, past the one-stop (NĐ 61/2018, Đ5.1e). */
  "pastOneStop",
  /** The whole term began anew (NĐ 61/2018, Đ19.4). */
  "restarted",
  /** The result went out, of a dossier of which no decision was recorded. */
  "returned",
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

/** Something that is only counted: when it happened, and what. */
export interface Mark {
  readonly at: Instant;
  readonly kind: MarkKind;
}

/** What one agency had to do of an interlinked dossier, with a due date of its own (NĐ 61/2018, Đ19.6). */
export interface Part {
  readonly agency: string;
  readonly due: Due | null;
  readonly doneAt: Instant | null;
}

/** Whether money is owed for it, and whether any of that was paid online. */
export const PAYMENTS = ["none", "charged", "paidOnline"] as const;
/** One of them. */
export type Payment = (typeof PAYMENTS)[number];

/** The ways in which dossiers come in, by their place in a column. */
export const CHANNELS: ReadonlyArray<Channel> = ["inPerson", "online", "postal", "other"];

/** What an applicant said: from 1 to `scale`, about one aspect. */
export interface Rating {
  readonly at: Instant;
  readonly score: number;
  readonly scale: number;
  readonly aspect: string;
}

/** Ratings, and how many of them are of the upper part of their scales. */
export interface RatingCounts {
  ratings: number;
  satisfied: number;
}

/**
 * All that the figures need of one dossier. It keeps instants instead of counts, so that any period and any "as of" can
 * be asked of it later; corrections that arrive late change the row like any other event.
 *
 * It is read from its view when it is asked: not to be kept while the view is folded on.
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
  /** How it came in, in the words of the domain: `channel` is that of an imported log where it has words of its own. */
  readonly way: Channel | null;
  readonly handler: string | null;
  /** The term that the law sets, and by how much it was extended since it last began, in its own unit. */
  readonly legalTerm: Term | null;
  readonly extendedBy: number;
  readonly payment: Payment;
  /** In the order of the stream. */
  readonly phases: ReadonlyArray<Phase>;
  /** The last of the phases, in the order of the stream, that had begun by then. */
  readonly phaseAt: (at: Instant) => Phase | undefined;
  readonly marks: ReadonlyArray<Mark>;
  /** Counts the marks from one instant up to and with another into those of their kinds. */
  readonly countMarks: (counts: Record<MarkKind, number>, from: Instant, until: Instant) => void;
  /** Whether something is marked to have happened by then. */
  readonly isMarked: (kind: MarkKind, until: Instant) => boolean;
  readonly ratings: ReadonlyArray<Rating>;
  /** Counts the ratings from one instant up to and with another, and those of them that are of satisfied applicants. */
  readonly countRatings: (counts: RatingCounts, from: Instant, until: Instant) => void;
  /** The last that was opened comes last. */
  readonly parts: ReadonlyArray<Part>;
  /** When the promised date was last put off, and to when. */
  readonly rescheduled: { readonly at: Instant; readonly to: Due } | null;
}
