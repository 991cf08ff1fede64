import { createRequire } from "node:module";

/** The part of either client that the probe asks through. */
export interface ProbeClient {
  readonly appendToStream: (stream: string, events: ReadonlyArray<WireEvent>, options: object) => Promise<Appended>;
  readonly deleteStream: (stream: string, options: object) => Promise<unknown>;
  readonly tombstoneStream: (stream: string, options: object) => Promise<unknown>;
  readonly setStreamMetadata: (stream: string, metadata: object) => Promise<unknown>;
  readonly readStream: (stream: string, options?: object) => AsyncIterable<Resolved>;
  readonly readAll: (options?: object) => AsyncIterable<Resolved>;
  readonly subscribeToAll: (options: object) => Subscription;
  readonly subscribeToStream: (stream: string, options: object) => Subscription;
  readonly dispose: () => Promise<void>;
}

export interface WireEvent {
  readonly id: string;
  readonly type: string;
  readonly contentType: "application/json" | "application/octet-stream";
  readonly data: unknown;
  readonly metadata?: unknown;
}

export interface Position {
  readonly commit: bigint;
  readonly prepare: bigint;
}

interface Appended {
  readonly success: boolean;
  readonly nextExpectedRevision: bigint;
  readonly position?: Position;
}

export interface Recorded {
  readonly streamId: string;
  readonly id: string;
  readonly revision: bigint;
  readonly type: string;
  readonly data: unknown;
  readonly metadata?: unknown;
  readonly isJson: boolean;
  readonly contentType?: string;
  readonly created: Date;
  readonly position: Position;
}

interface Resolved {
  readonly event?: Recorded;
}

export interface Subscription {
  readonly on: (event: string, listener: (value: never) => void) => unknown;
  readonly unsubscribe: () => Promise<void>;
}

interface FilterOptions {
  readonly prefixes?: ReadonlyArray<string>;
  readonly regex?: string;
  readonly checkpointInterval?: number;
  readonly checkpointReached?: (subscription: unknown, position: Position) => void;
}

interface ClientPackage {
  readonly connect: (connectionString: string) => ProbeClient;
  readonly streamNameFilter: (options: FilterOptions) => object;
}

/** The letters by which the recorded answers name the two packages. */
export const PACKAGES = { E: "@eventstore/db-client", K: "@kurrent/kurrentdb-client" } as const;

/** Loads a client package: one a process, since each breaks the other. */
export const loadClient = (name: keyof typeof PACKAGES): ClientPackage => {
  const loaded = createRequire(import.meta.url)(PACKAGES[name]);
  const { connectionString } = loaded.EventStoreDBClient ?? loaded.KurrentDBClient;
  const owner = loaded.EventStoreDBClient ?? loaded.KurrentDBClient;
  return {
    connect: (text) => connectionString.call(owner, [text] as unknown as TemplateStringsArray),
    streamNameFilter: loaded.streamNameFilter,
  };
};
