import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ReadError } from "../errors.js";
import { START } from "../port.js";
import type { ProjectedLog } from "../projections/fold-if-free.js";
import { pagesToTheEnd } from "../projections/pages-after.js";
import { isOfThisLog } from "../projections/saved-start.js";
import type { ViewStoreError } from "../projections/view-store.js";
import type { Intent } from "./process.js";
import type { ProcessCheckpoint } from "./process-store.js";
import type { ProcessOptions, Running } from "./running.js";

/** Where a run goes on from, and what the next change is to be saved after. */
export interface Beginning {
  readonly from: ProcessCheckpoint | null;
  readonly at: ProcessCheckpoint;
}

/**
 * Where a process stands. One that was never run begins with the first event, quietly as far as an earlier version of it had
 * come. What was saved of another log is forgotten, and all that is in this one is folded quietly: it has been reacted to.
 */
export const beginning = async <State, Wanted extends Intent, Failure>(
  { log, states, process }: Pick<Running<State, Wanted, Failure>, "log" | "states" | "process">,
  { begin = "start" }: ProcessOptions,
): Promise<Either<ReadError | ViewStoreError, Beginning>> => {
  const places = await states.places(process.name)();
  if (isLeft(places)) return places;
  const own = places.right.find(({ version }) => version === process.version);
  if (own !== undefined) {
    const known = await isOfThisLog(log, own.checkpoint);
    if (isLeft(known)) return known;
    if (known.right) return right({ from: own.checkpoint, at: own.checkpoint });
    const forgotten = await states.forget(process)();
    if (isLeft(forgotten)) return forgotten;
    return right({ from: null, at: firstWith("end") });
  }
  const earlier = places.right.findLast(({ version }) => version < process.version);
  if (earlier === undefined) return right({ from: null, at: firstWith(begin === "now" ? "end" : null) });
  const first = await firstAfter(log, earlier.checkpoint);
  return isLeft(first) ? first : right({ from: null, at: firstWith(first.right) });
};

const firstWith = (quietUntil: ProcessCheckpoint["quietUntil"]): ProcessCheckpoint => ({
  cursor: START,
  folded: 0,
  last: null,
  quietUntil,
});

/** What an earlier version has not come to: of whatever type, since that one may have read others. */
const firstAfter = async (
  log: ProjectedLog,
  { cursor, quietUntil }: ProcessCheckpoint,
): Promise<Either<ReadError, ProcessCheckpoint["quietUntil"]>> => {
  if (quietUntil !== null) return right(quietUntil);
  for await (const page of pagesToTheEnd(log)({ after: cursor, limit: 1 })) {
    if (isLeft(page)) return page;
    const [first] = page.right.events;
    if (first !== undefined) return right({ stream: first.stream, version: first.version });
  }
  return right("end");
};
