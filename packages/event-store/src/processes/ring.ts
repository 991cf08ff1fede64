import { type Either, getOrElse, isLeft, right } from "fp-ts/lib/Either.js";
import { keptOf, notRung, rowOf, timersOf } from "./kept-streams.js";
import { performAll } from "./perform-all.js";
import type { Intent, Process, Timer } from "./process.js";
import type { ProcessCheckpoint, ProcessRow } from "./process-store.js";
import type { Run } from "./run.js";
import { type ProcessError, TOGETHER } from "./running.js";

/** So many streams are looked at in one round. */
const ROUND = 1_000;

/**
 * Carries out what has fallen due, the earliest first, and then saves that it has rung. What is still wanted after that is
 * not asked for again: the state would have to change first.
 *
 * @returns  of how many streams something had fallen due; 0 when there is nothing more
 */
export const ring = async <State, Wanted extends Intent, Failure>(
  run: Run<State, Wanted, Failure>,
  here: ProcessCheckpoint,
): Promise<Either<ProcessError | Failure, number>> => {
  const { process, states, perform, streams, at, options } = run;
  const due = await states.due(process, at, ROUND)();
  if (isLeft(due)) return due;
  if (due.right.length === 0) return right(0);
  const wishes = due.right.map((row) => wishOf(process, row, at));
  const performed = await performAll(perform, wishes, at, options.together ?? TOGETHER);
  if (isLeft(performed)) return performed;

  const rows = wishes.map(({ stream, kept, timers, intents }) => {
    const rang = { ...kept, rung: [...kept.rung, ...intents.map(({ key }) => key)] };
    streams.set(stream, rang);
    return rowOf(process, stream, rang, timers);
  });
  const { done, dead } = performed.right;
  const saved = await run.save({ from: here, to: here, rows, dead });
  if (isLeft(saved)) return saved;
  run.count({ timers: done, dead: dead.length });
  return right(due.right.length);
};

const wishOf = <State, Wanted extends Intent>(process: Process<State, Wanted>, row: ProcessRow, at: number) => {
  const { stream } = row;
  const kept = keptOf(process, row);
  const timers = getOrElse((): ReadonlyArray<Timer<Wanted>> => [])(timersOf(process, kept.state, stream));
  const intents = notRung(timers, kept.rung)
    .filter((timer) => timer.at <= at)
    .toSorted((a, b) => a.at - b.at)
    .map(({ intent }) => intent);
  return { stream, kept, known: kept, timers, intents };
};
