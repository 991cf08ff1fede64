import type { Committer } from "@motcua/event-store";
import { makeCommit } from "./commit.js";
import type { Connection } from "./driver.js";
import type { WriterHooks } from "./options.js";
import { makeWriter } from "./writer.js";

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
