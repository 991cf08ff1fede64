import { availableParallelism } from "node:os";
import { project, type ReadError, readView } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Failure } from "../exit.js";
import { foldInThread } from "../fold-in-thread.js";
import type { Io } from "../io.js";
import type { ViewsOptions } from "../options.js";
import type { Progress } from "../output/progress.js";
import { projections, type Sight, type Views, within } from "../report/projections.js";
import type { OpenedStore } from "../store/open-store.js";
import { storeFailure } from "../text/failures.js";
import { runFailure } from "../text/run-failures.js";
import { openViews, viewsAddress } from "./open-views.js";
import { together } from "./together.js";

/** What is to be read: everything, or what was known at a time; and where the views are kept. */
export interface ReadOptions extends ViewsOptions {
  readonly sight: Sight;
}

/**
 * What a report is computed from: the views that are kept, brought up to the end of the log; those that are not kept, or
 * that are asked for as of an earlier time, are folded from the log.
 */
export const readViews = async <Name extends keyof Views>(
  io: Io,
  opened: OpenedStore,
  names: ReadonlyArray<Name>,
  { views, sight }: ReadOptions,
  progress: Progress,
): Promise<Either<Failure, Pick<Views, Name>>> => {
  const kept = isWhole(sight) ? await keptViews(io, opened, names, views) : right({});
  if (isLeft(kept)) return kept;
  const missing = names.filter((name) => !(name in kept.right));
  if (missing.length === 0) return kept as Either<never, Pick<Views, Name>>;
  const folded = await foldViews(opened, missing, progress, sight);
  return isLeft(folded) ? folded : right({ ...kept.right, ...folded.right } as Pick<Views, Name>);
};

const isWhole = ({ asOf, knownAt }: Sight): boolean => asOf === undefined && knownAt === undefined;

const keptViews = async <Name extends keyof Views>(
  io: Io,
  opened: OpenedStore,
  names: ReadonlyArray<Name>,
  given: string | undefined,
): Promise<Either<Failure, Partial<Views>>> => {
  const address = viewsAddress(io, opened, given);
  if (address === undefined) return right({});
  const views = await openViews(address, "read");
  if (isLeft(views)) return views;
  try {
    const kept: Partial<Record<Name, unknown>> = {};
    for (const name of names) {
      const view = await readView(opened.store, views.right.views, projections[name] as never)();
      if (isLeft(view)) return left(runFailure(opened.url, views.right.url, view.left));
      if (view.right !== null) kept[name] = view.right;
    }
    return right(kept as Partial<Views>);
  } finally {
    await views.right.views.close();
  }
};

/** From so many events on a thread is worth its start. */
const MANY = 200_000;
/** More threads than this wait for each other at the disk. */
const MOST_THREADS = 4;

/** How many threads a log of so many events is worth. */
export const threadsFor = (events: number | null): number =>
  events !== null && events >= MANY ? Math.min(MOST_THREADS, availableParallelism()) : 1;

const foldViews = async <Name extends keyof Views>(
  opened: OpenedStore,
  names: ReadonlyArray<Name>,
  progress: Progress,
  sight: Sight,
): Promise<Either<Failure, Pick<Views, Name>>> => {
  const head = await opened.store.head();
  if (isLeft(head)) return left(storeFailure(opened.url, head.left));
  const { events } = head.right;
  const threads = threadsFor(events);
  const at = (folded: number) => progress.at("reading", folded, events);
  const views =
    opened.kind === "sqlite" && threads > 1
      ? await inThreads(opened.store.file, names, threads, sight, at)
      : await project(opened.store, together(names), { only: within(sight), progress: at })();
  return isLeft(views) ? left(storeFailure(opened.url, views.left)) : views;
};

/** Each thread folds a share of the streams; joined, the shares are what one fold over all would have given. */
const inThreads = async <Name extends keyof Views>(
  file: string,
  names: ReadonlyArray<Name>,
  threads: number,
  sight: Sight,
  progress: (folded: number) => void,
): Promise<Either<ReadError, Pick<Views, Name>>> => {
  const folded: number[] = [];
  const shares = await Promise.all(
    Array.from({ length: threads }, (_, number) =>
      foldInThread({ file, names, shard: { number, of: threads }, sight }, (events) => {
        folded[number] = events;
        progress(folded.reduce((sum, each) => sum + each, 0));
      }),
    ),
  );
  const { empty, concat } = together(names);
  let whole = empty();
  for (const share of shares) {
    if (isLeft(share)) return share;
    whole = concat(whole, share.right);
  }
  return right(whole);
};
