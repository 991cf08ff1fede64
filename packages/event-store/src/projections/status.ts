import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { ReadError } from "../errors.js";
import { partsIn } from "./builds.js";
import type { FactLog } from "./fact.js";
import { queryOf } from "./fold-part.js";
import { pagesToTheEnd } from "./pages-after.js";
import type { ProjectionSource } from "./projection.js";
import type { PartState, ViewStore, ViewStoreError } from "./view-store.js";

/** Where a projection stands. */
export interface ProjectionStatus {
  readonly name: string;
  readonly version: number;
  /** `"stopped"`: a part stands still before an event that its fold breaks on. */
  readonly state: "never built" | "building" | "serving" | "stopped";
  /** How many events its view was folded from. */
  readonly folded: number;
  /** How many events of its types the log has beyond that; counted up to `LAG_COUNTED`, and then it is more. */
  readonly lag: number;
  /** Of the build that serves, or will. */
  readonly parts: ReadonlyArray<PartState>;
  /** Of the build that is built beside it; empty where there is none. */
  readonly beside: ReadonlyArray<PartState>;
}

/** How many events that have not been folded are counted one by one. */
export const LAG_COUNTED = 10_000;

/** Where a projection stands, also one that was never built. */
export const projectionStatus =
  (
    log: FactLog,
    views: Pick<ViewStore, "parts">,
    projection: ProjectionSource,
  ): TaskEither<ReadError | ViewStoreError, ProjectionStatus> =>
  async () => {
    const { name, version } = projection;
    const all = await views.parts({ name, version })();
    if (isLeft(all)) return all;
    const serving = all.right.filter(({ serves }) => serves);
    const begun = all.right.filter(({ serves }) => !serves);
    const [parts, beside] = serving.length > 0 ? [serving, begun] : [begun, []];
    const lag = await lagOf(log, projection, parts);
    if (isLeft(lag)) return lag;
    const folded = parts.reduce((sum, { checkpoint }) => sum + (checkpoint?.folded ?? 0), 0);
    return right({ name, version, state: stateOf(parts), folded, lag: lag.right, parts, beside });
  };

const stateOf = ([first, ...others]: ReadonlyArray<PartState>): ProjectionStatus["state"] => {
  if (first === undefined) return "never built";
  if ([first, ...others].some(({ deadLetter }) => deadLetter !== null)) return "stopped";
  return first.serves ? "serving" : "building";
};

const lagOf = async (
  log: FactLog,
  projection: ProjectionSource,
  parts: ReadonlyArray<PartState>,
): Promise<Either<ReadError, number>> => {
  const { name, version } = projection;
  const none = partsIn({ name, version, build: 1, parts: 1 });
  let lag = 0;
  for (const part of parts.length === 0 ? none : parts) {
    const after = "checkpoint" in part ? (part as PartState).checkpoint?.cursor : undefined;
    for await (const page of pagesToTheEnd(log)({ ...queryOf(projection, part), ...(after && { after }) })) {
      if (isLeft(page)) return page;
      lag += page.right.events.length;
      if (lag >= LAG_COUNTED) return right(LAG_COUNTED);
    }
  }
  return right(lag);
};
