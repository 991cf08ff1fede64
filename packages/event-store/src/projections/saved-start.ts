import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ReadError } from "../errors.js";
import { type EventStore, START } from "../port.js";
import type { Projection } from "./projection.js";
import { decodeView } from "./structured.js";
import type { Checkpoint, Part, SavedPart, ViewStore, ViewStoreError } from "./view-store.js";

/** A view on its way: what it holds, and how far it has come. */
export interface Folded<View> {
  readonly view: View;
  readonly at: Checkpoint;
}

export const nothingFolded = <View>({ empty }: Projection<View>): Folded<View> => ({
  view: empty(),
  at: { cursor: START, folded: 0, last: null },
});

/**
 * What has been saved of a part, if it is of this log: a database that was put back to an earlier state, or another one,
 * may have cursors like those of ours. `null` where it has to be folded from the first event on.
 */
export const savedStart = async <View>(
  log: Pick<EventStore, "readStream">,
  views: Pick<ViewStore, "load">,
  part: Part,
): Promise<Either<ReadError | ViewStoreError, Folded<View> | null>> => {
  const loaded = await views.load(part)();
  if (isLeft(loaded)) return loaded;
  if (loaded.right === null) return right(null);
  const known = await isOfThisLog(log, loaded.right.checkpoint);
  if (isLeft(known)) return known;
  return right(known.right ? decoded<View>(loaded.right) : null);
};

/** Whether what was saved is of this log: another one may have cursors like those of ours. */
export const isOfThisLog = async (
  log: Pick<EventStore, "readStream">,
  { last }: Checkpoint,
): Promise<Either<ReadError, boolean>> => {
  if (last === null) return right(true);
  const page = await log.readStream(last.stream, { from: last.version, limit: 1 })();
  return isLeft(page) ? page : right(page.right.events[0]?.recordedAt === last.recordedAt);
};

const decoded = <View>(saved: SavedPart): Folded<View> | null => {
  try {
    return { view: decodeView(saved.view), at: saved.checkpoint };
  } catch {
    return null;
  }
};
