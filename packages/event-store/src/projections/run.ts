import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { EventStore } from "../port.js";
import type { FactLog } from "./fact.js";
import { foldPart } from "./fold-part.js";
import { type PagesAfter, pagesForEver, pagesToTheEnd } from "./pages-after.js";
import type { Projection } from "./projection.js";
import {
  LEASE_MS,
  PARTS,
  type ProjectionStopped,
  type RunError,
  type RunOptions,
  SAVE_EVERY_MS,
} from "./run-options.js";
import { savedStart } from "./saved-start.js";
import type { Build, Part, ViewStore, ViewStoreError } from "./view-store.js";

/** A log that views are folded from. */
export type ProjectedLog = FactLog & Pick<EventStore, "readStream">;

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
    const build = await currentBuild(views, projection, options);
    return isLeft(build) ? build : bringToTheEnd({ log, views, projection, options }, build.right);
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
    return isLeft(build) ? build : bringToTheEnd({ log, views, projection, options }, build.right);
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
    options: RunOptions & { readonly signal: AbortSignal },
  ): TaskEither<RunError, void> =>
  async () => {
    const run: Run<View> = { log, views, projection, options };
    const pages = pagesForEver(log, options.signal, options.saveEveryMs ?? SAVE_EVERY_MS);
    while (!options.signal.aborted) {
      const build = await catchUp(log, views, projection, options)();
      if (isLeft(build)) return build;
      const ended = await Promise.all(partsIn(build.right).map((part) => keepPart(run, part, pages)));
      const failed = ended.find((end) => isLeft(end) && end.left.code !== "LeaseLost");
      if (failed !== undefined) return failed;
    }
    return right(undefined);
  };

interface Run<View> {
  readonly log: ProjectedLog;
  readonly views: ViewStore;
  readonly projection: Projection<View>;
  readonly options: RunOptions;
}

const currentBuild = async <View>(
  views: ViewStore,
  projection: Projection<View>,
  options: RunOptions,
): Promise<Either<ViewStoreError, Build>> => {
  const { name, version } = projection;
  const parts = await views.parts({ name, version })();
  if (isLeft(parts)) return parts;
  const serving = parts.right.find(({ serves }) => serves);
  return serving === undefined ? beginBuild(views, projection, options) : right(serving);
};

const beginBuild = <View>(
  views: ViewStore,
  { name, version, concat }: Projection<View>,
  { parts = PARTS }: RunOptions,
): Promise<Either<ViewStoreError, Build>> => views.begin({ name, version }, concat === undefined ? 1 : parts)();

const partsIn = ({ name, version, build, parts }: Build): ReadonlyArray<Part> =>
  Array.from({ length: parts }, (_, part) => ({ name, version, build, parts, part }));

/** Long enough to leave the other one in peace, short enough to be there when it has ended. */
const LOOK_AGAIN_MS = 50;

const bringToTheEnd = async <View>(run: Run<View>, build: Build): Promise<Either<RunError, Build>> => {
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
    waiting = held;
    if (held.length > 0) await sleep(LOOK_AGAIN_MS);
  }
  if (stop !== undefined) return left(stop);
  const served = await views.serve(build)();
  return isLeft(served) ? served : right(build);
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

/** Folds a part, unless another one holds it. Who has lost it in the midst has written nothing since. */
const foldIfFree = async <View>(
  { log, views, projection, options }: Run<View>,
  part: Part,
  pages: PagesAfter,
): Promise<Either<RunError, "folded" | "held">> => {
  const { owner = SOMEBODY, leaseMs = LEASE_MS } = options;
  const lease = await views.claim(part, owner, leaseMs)();
  if (isLeft(lease)) return lease;
  if (lease.right === null) return right("held");
  const start = await savedStart<View>(log, views, part);
  if (isLeft(start)) return start;
  const folded = await foldPart(views, projection, lease.right, start.right, pages, options);
  if (isLeft(folded)) return folded.left.code === "LeaseLost" ? right("held") : folded;
  return right("folded");
};

/** Whoever does not give a name. */
const SOMEBODY = randomUUID();
