import { availableParallelism } from "node:os";
import { project, type ReadError } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Failure } from "../exit.js";
import { foldInThread } from "../fold-in-thread.js";
import type { Progress } from "../output/progress.js";
import type { OpenedStore } from "../store/open-store.js";
import { storeFailure } from "../text/failures.js";
import { projections, type Sight, type Views, within } from "./projections.js";

/** From so many events on a thread is worth its start. */
const MANY = 200_000;
/** More threads than this wait for each other at the disk. */
const MOST_THREADS = 4;

/** Folds the log into what a report is computed from; a long log in as many threads as the machine has room for. */
export const readView = async <Name extends keyof Views>(
  opened: OpenedStore,
  name: Name,
  progress: Progress,
  sight: Sight,
): Promise<Either<Failure, Views[Name]>> => {
  const head = await opened.store.head();
  if (isLeft(head)) return left(storeFailure(opened.url, head.left));
  const { events } = head.right;
  const threads = events !== null && events >= MANY ? Math.min(MOST_THREADS, availableParallelism()) : 1;
  const at = (folded: number) => progress.at("reading", folded, events);
  const view =
    opened.kind === "sqlite" && threads > 1
      ? await inThreads(opened.store.file, name, threads, sight, at)
      : await project(opened.store, projections[name], {
          only: within(sight),
          progress: at,
        })();
  return isLeft(view) ? left(storeFailure(opened.url, view.left)) : view;
};

/** Each thread folds a share of the streams; joined, the shares are what one fold over all would have given. */
const inThreads = async <Name extends keyof Views>(
  file: string,
  name: Name,
  threads: number,
  sight: Sight,
  progress: (folded: number) => void,
): Promise<Either<ReadError, Views[Name]>> => {
  const folded: number[] = [];
  const shares = await Promise.all(
    Array.from({ length: threads }, (_, number) =>
      foldInThread({ file, projection: name, shard: { number, of: threads }, sight }, (events) => {
        folded[number] = events;
        progress(folded.reduce((sum, each) => sum + each, 0));
      }),
    ),
  );
  const { empty, concat } = projections[name];
  let whole = empty();
  for (const share of shares) {
    if (isLeft(share)) return share;
    whole = concat(whole, share.right);
  }
  return right(whole);
};
