import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { EventStore } from "../port.js";
import type { FactLog } from "./fact.js";
import { foldPart } from "./fold-part.js";
import type { PagesAfter } from "./pages-after.js";
import type { Projection } from "./projection.js";
import { LEASE_MS, type RunError, type WorkerOptions } from "./run-options.js";
import { savedStart } from "./saved-start.js";
import type { Part, ViewStore } from "./view-store.js";

/** A log that views are folded from. */
export type ProjectedLog = FactLog & Pick<EventStore, "readStream">;

/** What a worker works with. */
export interface Run<View> {
  readonly log: ProjectedLog;
  readonly views: ViewStore;
  readonly projection: Projection<View>;
  readonly options: WorkerOptions;
}

/** Folds a part, unless another one holds it. Who has lost it in the midst has written nothing since. */
export const foldIfFree = async <View>(
  { log, views, projection, options }: Run<View>,
  part: Part,
  pages: PagesAfter,
): Promise<Either<RunError, "folded" | "held">> => {
  const { owner, leaseMs = LEASE_MS } = options;
  const lease = await views.claim(part, owner, leaseMs)();
  if (isLeft(lease)) return lease;
  if (lease.right === null) return right("held");
  const start = await savedStart<View>(log, views, part);
  if (isLeft(start)) {
    await views.save(lease.right, { forMs: 0 })();
    return start;
  }
  const folded = await foldPart(views, projection, lease.right, start.right, pages, options);
  if (isLeft(folded)) return folded.left.code === "LeaseLost" ? right("held") : folded;
  return right("folded");
};
