import type { Either } from "fp-ts/lib/Either.js";
import type { Task } from "fp-ts/lib/Task.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { AppendError, ReadError } from "./errors.js";
import type { NewEvent, RecordedEvent } from "./event.js";
import type { Expected } from "./expectation.js";

/** A place in the log, given out by a store and meaningless outside it. Keep it, compare it with `===`, no more. */
export type Cursor = string & { readonly Cursor: unique symbol };

/** The place before the first event. */
export const START = "" as Cursor;

export interface Appended {
  /** Version of the stream's last event after the append. */
  readonly version: number;
}

export interface StreamQuery {
  /** First version to read, inclusive. Default: the first, or the last when reading backward. */
  readonly from?: number;
  readonly direction?: "forward" | "backward";
  /** Most events in the page, 1 to 10,000. Default 1,000. */
  readonly limit?: number;
}

export interface StreamPage {
  readonly events: ReadonlyArray<RecordedEvent>;
  /** Version of the whole stream when the page was read; 0 where there is none. */
  readonly version: number;
  /** Where the next page begins; `null` at the end. */
  readonly next: number | null;
}

/**
 * One share of the streams of a log, for work that is divided: each stream is whole in one share, and all shares together
 * are the log. Which share a stream is in is the store's choice, and stays so.
 */
export interface Shard {
  /** From 0. */
  readonly number: number;
  /** How many there are, 1 to 64. */
  readonly of: number;
}

export interface LogQuery {
  /** Events after this place. Default: from the start. */
  readonly after?: Cursor;
  /** Only events of these types; filtered in the store. */
  readonly types?: ReadonlyArray<string>;
  /** Only streams of these categories (see `categoryOf`); filtered in the store. */
  readonly categories?: ReadonlyArray<string>;
  /** Only streams of this share; filtered in the store. */
  readonly shard?: Shard;
  /** Most events in the page, 1 to 10,000. Default 1,000. */
  readonly limit?: number;
}

export interface LogPage {
  readonly events: ReadonlyArray<RecordedEvent>;
  /** Read on after this. It moves past filtered events too. */
  readonly cursor: Cursor;
  /** Nothing more was there when the page was read. */
  readonly atEnd: boolean;
}

export interface Subscription extends LogQuery {
  /** Ends the subscription and frees what it holds. */
  readonly signal: AbortSignal;
}

export interface Head {
  readonly cursor: Cursor;
  /** How many events the log holds; `null` where the store cannot say without reading them. */
  readonly events: number | null;
}

/** Where stores may differ, said out loud. */
export interface Capabilities {
  /** What is acknowledged survives the process and the machine. */
  readonly durable: boolean;
  /** An event id is looked for in the whole log, or only at the slot that the expectation names (EventStoreDB). */
  readonly uniqueIds: "log" | "slot";
  /** Most bytes of one append, as the store counts them; a larger one is refused. `null`: as many as there is room for. */
  readonly maxAppendBytes: number | null;
}

/**
 * An append-only log of events in streams: one meaning, on every adapter, proven by the contract suite of the testkit.
 *
 * Appends that run at the same time may share one commit; each still succeeds or fails alone.
 */
export interface EventStore {
  /** All of the events or none. An empty append writes nothing and answers the version, if the expectation holds. */
  readonly append: (
    stream: string,
    events: ReadonlyArray<NewEvent>,
    expected: Expected,
  ) => TaskEither<AppendError, Appended>;
  /**
   * Events of another log, as they were recorded there (ids, versions, both times), at the end of this one: for moving a
   * log, while nobody else writes. Each must be the next of its stream, or `VersionConflict` says which is not. All of
   * them or none; where `maxAppendBytes` is a number, the first ones may stand when a later one fails.
   */
  readonly restore: (events: ReadonlyArray<RecordedEvent>) => TaskEither<AppendError, void>;
  /** A page of one stream, in the order of versions. A missing stream is an empty page at version 0. */
  readonly readStream: (stream: string, query?: StreamQuery) => TaskEither<ReadError, StreamPage>;
  /** A page of the whole log, in an order in which nothing can later appear before the cursor. */
  readonly readAll: (query?: LogQuery) => TaskEither<ReadError, LogPage>;
  /** What is there, then what comes: without a gap, without a double, as fast as the consumer asks for it. */
  readonly subscribe: (subscription: Subscription) => AsyncIterable<Either<ReadError, LogPage>>;
  /** The end of the log now. */
  readonly head: TaskEither<ReadError, Head>;
  readonly capabilities: Capabilities;
  /** Finishes what was asked for and frees what it holds; every later call answers `StoreUnavailable`. May be repeated. */
  readonly close: Task<void>;
}
