import { makeCommit } from "./commit.js";
import type { Connection } from "./driver.js";
import type { WriterHooks } from "./options.js";
import { type Answer, makeWriter, type WriteRequest } from "./writer.js";

/** Whoever commits: in the thread of the caller, or in another. */
export interface Committer {
  /** Writes requests in one transaction and answers each, in their order. Never rejects. */
  readonly commit: (requests: ReadonlyArray<WriteRequest>) => Promise<ReadonlyArray<Answer>>;
  /** How many groups may be under way at once, decided in the order in which they were begun. */
  readonly ahead: number;
  /** When to begin a group that has got its first member. */
  readonly soon: (begin: () => void) => void;
  /** Frees what it holds, after the last answer. */
  readonly close: () => Promise<void>;
}

/** Commits over this connection, in this thread. */
export const inlineCommitter = (connection: Connection, hooks: WriterHooks): Committer => {
  const commit = makeCommit(connection, makeWriter(connection, hooks));
  return {
    commit: async (requests) => commit(requests),
    ahead: 1,
    // The commit will hold up the event loop, so everything that is ready to join comes first.
    soon: setImmediate,
    close: async () => undefined,
  };
};
