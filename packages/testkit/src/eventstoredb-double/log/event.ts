/** An event as a client proposes it. */
export interface ProposedEvent {
  /** A UUID in lower case. */
  readonly id: string;
  readonly type: string;
  /** `application/json` or `application/octet-stream`. */
  readonly contentType: string;
  readonly data: Uint8Array;
  /** Empty where there is none. */
  readonly metadata: Uint8Array;
}

/** An event as the log keeps it. */
export interface LogEvent extends ProposedEvent {
  readonly stream: string;
  /** From 0, without a gap in the stream. */
  readonly revision: bigint;
  /** Place in the log: growing, and sparse. The commit and the prepare position of an event are the same. */
  readonly position: bigint;
  /** When it was written, in units of 100 nanoseconds since 1970. */
  readonly created: bigint;
}

/** What an append or a delete expects of its stream: a word, or the revision of its last event. */
export type ExpectedRevision = "any" | "no_stream" | "stream_exists" | bigint;

/** The revision of the event that closes a stream for ever, and the `$tb` of a stream that is softly deleted. */
export const END_OF_STREAM = 2n ** 63n - 1n;

/** `stream_exists` was asked of a stream that is deleted, or anything of one that is closed for ever. */
export interface StreamDeleted {
  readonly code: "StreamDeleted";
  readonly stream: string;
}

export interface WrongExpectedVersion {
  readonly code: "WrongExpectedVersion";
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** Revision of the last event, deleted or not; `"no_stream"` where there never was one. */
  readonly actual: bigint | "no_stream";
}

/** What a write answers. */
export interface Written {
  /** Revision of the last event of the append; `"no_stream"` where nothing was appended to a stream that is not there. */
  readonly revision: bigint | "no_stream";
  readonly position: bigint;
}
