import type { Either } from "fp-ts/lib/Either.js";
import type { AppendError } from "./errors.js";
import type { Expected } from "./expectation.js";
import type { CheckedCopy, CheckedEvent } from "./limits.js";
import type { Appended } from "./port.js";

/** An append whose events have passed every limit of the port. */
export interface AppendRequest<A = CheckedEvent> {
  readonly stream: string;
  readonly events: ReadonlyArray<A>;
  readonly expected: Expected;
}

/** Events of another log, which have passed every limit too. */
export interface RestoreRequest {
  readonly stream?: never;
  readonly events: ReadonlyArray<CheckedCopy>;
}

/** What waits to be committed. */
export type WriteRequest = AppendRequest | RestoreRequest;

/** What became of a request; a restore answers the version of its last event. */
export type WriteAnswer = Either<AppendError, Appended>;

/** Whoever commits. */
export interface Committer {
  /** Writes requests in one transaction and answers each, in their order. Never rejects. */
  readonly commit: (requests: ReadonlyArray<WriteRequest>) => Promise<ReadonlyArray<WriteAnswer>>;
  /** How many groups may be under way at once, decided in the order in which they were begun. */
  readonly ahead: number;
  /** When to begin a group that has got its first member. */
  readonly soon: (begin: () => void) => void;
  /** Frees what it holds, after the last answer. */
  readonly close: () => Promise<void>;
}
