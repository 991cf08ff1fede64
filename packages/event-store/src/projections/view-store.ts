import type { Task } from "fp-ts/lib/Task.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { errorGuard } from "../error-guard.js";
import type { AccessDenied, StoreDamaged, StoreUnavailable } from "../errors.js";
import type { Cursor } from "../port.js";

/** Which fold a view comes from. */
export interface ViewName {
  readonly name: string;
  readonly version: number;
}

/**
 * One building of a view, from the first event on. A view that serves may be built anew beside it, and then be replaced in
 * one step. Its parts are shares of the streams of the log (`Shard`), each folded by itself.
 */
export interface Build extends ViewName {
  /** From 1. */
  readonly build: number;
  readonly parts: number;
}

/** One part of a building; parts are numbered from 0. */
export interface Part extends Build {
  readonly part: number;
}

/** How far a part has been folded. */
export interface Checkpoint {
  readonly cursor: Cursor;
  /** How many events it was folded from. */
  readonly folded: number;
  /** The last of them: it tells this log from another one that has a like cursor. `null` where there was none. */
  readonly last: { readonly stream: string; readonly version: number; readonly recordedAt: number } | null;
}

/** An event that a projection broke on, and why; its part stands still before it. */
export interface DeadLetter {
  readonly stream: string;
  readonly version: number;
  readonly type: string;
  /** What the fold threw, in its own words. */
  readonly reason: string;
  /** Epoch milliseconds, by the clock of whoever folded. */
  readonly at: number;
}

/** The right to fold a part, until another one may take it. */
export interface Lease extends Part {
  readonly owner: string;
  /** Grows with every claim: of two who believe that the part is theirs, only the later one's is written. */
  readonly token: number;
}

/** What a part of a view holds, with its place in the log. */
export interface SavedPart {
  readonly checkpoint: Checkpoint;
  readonly view: Uint8Array;
}

/** Where a part stands. */
export interface PartState extends Part {
  /** Whether readers are served from its build. */
  readonly serves: boolean;
  /** `null` where nothing has been saved. */
  readonly checkpoint: Checkpoint | null;
  /** When that was saved, epoch milliseconds, by the clock of the view store. */
  readonly savedAt: number | null;
  /** Who folds it now. */
  readonly owner: string | null;
  readonly deadLetter: DeadLetter | null;
}

/** What is written of a part: what it holds, or what stopped it, or neither; the lease is prolonged, or ends with 0. */
export interface PartChange {
  readonly saved?: SavedPart;
  readonly deadLetter?: DeadLetter;
  readonly forMs: number;
}

/** Another one has taken the part over, or its build is gone; nothing was written. */
export interface LeaseLost {
  readonly code: "LeaseLost";
  readonly part: Part;
}

export type ViewStoreError = AccessDenied | StoreUnavailable | StoreDamaged;

/** Tells an error of a view store from any other value. */
export const isViewStoreError = errorGuard<ViewStoreError | LeaseLost>({
  AccessDenied: true,
  StoreUnavailable: true,
  StoreDamaged: true,
  LeaseLost: true,
});

/**
 * Where views are kept, each with the place in the log that it was folded up to: one meaning on every adapter, proven by
 * the contract suite of the testkit. Every member is one transaction.
 */
export interface ViewStore {
  /** Every part of every build, or of those of one view: by name, version, build and part. */
  readonly parts: (of?: ViewName) => TaskEither<ViewStoreError, ReadonlyArray<PartState>>;
  /**
   * The build that is being built: the last one, unless it serves already. Else a new one.
   *
   * @param parts  1 to 64, for a new one
   */
  readonly begin: (view: ViewName, parts: number) => TaskEither<ViewStoreError, Build>;
  /** Takes a part for so long, unless another one holds it: `null`. `LeaseLost` where there is no such build any more. */
  readonly claim: (part: Part, owner: string, forMs: number) => TaskEither<ViewStoreError | LeaseLost, Lease | null>;
  /** What a part holds; `null` where nothing has been saved, or what was is not whole. */
  readonly load: (part: Part) => TaskEither<ViewStoreError, SavedPart | null>;
  /** Writes the view and its checkpoint together, if the lease still holds. Clears a dead letter that is passed. */
  readonly save: (lease: Lease, change: PartChange) => TaskEither<ViewStoreError | LeaseLost, void>;
  /** From now on readers are served from this build; every earlier build of the view, of any version, is gone. */
  readonly serve: (build: Build) => TaskEither<ViewStoreError, void>;
  readonly close: Task<void>;
}
