import { isLeft, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { ReadError, StoreDamaged } from "../errors.js";
import type { LogQuery } from "../port.js";
import type { Fact, FactLog } from "./fact.js";
import { pagesToTheEnd } from "./pages-after.js";
import type { Projection } from "./projection.js";

export interface FoldOptions extends Pick<LogQuery, "after" | "categories" | "shard" | "limit"> {
  /** Leaves out events that are not to be seen, such as those recorded after an instant. */
  readonly only?: (event: Fact) => boolean;
  /** Called after every page with the number of events folded so far. */
  readonly progress?: (folded: number) => void;
}

/** Small enough for a page to die young: with 5,000 events the garbage collector moved each page before it let it go. */
export const FOLDED_PAGE = 1_000;

/**
 * Folds what the log holds now, a page at a time: memory holds the view and one page. Rejects with what `step` throws.
 *
 * @example
 * const rows = await project(store, dossierRows)();
 */
export const project =
  <View>(log: FactLog, projection: Projection<View>, options: FoldOptions = {}): TaskEither<ReadError, View> =>
  async () => {
    const { handles, empty, step } = projection;
    const { only, progress, ...query } = options;
    let [view, folded] = [empty(), 0];
    for await (const page of pagesToTheEnd(log)({ limit: FOLDED_PAGE, ...query, types: handles })) {
      if (isLeft(page)) return page;
      try {
        for (const event of page.right.events) if (only === undefined || only(event)) view = step(view, event);
      } catch (cause) {
        if (cause instanceof SyntaxError) return left(unreadable(cause));
        throw cause;
      }
      folded += page.right.events.length;
      progress?.(folded);
    }
    return right(view);
  };

const unreadable = (cause: SyntaxError): StoreDamaged => ({
  code: "StoreDamaged",
  detail: "an event is not JSON",
  cause,
});
