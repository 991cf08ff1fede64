import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { LogQuery } from "../port.js";
import type { Fact } from "./fact.js";
import { FOLDED_PAGE } from "./fold.js";
import { foldPage } from "./fold-page.js";
import type { PagesAfter } from "./pages-after.js";
import type { Projection, ProjectionSource } from "./projection.js";
import { LEASE_MS, type ProjectionStopped, type RunError, type RunOptions, SAVE_EVERY_MS } from "./run-options.js";
import { type Folded, nothingFolded } from "./saved-start.js";
import { encodeView } from "./structured.js";
import type { Checkpoint, DeadLetter, Lease, LeaseLost, Part, ViewStore, ViewStoreError } from "./view-store.js";

/**
 * Folds one part on from where it stands, page by page, and saves view and checkpoint together: now and then, and at the
 * end. Between two saves nothing outside is changed, so whoever is killed has done nothing.
 *
 * @param start  what was saved; `null`: from the first event on
 * @param pages  what comes after a place: to the end of the log, or for ever
 */
export const foldPart = async <View>(
  views: Pick<ViewStore, "save">,
  projection: Projection<View>,
  lease: Lease,
  start: Folded<View> | null,
  pages: PagesAfter,
  { leaseMs = LEASE_MS, saveEveryMs = SAVE_EVERY_MS, progress }: RunOptions,
): Promise<Either<RunError, void>> => {
  let { view, at } = start ?? nothingFolded(projection);
  const saver = saverOf<View>(views, lease, start?.at ?? null);
  const before = at.folded;
  const rate = rateFrom(before);

  for await (const page of pages({ ...queryOf(projection, lease), after: at.cursor })) {
    if (page !== "quiet") {
      if (isLeft(page)) {
        await saver.save(view, at, 0);
        return page;
      }
      const { events, cursor } = page.right;
      const folded = foldPage(projection, view, events);
      if (isLeft(folded)) return stopped(views, lease, folded.left);
      view = folded.right;
      at = { cursor, folded: at.folded + events.length, last: lastOf(events) ?? at.last };
      progress?.({ part: partOf(lease), folded: at.folded, before, rate: rate(at.folded) });
    }
    const isDue = page === "quiet" || saver.sinceLastMs() >= saveEveryMs;
    const saved = isDue ? await saver.save(view, at, leaseMs) : right(undefined);
    if (isLeft(saved)) return saved;
  }
  return saver.save(view, at, 0);
};

/** What a part is folded from. */
export const queryOf = ({ handles }: ProjectionSource, { part, parts }: Part): LogQuery => ({
  types: handles,
  limit: FOLDED_PAGE,
  ...(parts > 1 && { shard: { number: part, of: parts } }),
});

/** Writes the view where it has changed; else only the lease is prolonged, or given back. */
const saverOf = <View>(views: Pick<ViewStore, "save">, lease: Lease, start: Checkpoint | null) => {
  let [saved, savedMs] = [start, performance.now()];
  return {
    sinceLastMs: () => performance.now() - savedMs,
    save: async (view: View, at: Checkpoint, forMs: number): Promise<Either<ViewStoreError | LeaseLost, void>> => {
      const isEnd = forMs === 0;
      const hasChanged = saved === null || at.folded !== saved.folded || (isEnd && at.cursor !== saved.cursor);
      const change = hasChanged ? { saved: { checkpoint: at, view: encodeView(view) }, forMs } : { forMs };
      const done = await views.save(lease, change)();
      [saved, savedMs] = [hasChanged ? at : saved, performance.now()];
      return done;
    },
  };
};

const stopped = async (
  views: Pick<ViewStore, "save">,
  lease: Lease,
  deadLetter: DeadLetter,
): Promise<Either<ProjectionStopped | ViewStoreError | LeaseLost, never>> => {
  const told = await views.save(lease, { deadLetter, forMs: 0 })();
  return isLeft(told) ? told : left({ code: "ProjectionStopped", part: partOf(lease), deadLetter });
};

const lastOf = (events: ReadonlyArray<Fact>): Checkpoint["last"] => {
  const last = events.at(-1);
  return last === undefined ? null : { stream: last.stream, version: last.version, recordedAt: last.recordedAt };
};

const partOf = ({ name, version, build, parts, part }: Lease): Part => ({ name, version, build, parts, part });

const rateFrom = (folded: number) => {
  const begun = performance.now();
  return (now: number): number => ((now - folded) * 1000) / Math.max(1, performance.now() - begun);
};
