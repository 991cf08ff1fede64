import { Worker } from "node:worker_threads";
import { type ReadError, type Shard, unavailable } from "@motcua/event-store";
import { type Either, left } from "fp-ts/lib/Either.js";
import type { Sight, Views } from "./report/projections.js";

/** Built beside the sources: the same place, seen from `src` and from `dist`. */
const PROGRAM = new URL("../dist/fold-thread.js", import.meta.url);

/** What a folding thread is asked. */
export interface FoldTask {
  readonly file: string;
  readonly projection: keyof Views;
  readonly shard: Shard;
  readonly sight: Sight;
}

/** What it answers: how far it is, and in the end its view. */
export type FoldMessage =
  | { readonly kind: "folded"; readonly events: number }
  | { readonly kind: "done"; readonly view: Either<ReadError, unknown> };

/** Folds one share of a log in a thread of its own. */
export const foldInThread = <Name extends keyof Views>(
  task: FoldTask & { readonly projection: Name },
  progress: (events: number) => void,
): Promise<Either<ReadError, Views[Name]>> =>
  new Promise((resolve) => {
    const thread = new Worker(PROGRAM, { workerData: task });
    const ended = (cause?: unknown) => resolve(left(unavailable("a thread that reads has ended", cause)));
    thread.on("message", (message: FoldMessage) => {
      if (message.kind === "folded") return progress(message.events);
      resolve(message.view as Either<ReadError, Views[Name]>);
    });
    thread.on("error", ended);
    thread.on("exit", () => ended());
  });
