import { type Either, isLeft } from "fp-ts/lib/Either.js";
import type { keptStreams } from "./kept-streams.js";
import type { Intent } from "./process.js";
import type { ProcessChange, ProcessCheckpoint } from "./process-store.js";
import type { ProcessDone, ProcessError, ProcessOptions, Running } from "./running.js";

/** What is remembered from run to run: states by stream, as they are at a place; `null` where they may be ahead of it. */
export interface Memory<State, Wanted extends Intent> {
  readonly streams: ReturnType<typeof keptStreams<State, Wanted>>;
  place: ProcessCheckpoint | null;
}

/** One run on its way: what it works with, what it remembers, and what it has done. */
export interface Run<State, Wanted extends Intent, Failure>
  extends Running<State, Wanted, Failure>,
    Pick<Memory<State, Wanted>, "streams"> {
  readonly at: number;
  readonly options: ProcessOptions;
  readonly save: (change: ProcessChange) => Promise<Either<ProcessError, void>>;
  readonly count: (done: Partial<ProcessDone>) => void;
  readonly done: () => ProcessDone;
}

export const runOf = <State, Wanted extends Intent, Failure>(
  running: Running<State, Wanted, Failure>,
  { streams }: Memory<State, Wanted>,
  at: number,
  options: ProcessOptions,
): Run<State, Wanted, Failure> => {
  const { states, process } = running;
  let total: ProcessDone = { folded: 0, reactions: 0, timers: 0, dead: 0 };
  return {
    ...running,
    at,
    options,
    streams,
    save: async (change) => {
      const saved = await states.save(process, change)();
      // Of what was overtaken nothing is remembered: it may be behind what the other has saved.
      if (isLeft(saved)) streams.forget();
      else streams.trim();
      return saved;
    },
    count: ({ folded = 0, reactions = 0, timers = 0, dead = 0 }) => {
      total = {
        folded: total.folded + folded,
        reactions: total.reactions + reactions,
        timers: total.timers + timers,
        dead: total.dead + dead,
      };
      options.progress?.(total);
    },
    done: () => total,
  };
};
