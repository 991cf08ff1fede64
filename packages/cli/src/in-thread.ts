import { Worker } from "node:worker_threads";
import { type StoreUnavailable, unavailable } from "@motcua/event-store";
import { type Either, left } from "fp-ts/lib/Either.js";

/** What a thread says: how far it is, and in the end its answer. */
export type ThreadMessage<Step, E, A> =
  | { readonly kind: "step"; readonly step: Step }
  | { readonly kind: "done"; readonly answer: Either<E, A> };

/**
 * Has a task done in a thread of its own.
 *
 * @param program  its file among the built ones: the same place, seen from `src` and from `dist`
 */
export const inThread = <Task, Step, E, A>(
  program: string,
  task: Task,
  progress: (step: Step) => void,
): Promise<Either<E | StoreUnavailable, A>> =>
  new Promise((resolve) => {
    const thread = new Worker(new URL(`../dist/${program}.js`, import.meta.url), { workerData: task });
    const ended = (cause?: unknown) => resolve(left(unavailable("a thread that reads has ended", cause)));
    thread.on("message", (message: ThreadMessage<Step, E, A>) => {
      if (message.kind === "step") return progress(message.step);
      resolve(message.answer);
    });
    thread.on("error", ended);
    thread.on("exit", () => ended());
  });
