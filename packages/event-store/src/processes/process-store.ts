import type { Task } from "fp-ts/lib/Task.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { Checkpoint, ViewStoreError } from "../projections/view-store.js";

/** Which process; of a new version everything is kept apart. */
export interface ProcessName {
  readonly name: string;
  readonly version: number;
}

/** How far a process has come. */
export interface ProcessCheckpoint extends Checkpoint {
  /**
   * What came before the process began is folded, and not reacted to: until this event, which is the first that counts;
   * `"end"`: until the end of the log is met; `null`: everything counts from here on.
   */
  readonly quietUntil: { readonly stream: string; readonly version: number } | "end" | null;
}

/** What a process keeps of one stream. */
export interface ProcessRow {
  readonly stream: string;
  /** Of the last event that was folded. */
  readonly version: number;
  /** The state, as JSON. */
  readonly state: string;
  /** When its next timer rings, epoch milliseconds; `null` where none will. */
  readonly wakeAt: number | null;
  /** Keys of timers that have rung and are there still. */
  readonly rung: ReadonlyArray<string>;
}

/** An intent that could not be carried out, and why; the others go on. */
export interface DeadIntent {
  readonly key: string;
  readonly stream: string;
  /** The intent, as JSON. */
  readonly intent: string;
  /** Any text, as it was given or thrown. */
  readonly reason: string;
  /** Epoch milliseconds, by the clock of whoever ran the process. */
  readonly at: number;
}

/** How far a process has come, and which one it is. */
export interface ProcessPlace extends ProcessName {
  readonly checkpoint: ProcessCheckpoint;
}

/** Where a process stands. */
export interface ProcessStanding extends ProcessPlace {
  /** Streams of which something is kept. */
  readonly streams: number;
  /** When the next timer rings, epoch milliseconds. */
  readonly wakeAt: number | null;
  readonly deadIntents: number;
}

/**
 * What is written in one transaction, in the order of its members: of two rows or intents of one name the later counts, and
 * what is taken away too is gone.
 */
export interface ProcessChange {
  /** The checkpoint that the change starts from; `null`: nothing has been saved yet. */
  readonly from: ProcessCheckpoint | null;
  readonly to: ProcessCheckpoint;
  /** In place of what is kept of these streams. */
  readonly rows?: ReadonlyArray<ProcessRow>;
  /** Streams of which nothing is kept any more. */
  readonly over?: ReadonlyArray<string>;
  /** In place of those with the same keys. */
  readonly dead?: ReadonlyArray<DeadIntent>;
  /** Keys of dead intents that have been carried out after all. */
  readonly revived?: ReadonlyArray<string>;
}

/** Another one has gone on from the same checkpoint; nothing was written. */
export interface ProcessOvertaken {
  readonly code: "ProcessOvertaken";
  readonly process: ProcessName;
}

/**
 * Where processes keep their states, with their places in the log: one meaning on every adapter, proven by the contract
 * suite of the testkit. Every member is one transaction. It may be lost: all of it follows from the log, but for what was
 * reacted to, which is then reacted to again.
 */
export interface ProcessStore {
  /** How far every version of a process has come that was ever run here, by version. */
  readonly places: (name: string) => TaskEither<ViewStoreError, ReadonlyArray<ProcessPlace>>;
  /** Every process that was ever run here, by name and version; what they keep is counted, so ask seldom. */
  readonly processes: TaskEither<ViewStoreError, ReadonlyArray<ProcessStanding>>;
  /** What is kept of these streams, in any order; nothing of those that are not known. */
  readonly rows: (
    process: ProcessName,
    streams: ReadonlyArray<string>,
  ) => TaskEither<ViewStoreError, ReadonlyArray<ProcessRow>>;
  /** Rows whose timer rings at an instant or before it, the earliest first, then by stream. Costs what it answers. */
  readonly due: (
    process: ProcessName,
    at: number,
    limit: number,
  ) => TaskEither<ViewStoreError, ReadonlyArray<ProcessRow>>;
  /** By instant and key. */
  readonly deadIntents: (process: ProcessName) => TaskEither<ViewStoreError, ReadonlyArray<DeadIntent>>;
  /** All of the change, if the process still stands where the change starts from. */
  readonly save: (process: ProcessName, change: ProcessChange) => TaskEither<ViewStoreError | ProcessOvertaken, void>;
  /** Nothing is kept of the process any more. */
  readonly forget: (process: ProcessName) => TaskEither<ViewStoreError, void>;
  readonly close: Task<void>;
}
