import { setTimeout as sleep } from "node:timers/promises";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { EventStore } from "../port.js";
import { bringToTheEnd } from "./bring-to-the-end.js";
import { beginBuild, currentBuild, partsIn } from "./builds.js";
import { foldIfFree, type ProjectedLog, type Run } from "./fold-if-free.js";
import { type PagesAfter, pagesForEver } from "./pages-after.js";
import type { Projection } from "./projection.js";
import { LEASE_MS, named, type RunError, type RunOptions, SAVE_EVERY_MS, type WorkerOptions } from "./run-options.js";
import type { Build, Part, ViewStore } from "./view-store.js";

/** A log that views follow. */
export type FollowedLog = ProjectedLog & Pick<EventStore, "subscribe">;

/**
 * Brings a projection up to the end of the log; builds it first where there is none. Several workers, in threads or in
 * processes, may do so at once: each takes the parts that are free, and waits for those that another one is at. When all
 * parts are there, readers are served from them.
 *
 * A part that its fold breaks on stands still before the event, the others go on: `ProjectionStopped`. Asked again, with
 * a fold that has been put right, it goes on from there.
 *
 * @example
 * const views = inMemoryViewStore();
 * await catchUp(store, views, dossierRows)();
 * const rows = await readView(store, views, dossierRows)();
 */
export const catchUp =
  <View>(
    log: ProjectedLog,
    views: ViewStore,
    projection: Projection<View>,
    options: RunOptions = {},
  ): TaskEither<RunError, Build> =>
  async () => {
    const run: Run<View> = { log, views, projection, options: named(options) };
    for (;;) {
      const build = await currentBuild(views, projection, options);
      if (isLeft(build)) return build;
      const done = await bringToTheEnd(run, build.right);
      // Meanwhile another build has taken its place.
      if (isLeft(done) && done.left.code === "LeaseLost") continue;
      return done;
    }
  };

/**
 * Builds a projection anew, from the first event on, beside the one that serves; then it takes its place in one step.
 * Interrupted and asked again, it goes on with what it had begun.
 */
export const rebuild =
  <View>(
    log: ProjectedLog,
    views: ViewStore,
    projection: Projection<View>,
    options: RunOptions = {},
  ): TaskEither<RunError, Build> =>
  async () => {
    const build = await beginBuild(views, projection, options);
    return isLeft(build) ? build : bringToTheEnd({ log, views, projection, options: named(options) }, build.right);
  };

/**
 * Keeps a projection up with the log until the signal. Several workers may do so at once: each folds the parts that it
 * got, and takes over those of one that is not heard of any more. When the view is rebuilt, it goes on with the new one.
 */
export const keepUp =
  <View>(
    log: FollowedLog,
    views: ViewStore,
    projection: Projection<View>,
    given: RunOptions & { readonly signal: AbortSignal },
  ): TaskEither<RunError, void> =>
  async () => {
    const options = named(given);
    while (!options.signal.aborted) {
      const caught = await catchUp(log, views, projection, options)();
      const build = orStopped(caught);
      if (isLeft(build)) return build;
      const ended = await keepParts({ log, views, projection, options }, build.right);
      const failed = ended.find((end) => isLeft(end) && end.left.code !== "LeaseLost");
      if (failed !== undefined) return failed;
    }
    return right(undefined);
  };

/** Where a part stands still before an event, its build is gone on with. */
const orStopped = (caught: Either<RunError, Build>): Either<RunError, Build> =>
  isLeft(caught) && caught.left.code === "ProjectionStopped" ? right(caught.left.part) : caught;

interface Following<View> extends Run<View> {
  readonly log: FollowedLog;
  readonly options: WorkerOptions & { readonly signal: AbortSignal };
}

/** Until the signal, or until one of them fails: a part that stands still before an event does not end the others. */
const keepParts = <View>(
  { options, ...run }: Following<View>,
  build: Build,
): Promise<ReadonlyArray<Either<RunError, void>>> => {
  const ending = new AbortController();
  const signal = AbortSignal.any([options.signal, ending.signal]);
  const pages = pagesForEver(run.log, signal, options.saveEveryMs ?? SAVE_EVERY_MS);
  const keep = async (part: Part): Promise<Either<RunError, void>> => {
    const end = await keepPart({ ...run, options: { ...options, signal } }, part, pages);
    if (isLeft(end) && end.left.code !== "ProjectionStopped") ending.abort();
    return end;
  };
  return Promise.all(partsIn(build).map(keep));
};

const keepPart = async <View>(run: Run<View>, part: Part, pages: PagesAfter): Promise<Either<RunError, void>> => {
  const { signal, leaseMs = LEASE_MS } = run.options;
  while (signal?.aborted !== true) {
    const folded = await foldIfFree(run, part, pages);
    if (isLeft(folded)) return folded;
    if (folded.right === "held") await sleep(leaseMs / 2, undefined, { signal }).catch(() => undefined);
  }
  return right(undefined);
};
