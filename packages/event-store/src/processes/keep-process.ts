import { setTimeout as sleep } from "node:timers/promises";
import { type Either, isLeft, isRight, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { EventStore, LogPage } from "../port.js";
import type { FollowedLog } from "../projections/run.js";
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
    while (!options.signal.aborted) {
      const news = await newsAfter(running.log, running.process, options.signal);
      const done = await run(clock(), options)();
      if (isLeft(done)) failed(done.left);
      else if (didSomething(done.right)) ran?.(done.right);
      await news.orAfter(everyMs);
    }
    return right(undefined);
  };

const didSomething = ({ folded, reactions, timers, dead }: ProcessDone): boolean =>
  folded + reactions + timers + dead > 0;

/** What comes into the log from now on: asked for before the log is read, so that nothing goes unheard. */
const newsAfter = async (log: KeptLog, { handles, categories }: ProcessSource, signal: AbortSignal) => {
  const ending = new AbortController();
  const both = AbortSignal.any([signal, ending.signal]);
  const head = await log.head();
  const query = { types: handles, ...(categories && { categories }), limit: 1, signal: both };
  const heard = isLeft(head)
    ? new Promise<void>(() => undefined)
    : nextOf(log.subscribe({ ...query, after: head.right.cursor }));
  return {
    orAfter: async (ms: number): Promise<void> => {
      await Promise.race([heard, sleep(ms, undefined, { signal: both }).catch(() => undefined)]);
      ending.abort();
    },
  };
};

/** A subscription that fails tells of nothing: then time alone says when to look. */
const nextOf = async (pages: AsyncIterable<Either<unknown, LogPage>>): Promise<void> => {
  for await (const page of pages) if (isRight(page)) return;
  await new Promise(() => undefined);
};
