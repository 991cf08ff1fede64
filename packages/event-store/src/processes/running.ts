import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { ReadError } from "../errors.js";
import type { Known } from "../handle.js";
import type { ProjectedLog } from "../projections/fold-if-free.js";
import type { ViewStoreError } from "../projections/view-store.js";
import type { Intent, Process } from "./process.js";
import type { ProcessOvertaken, ProcessStore } from "./process-store.js";

/** The intent makes no sense, now or ever, and is set aside as a dead intent; the others go on. */
export interface IntentRefused {
  readonly code: "IntentRefused";
  /** For people to read; without personal data. */
  readonly reason: string;
}

/**
 * Carries out an intent, so that doing it again changes nothing: by its key. Any left but `IntentRefused` ends the run; what
 * was wanted is wanted again by the next.
 *
 * @param at     by whose clock it is done, epoch milliseconds
 * @param known  what the process knows of the stream that it is wanted of; `undefined` for a dead intent that is tried again
 */
export type Perform<Wanted extends Intent, Failure, State = unknown> = (
  intent: Wanted,
  at: number,
  known?: Known<State>,
) => TaskEither<IntentRefused | Failure, void>;

/** A process and what it works with. */
export interface Running<State, Wanted extends Intent, Failure> {
  readonly log: ProjectedLog;
  readonly states: ProcessStore;
  readonly process: Process<State, Wanted>;
  readonly perform: Perform<Wanted, Failure, State>;
}

/** How a process is run. */
export interface ProcessOptions {
  /**
   * What a process that was never run reacts to: all of the log, or only what comes from `"now"` on, when what was before is
   * only folded. Timers that have rung long ago ring either way. Default `"start"`.
   */
  readonly begin?: "start" | "now";
  /** How many streams are worked on at once: appends that run together share a commit. Default 128. */
  readonly together?: number;
  /** Ends the run early, between two pages. */
  readonly signal?: AbortSignal;
  /** Told after every page of events, and after every round of timers. */
  readonly progress?: (done: ProcessDone) => void;
}

/** What a run has done so far. */
export interface ProcessDone {
  /** Events that were folded. */
  readonly folded: number;
  /** Intents that were carried out because of an event, and because of a timer. */
  readonly reactions: number;
  readonly timers: number;
  /** Intents that were set aside. */
  readonly dead: number;
}

export type ProcessError = ReadError | ViewStoreError | ProcessOvertaken;

export const TOGETHER = 128;
