import type { JsonObject } from "@motcua/event-store";

/** A place in the server's log of all streams. Both parts may exceed 2^53, and must be handed back as they came. */
export interface Position {
  readonly commit: bigint;
  readonly prepare: bigint;
}

/** The revision after which an append belongs: 0-based, or that there is no stream. Never "any": a repetition must be exact. */
export type Revision = "no_stream" | bigint;

/** An event on its way to the server. */
export interface WireEvent {
  id: string;
  type: string;
  contentType: "application/json";
  /** The clients write it out themselves. */
  data: JsonObject;
  /** JSON as bytes, which the clients pass on as they are. */
  metadata: Uint8Array;
}

/** An event as the clients give it back. */
export interface StoredEvent {
  readonly streamId: string;
  readonly id: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly created: Date;
  readonly position?: Position;
}

/** One result of a read; without `event` where the event behind a link is gone. */
export interface Resolved {
  readonly event?: StoredEvent;
}

/** The results of a read, as a stream of Node has them. It goes on when it is forgotten, until it is cancelled. */
export interface ResultStream extends AsyncIterable<Resolved> {
  on(name: "data", listener: (result: Resolved) => void): unknown;
  on(name: "error" | "end" | "close", listener: (cause: unknown) => void): unknown;
  cancel(): Promise<void>;
}

/** The results of a read, as each client gives them. */
export type Results = ResultStream | AsyncIterable<Resolved>;

/** A filter that the server applies: what the name of the type or of the stream begins with, or an expression for it. */
export type ServerFilter = {
  filterOn: "eventType" | "streamName";
  checkpointInterval: number;
} & ({ prefixes: string[] } | { regex: string });

/** How the adapter asks for an append. */
export interface AppendOptions {
  /** Read by the one client, and not known to the other, which would then expect nothing at all: always send both. */
  expectedRevision: Revision;
  streamState: Revision;
  requiresLeader: boolean;
}

/** How the adapter asks for a page of a stream; `maxCount` is never 0, which one client takes for a server that is away. */
export interface ReadStreamOptions {
  fromRevision: "start" | "end" | bigint;
  direction: "forwards" | "backwards";
  maxCount: number;
  requiresLeader: boolean;
}

/** How the adapter asks for events of all streams: forward from a position includes the event there. */
export interface ReadAllOptions {
  fromPosition: "start" | "end" | Position;
  direction: "forwards" | "backwards";
  maxCount: number;
  requiresLeader: boolean;
  /** Known to one of the two clients; the other reads everything. */
  filter?: ServerFilter;
}

/** How the adapter asks to be told what is new. */
export interface SubscribeOptions {
  fromPosition: "end";
  requiresLeader: boolean;
  filter: ServerFilter;
}

/** A running subscription of a client. */
export interface LiveEvents {
  on(name: string, listener: (value: unknown) => void): unknown;
  pause(): unknown;
  resume(): unknown;
  unsubscribe(): Promise<void>;
}

/**
 * What the adapter needs of a client, by shape: `EventStoreDBClient` of `@eventstore/db-client` and `KurrentDBClient` of
 * `@kurrent/kurrentdb-client` both have it. Neither package is loaded by the adapter, and they must not both be loaded by
 * one process: whichever is loaded first then fails.
 */
export interface EventStoreDbClient {
  appendToStream(
    stream: string,
    events: WireEvent[],
    options: AppendOptions,
  ): Promise<{ readonly success: boolean; readonly nextExpectedRevision: bigint; readonly position?: Position }>;
  readStream(stream: string, options: ReadStreamOptions): Results;
  readAll(options: ReadAllOptions): Results;
  subscribeToAll(options: SubscribeOptions): LiveEvents;
  dispose(): Promise<void>;
}
