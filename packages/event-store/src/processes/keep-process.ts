import { setTimeout as sleep } from "node:timers/promises";
import { isLeft, isRight, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { EventStore } from "../port.js";
import type { FollowedLog } from "../projections/run.js";
import { makeBell } from "../wake.js";
import type { Intent, ProcessSource } from "./process.js";
import { processRunner } from "./run-process.js";
import type { ProcessDone, ProcessOptions, Running } from "./running.js";

/** How a process is kept running. */
export interface KeepOptions extends Omit<ProcessOptions, "progress"> {
  readonly signal: AbortSignal;
  /** Epoch milliseconds. Default: the machine's clock. */
  readonly clock?: () => number;
  /** How often timers are looked at when nothing comes; an event is looked at when it comes. Default 1 s. */
  readonly everyMs?: number;
  /** Told after every run that did something. */
  readonly ran?: (done: ProcessDone) => void;
  /** Told of a run that failed; it is tried again after `everyMs`. */
  readonly failed: (failure: unknown) => void;
}

/** A log that a process follows. */
export type KeptLog = FollowedLog & Pick<EventStore, "head">;

const EVERY_MS = 1_000;

/**
 * Keeps a process running until the signal: when something comes into the log, and when time goes by. It outlives a log, a
 * store and a recipient that cannot be reached: what was wanted is wanted again by the next run.
 */
export const keepProcess =
  <State, Wanted extends Intent, Failure>(
    running: Running<State, Wanted, Failure> & { readonly log: KeptLog },
    { clock = Date.now, everyMs = EVERY_MS, ran, failed, ...options }: KeepOptions,
  ): TaskEither<never, void> =>
  async () => {
    const run = processRunner(running);
    const { signal } = options;
    const { ring, heard } = makeBell();
    const listening = listen(running, signal, everyMs, ring);
    while (!signal.aborted) {
      // Asked for before the log is read, so that nothing goes unheard.
      const news = heard(signal, everyMs);
      const done = await run(clock(), options)();
      if (isLeft(done)) failed(done.left);
      else if (didSomething(done.right)) ran?.(done.right);
      await news;
    }
    await listening;
    return right(undefined);
  };

const didSomething = ({ folded, reactions, timers, dead }: ProcessDone): boolean =>
  folded + reactions + timers + dead > 0;

/** Rings when something comes into the log. Of a subscription that has failed nothing is heard: it is begun anew after a while. */
const listen = async (
  { log, process: { handles, categories } }: { readonly log: KeptLog; readonly process: ProcessSource },
  signal: AbortSignal,
  everyMs: number,
  ring: () => void,
): Promise<void> => {
  while (!signal.aborted) {
    const head = await log.head();
    if (isRight(head)) {
      const after = head.right.cursor;
      // What came while it was not listened to may be there already.
      ring();
      for await (const page of log.subscribe({ types: handles, ...(categories && { categories }), after, signal })) {
        if (isLeft(page)) break;
        ring();
      }
    }
    await sleep(everyMs, undefined, { signal }).catch(() => undefined);
  }
};
