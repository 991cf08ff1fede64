import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { Fact, FactPage } from "../projections/fact.js";
import { foldFacts } from "./fold-facts.js";
import { rowOf, timersOf } from "./kept-streams.js";
import { deadIntent, performAll } from "./perform-all.js";
import type { Intent } from "./process.js";
import type { DeadIntent, ProcessCheckpoint, ProcessRow } from "./process-store.js";
import type { Run } from "./run.js";
import { type ProcessError, TOGETHER } from "./running.js";

/**
 * Folds a page of events, carries out what the process reacts with, and then saves both the states and the place.
 *
 * @param from  what was saved last
 * @param here  where the page begins
 * @returns     where it ends
 */
export const takePage = async <State, Wanted extends Intent, Failure>(
  run: Run<State, Wanted, Failure>,
  from: ProcessCheckpoint | null,
  here: ProcessCheckpoint,
  page: FactPage,
): Promise<Either<ProcessError | Failure, ProcessCheckpoint>> => {
  const { process, perform, streams, at, options } = run;
  const { events } = page;
  const fetched = await streams.fetch(events);
  if (isLeft(fetched)) return fetched;
  const quiet = quietly(here.quietUntil);
  const { touched, wishes, broken } = foldFacts(process, streams, events, quiet.isQuiet);
  const performed = await performAll(perform, wishes, at, options.together ?? TOGETHER);
  if (isLeft(performed)) return performed;

  const rows: ProcessRow[] = [];
  const over: string[] = [];
  const dead = [...performed.right.dead, ...broken.map((each) => broke(each.stream, each.version, each.reason, at))];
  for (const stream of touched) {
    const kept = streams.get(stream);
    if (process.isOver?.(kept.state)) over.push(stream);
    else {
      const timers = timersOf(process, kept.state, stream);
      rows.push(rowOf(process, stream, kept, isLeft(timers) ? [] : timers.right));
      if (isLeft(timers)) dead.push(broke(stream, "timers", timers.left, at));
    }
  }
  const to: ProcessCheckpoint = {
    cursor: page.cursor,
    folded: here.folded + events.length,
    last: lastOf(events) ?? here.last,
    quietUntil: page.atEnd && here.quietUntil === "end" ? null : quiet.still(),
  };
  const saved = await run.save({ from, to, rows, over, dead });
  if (isLeft(saved)) return saved;
  run.count({ folded: events.length, reactions: performed.right.done, dead: dead.length });
  return right(to);
};

/** There is nothing to carry out, but somebody is to hear of it. */
const broke = (stream: string, on: number | "timers", reason: string, at: number): DeadIntent =>
  deadIntent(stream, { key: `${stream}@${on}` }, reason, at);

/** Whether events still come before the one that is the first to count; asked of each in order. */
const quietly = (quietUntil: ProcessCheckpoint["quietUntil"]) => {
  let until = quietUntil;
  return {
    isQuiet: ({ stream, version }: Fact): boolean => {
      if (until !== null && until !== "end" && until.stream === stream && until.version === version) until = null;
      return until !== null;
    },
    still: (): ProcessCheckpoint["quietUntil"] => until,
  };
};

const lastOf = (events: ReadonlyArray<Fact>): ProcessCheckpoint["last"] => {
  const last = events.at(-1);
  return last === undefined ? null : { stream: last.stream, version: last.version, recordedAt: last.recordedAt };
};
