import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { LogQuery } from "../port.js";
import { pagesToTheEnd } from "../projections/pages-after.js";
import { type Beginning, beginning } from "./beginning.js";
import { keptStreams } from "./kept-streams.js";
import type { Intent, ProcessSource } from "./process.js";
import type { ProcessCheckpoint } from "./process-store.js";
import { type Round, ring, settle } from "./ring.js";
import { type Memory, type Run, runOf } from "./run.js";
import type { ProcessDone, ProcessError, ProcessOptions, Running } from "./running.js";
import { takePage } from "./take-page.js";

/** So many events are folded before what they led to is saved. */
const PAGE = 4_000;

/**
 * Runs a process once: folds what has come into the log and carries out what it reacts with, then what its timers want by
 * now, and so on until there is nothing more to do. Always carried out first, and then saved: whoever is killed in between
 * wants the same again, under the same keys.
 *
 * Several may run one process at once. Of two who go on from one place the later one's work is thrown away, and it goes on
 * from where the other has come to.
 *
 * @param at  now, epoch milliseconds: timers that ring later stay
 *
 * @example
 * const done = await runProcess({ log: store, states: inMemoryProcessStore(), process, perform }, Date.now())();
 */
export const runProcess = <State, Wanted extends Intent, Failure>(
  running: Running<State, Wanted, Failure>,
  at: number,
  options: ProcessOptions = {},
): TaskEither<ProcessError | Failure, ProcessDone> => processRunner(running)(at, options);

/** Runs a process again and again: see `runProcess`. It remembers what it has just saved, and does not read it again. */
export const processRunner = <State, Wanted extends Intent, Failure>(running: Running<State, Wanted, Failure>) => {
  const { log, states, process } = running;
  const memory: Memory<State, Wanted> = { streams: keptStreams(log, states, process), place: null };
  return (at: number, options: ProcessOptions = {}): TaskEither<ProcessError | Failure, ProcessDone> =>
    async () => {
      const run = runOf(running, memory, at, options);
      for (;;) {
        const remembered = memory.place;
        // Should it break off, what it had folded and not saved is not to be trusted.
        memory.place = null;
        const ended = await toTheEnd(run, remembered);
        if (!isLeft(ended)) {
          memory.place = ended.right;
          return right(run.done());
        }
        if (!isOvertaken(ended.left)) return ended;
      }
    };
};

const isOvertaken = (left: unknown): boolean =>
  typeof left === "object" && left !== null && "code" in left && left.code === "ProcessOvertaken";

const toTheEnd = async <State, Wanted extends Intent, Failure>(
  run: Run<State, Wanted, Failure>,
  remembered: ProcessCheckpoint | null,
): Promise<Either<ProcessError | Failure, ProcessCheckpoint>> => {
  const start = await beginning(run, run.options);
  if (isLeft(start)) return start;
  // Somebody else has gone on from there.
  if (!isSamePlace(remembered, start.right.from)) run.streams.forget();
  let place: Beginning = start.right;
  for (let round: Round<State, Wanted> | undefined; ; ) {
    const here = await catchUp(run, place);
    if (isLeft(here)) return here;
    place = { from: here.right, at: here.right };
    const settled = round === undefined ? right(undefined) : await settle(run, here.right, round);
    if (isLeft(settled)) return settled;
    if (run.options.signal?.aborted) return here;
    const rang = await ring(run);
    if (isLeft(rang)) return rang;
    if (rang.right.rang.length === 0) return here;
    round = rang.right;
  }
};

const isSamePlace = (a: ProcessCheckpoint | null, b: ProcessCheckpoint | null): boolean =>
  a !== null && b !== null && a.cursor === b.cursor && a.folded === b.folded;

/** To the end of the log. */
const catchUp = async <State, Wanted extends Intent, Failure>(
  run: Run<State, Wanted, Failure>,
  { from, at }: Beginning,
): Promise<Either<ProcessError | Failure, ProcessCheckpoint>> => {
  const { log, process, options } = run;
  let [saved, here] = [from, at];
  for await (const page of pagesToTheEnd(log, options.signal)(queryOf(process, here))) {
    if (isLeft(page)) return page;
    if (saved !== null && saved.quietUntil === null && page.right.cursor === here.cursor) continue;
    const taken = await takePage(run, saved, here, page.right);
    if (isLeft(taken)) return taken;
    [saved, here] = [taken.right, taken.right];
  }
  return right(here);
};

/** While it is quiet until an event, those of every type are looked at: the event may be of another one. */
const queryOf = ({ handles, categories }: ProcessSource, { cursor, quietUntil }: ProcessCheckpoint): LogQuery =>
  quietUntil !== null && quietUntil !== "end"
    ? { after: cursor, limit: PAGE }
    : { after: cursor, limit: PAGE, types: handles, ...(categories && { categories }) };
