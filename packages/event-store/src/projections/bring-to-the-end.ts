import { setTimeout as sleep } from "node:timers/promises";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { ReadError } from "../errors.js";
import type { LogQuery } from "../port.js";
import { partsIn } from "./builds.js";
import type { FactLog } from "./fact.js";
import { foldIfFree, type Run } from "./fold-if-free.js";
import { queryOf } from "./fold-part.js";
import { pagesToTheEnd } from "./pages-after.js";
import type { ProjectionStopped, RunError } from "./run-options.js";
import type { Build, Checkpoint, Part } from "./view-store.js";

/** Long enough to leave the other one in peace, short enough to be there when it has ended. */
const LOOK_AGAIN_MS = 50;

/** Folds every part of a build up to the end of the log, with whoever else is at it; then readers are served from it. */
export const bringToTheEnd = async <View>(run: Run<View>, build: Build): Promise<Either<RunError, Build>> => {
  const { log, views, options } = run;
  const pages = pagesToTheEnd(log, options.signal);
  let stop: ProjectionStopped | undefined;
  let waiting = partsIn(build);
  while (waiting.length > 0) {
    const held: Part[] = [];
    for (const part of waiting) {
      const folded = await foldIfFree(run, part, pages);
      if (options.signal?.aborted) return right(build);
      if (isLeft(folded) && folded.left.code === "ProjectionStopped") stop = folded.left;
      else if (isLeft(folded)) return folded;
      else if (folded.right === "held") held.push(part);
    }
    const behind = await partsBehind(run, held);
    if (isLeft(behind)) return behind;
    waiting = behind.right;
    if (waiting.length > 0) await sleep(LOOK_AGAIN_MS);
  }
  if (stop !== undefined) return left(stop);
  const served = await views.serve(build)();
  return isLeft(served) ? served : right(build);
};

/** Those of the parts that others hold which have not been saved at the end of the log yet. */
const partsBehind = async <View>(
  { log, views, projection }: Run<View>,
  held: ReadonlyArray<Part>,
): Promise<Either<RunError, Part[]>> => {
  if (held.length === 0) return right([]);
  const states = await views.parts(projection)();
  if (isLeft(states)) return states;
  const behind: Part[] = [];
  for (const part of held) {
    const state = states.right.find((each) => each.build === part.build && each.part === part.part);
    const isThere = await nothingAfter(log, state?.checkpoint ?? null, queryOf(projection, part));
    if (isLeft(isThere)) return isThere;
    if (!isThere.right) behind.push(part);
  }
  return right(behind);
};

const nothingAfter = async (
  log: FactLog,
  checkpoint: Checkpoint | null,
  query: LogQuery,
): Promise<Either<ReadError, boolean>> => {
  if (checkpoint === null) return right(false);
  for await (const page of pagesToTheEnd(log)({ ...query, after: checkpoint.cursor, limit: 1 })) {
    if (isLeft(page)) return page;
    if (page.right.events.length > 0) return right(false);
  }
  return right(true);
};
