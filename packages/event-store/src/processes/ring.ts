import { type Either, getOrElse, isLeft, right } from "fp-ts/lib/Either.js";
import { type KeptStream, keptOf, notRung, rowOf, timersOf } from "./kept-streams.js";
import { type Performed, performAll } from "./perform-all.js";
import type { Intent, Process, Timer } from "./process.js";
import type { ProcessCheckpoint, ProcessRow } from "./process-store.js";
import type { Run } from "./run.js";
import { type ProcessError, TOGETHER } from "./running.js";

/** So many streams are looked at in one round. */
const ROUND = 1_000;

/** What has rung of one stream, as it was then. */
interface Rang<State, Wanted extends Intent> {
  readonly stream: string;
  readonly kept: KeptStream<State>;
  readonly timers: ReadonlyArray<Timer<Wanted>>;
  readonly intents: ReadonlyArray<Wanted>;
}

/** A round of timers: what has rung, and what became of it. */
export interface Round<State, Wanted extends Intent> extends Performed {
  readonly rang: ReadonlyArray<Rang<State, Wanted>>;
}

/** Carries out what has fallen due, the earliest first. */
export const ring = async <State, Wanted extends Intent, Failure>({
  process,
  states,
  perform,
  at,
  options,
}: Run<State, Wanted, Failure>): Promise<Either<ProcessError | Failure, Round<State, Wanted>>> => {
  const due = await states.due(process, at, ROUND)();
  if (isLeft(due)) return due;
  const rang = due.right.map((row) => rangOf(process, row, at));
  const wishes = rang.map(({ stream, kept: known, intents }) => ({ stream, known, intents }));
  const performed = await performAll(perform, wishes, at, options.together ?? TOGETHER);
  return isLeft(performed) ? performed : right({ ...performed.right, rang });
};

/**
 * What came of a round is in the log, and has been folded. Of those streams in which nothing has changed it is saved that
 * their timers have rung: what is wanted still is not asked for again until the state has changed.
 */
export const settle = async <State, Wanted extends Intent, Failure>(
  { process, states, streams, save, count }: Run<State, Wanted, Failure>,
  here: ProcessCheckpoint,
  { rang, dead, done }: Round<State, Wanted>,
): Promise<Either<ProcessError | Failure, void>> => {
  const found = await states.rows(
    process,
    rang.map(({ stream }) => stream),
  )();
  if (isLeft(found)) return found;
  const versions = new Map(found.right.map(({ stream, version }) => [stream, version]));
  const rows = rang
    .filter(({ stream, kept }) => versions.get(stream) === kept.version)
    .map(({ stream, kept, timers, intents }) => {
      const again = { ...kept, rung: [...kept.rung, ...intents.map(({ key }) => key)] };
      streams.set(stream, again);
      return rowOf(process, stream, again, timers);
    });
  count({ timers: done, dead: dead.length });
  return rows.length + dead.length === 0 ? right(undefined) : save({ from: here, to: here, rows, dead });
};

const rangOf = <State, Wanted extends Intent>(
  process: Process<State, Wanted>,
  row: ProcessRow,
  at: number,
): Rang<State, Wanted> => {
  const { stream } = row;
  const kept = keptOf(process, row);
  const timers = getOrElse((): ReadonlyArray<Timer<Wanted>> => [])(timersOf(process, kept.state, stream));
  const intents = notRung(timers, kept.rung)
    .filter((timer) => timer.at <= at)
    .toSorted((a, b) => a.at - b.at)
    .map(({ intent }) => intent);
  return { stream, kept, timers, intents };
};
