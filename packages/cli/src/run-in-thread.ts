import type { Build, RunError, RunProgress } from "@motcua/event-store";
import type { Either } from "fp-ts/lib/Either.js";
import { inThread } from "./in-thread.js";
import type { Views } from "./report/projections.js";

/** What a thread that folds a projection is asked. */
export interface RunTask {
  readonly name: keyof Views;
  readonly how: "catchUp" | "rebuild";
  /** Addresses of the log and of the views. */
  readonly log: string;
  readonly views: string;
  readonly parts: number;
}

/** Works on a projection in a thread of its own: it takes the parts that no other thread or process is at. */
export const runInThread = (
  task: RunTask,
  progress: (progress: RunProgress) => void,
): Promise<Either<RunError, Build>> => inThread("run-thread", task, progress);
