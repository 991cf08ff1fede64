import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { ReadError } from "../errors.js";
import type { ProjectedLog } from "./fold-if-free.js";
import { foldPage } from "./fold-page.js";
import { queryOf } from "./fold-part.js";
import { pagesToTheEnd } from "./pages-after.js";
import type { Projection } from "./projection.js";
import type { ProjectionStopped } from "./run-options.js";
import { type Folded, savedStart } from "./saved-start.js";
import type { Part, PartState, ViewStore, ViewStoreError } from "./view-store.js";

/**
 * A view as of the end of the log: what serves, and folded onto it what has come since, which is not saved. The figure is
 * the same whoever folds when; a worker only makes it come sooner.
 *
 * @returns `null` where there is no such view, or it is of another log: `catchUp` makes one, `project` does without
 */
export const readView =
  <View>(
    log: ProjectedLog,
    views: Pick<ViewStore, "parts" | "load">,
    projection: Projection<View>,
  ): TaskEither<ReadError | ViewStoreError | ProjectionStopped, View | null> =>
  async () => {
    for (;;) {
      const parts = await servingParts(views, projection);
      if (isLeft(parts)) return parts;
      const whole = await joined(log, views, projection, parts.right);
      if (isLeft(whole) || whole.right !== null) return whole;
      const now = await servingParts(views, projection);
      if (isLeft(now)) return now;
      // Else another build has taken its place in the midst.
      if (now.right[0]?.build === parts.right[0]?.build) return right(null);
    }
  };

const servingParts = async <View>(
  views: Pick<ViewStore, "parts">,
  { name, version }: Projection<View>,
): Promise<Either<ViewStoreError, ReadonlyArray<PartState>>> => {
  const parts = await views.parts({ name, version })();
  return isLeft(parts) ? parts : right(parts.right.filter(({ serves }) => serves));
};

const joined = async <View>(
  log: ProjectedLog,
  views: Pick<ViewStore, "load">,
  projection: Projection<View>,
  parts: ReadonlyArray<PartState>,
): Promise<Either<ReadError | ViewStoreError | ProjectionStopped, View | null>> => {
  let whole: View | null = null;
  for (const part of parts) {
    if (part.deadLetter !== null) return left({ code: "ProjectionStopped", part, deadLetter: part.deadLetter });
    const start = await savedStart<View>(log, views, part);
    if (isLeft(start)) return start;
    if (start.right === null) return right(null);
    const folded = await upToTheEnd(log, projection, part, start.right);
    if (isLeft(folded)) return folded;
    whole = whole === null ? folded.right : (projection.concat?.(whole, folded.right) ?? whole);
  }
  return right(whole);
};

/** What has come since it was saved is folded onto a part, for this reader alone. */
const upToTheEnd = async <View>(
  log: ProjectedLog,
  projection: Projection<View>,
  part: Part,
  { view, at }: Folded<View>,
): Promise<Either<ReadError | ProjectionStopped, View>> => {
  let whole = view;
  for await (const page of pagesToTheEnd(log)({ ...queryOf(projection, part), after: at.cursor })) {
    if (isLeft(page)) return page;
    const folded = foldPage(projection, whole, page.right.events);
    if (isLeft(folded)) return left({ code: "ProjectionStopped", part, deadLetter: folded.left });
    whole = folded.right;
  }
  return right(whole);
};
