import { randomUUID } from "node:crypto";
import type { ReadError } from "../errors.js";
import type { DeadLetter, LeaseLost, Part, ViewStoreError } from "./view-store.js";

/** How a projection is folded. */
export interface RunOptions {
  /**
   * In how many shares of streams a new build is folded, 1 to 64: so many workers can share it, and the memory of one is
   * that of one part. Each part reads past the events of the others. Default 4; a projection without `concat` has 1.
   */
  readonly parts?: number;
  /** Who folds, for others to see: another one for each call. Default: a name that nobody else has. */
  readonly owner?: string;
  /** For how long a part stays with a worker that is not heard of. Default 30 s. */
  readonly leaseMs?: number;
  /** How often what has been folded is saved: so much is folded again after a crash. Default 10 s. */
  readonly saveEveryMs?: number;
  /** Ends the work early; what was folded since the last save is saved. */
  readonly signal?: AbortSignal;
  /** Told after every page. */
  readonly progress?: (progress: RunProgress) => void;
}

/** The options of a worker that has a name. */
export interface WorkerOptions extends RunOptions {
  readonly owner: string;
}

/** Two who work in one process are two workers. */
export const named = <Options extends RunOptions>(options: Options): Options & WorkerOptions => ({
  ...options,
  owner: options.owner ?? randomUUID(),
});

/** How far a worker is with one part. */
export interface RunProgress {
  readonly part: Part;
  /** Events that the part has been folded from, those of earlier runs included. */
  readonly folded: number;
  /** Events that it had been folded from when this run began. */
  readonly before: number;
  /** Events of this run a second, by the clock. */
  readonly rate: number;
}

/** A part stands still before an event that its fold breaks on; the other parts go on. */
export interface ProjectionStopped {
  readonly code: "ProjectionStopped";
  readonly part: Part;
  readonly deadLetter: DeadLetter;
}

export type RunError = ReadError | ViewStoreError | LeaseLost | ProjectionStopped;

export const PARTS = 4;
export const LEASE_MS = 30_000;
export const SAVE_EVERY_MS = 10_000;
