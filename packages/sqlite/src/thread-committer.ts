import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { type Committer, unavailable, type WriteAnswer, type WriteRequest } from "@motcua/event-store";
import { left } from "fp-ts/lib/Either.js";
import type { SqliteFile } from "./options.js";

/** Built beside the sources: the same place, seen from `src` and from `dist`. */
const PROGRAM = new URL("../dist/commit-thread.js", import.meta.url);

/** What it holds is short-lived: a small nursery is enough, and the default one would take a hundred megabytes. */
const YOUNG_MB = 16;

interface Asked {
  readonly requests: number;
  readonly answer: (answers: ReadonlyArray<WriteAnswer>) => void;
}

/** Commits in a thread of its own, over its own connection. */
export const threadCommitter = (file: Pick<SqliteFile, "file" | "mode" | "busyTimeoutMs">): Committer => {
  const thread = new Worker(PROGRAM, { workerData: file, resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB } });
  const asked: Asked[] = [];
  let failure: unknown;
  let ended = false;

  // An open store must not keep the process from ending; an append that has begun must.
  thread.unref();
  thread.on("message", (answers: ReadonlyArray<WriteAnswer>) => {
    asked.shift()?.answer(answers);
    if (asked.length === 0) thread.unref();
  });
  thread.on("error", (cause) => {
    failure = cause;
  });
  thread.on("exit", () => {
    ended = true;
    for (const { requests, answer } of asked.splice(0)) answer(unanswered(requests, true));
  });

  /** `inDoubt`: it may have been committed before the thread ended. */
  const unanswered = (requests: number, inDoubt: boolean): ReadonlyArray<WriteAnswer> =>
    Array<WriteAnswer>(requests).fill(left(unavailable("the thread that commits has ended", failure, inDoubt)));

  return {
    commit: (requests: ReadonlyArray<WriteRequest>) =>
      new Promise((answer) => {
        if (ended) return answer(unanswered(requests.length, false));
        asked.push({ requests: requests.length, answer });
        thread.ref();
        thread.postMessage(requests);
      }),
    // While it commits one group, the next is on its way.
    ahead: 2,
    // Before the event loop goes on: it may have long work to do, while the thread would have none.
    soon: queueMicrotask,
    close: async () => {
      if (ended) return;
      thread.ref();
      thread.postMessage("close");
      await once(thread, "exit");
    },
  };
};
