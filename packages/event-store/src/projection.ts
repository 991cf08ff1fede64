import { isLeft, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { ReadError } from "./errors.js";
import type { RecordedEvent } from "./event.js";
import { logPages } from "./pages.js";
import type { EventStore, LogQuery } from "./port.js";

/**
 * A view as a fold over the log.
 *
 * `empty()` makes an accumulator that the fold then owns: `step` may change it in place and returns it. Where `concat` is
 * given, folding two shards of whole streams apart and joining them equals folding all.
 */
export interface Projection<View, Event = RecordedEvent> {
  readonly name: string;
  readonly version: number;
  /** The types of events that it reads; the store sends no others. */
  readonly handles: ReadonlyArray<string>;
  readonly empty: () => View;
  readonly step: (view: View, event: Event) => View;
  readonly concat?: (a: View, b: View) => View;
}

export interface FoldOptions extends Pick<LogQuery, "after" | "categories" | "shard" | "limit"> {
  /** Leaves out events that are not to be seen, such as those recorded after an instant. */
  readonly only?: (event: RecordedEvent) => boolean;
  /** Called after every page with the number of events folded so far. */
  readonly progress?: (folded: number) => void;
}

/** Small enough for a page to die young: with 5,000 events the garbage collector moved each page before it let it go. */
const PAGE = 1_000;

/** Folds what the log holds now, a page at a time: memory holds the view and one page. */
export const project =
  <View>(
    store: Pick<EventStore, "readAll">,
    projection: Projection<View>,
    { only, progress, ...query }: FoldOptions = {},
  ): TaskEither<ReadError, View> =>
  async () => {
    let view = projection.empty();
    let folded = 0;
    for await (const page of logPages(store, { limit: PAGE, ...query, types: projection.handles })) {
      if (isLeft(page)) return left(page.left);
      for (const event of page.right.events) {
        if (only === undefined || only(event)) view = projection.step(view, event);
      }
      folded += page.right.events.length;
      progress?.(folded);
    }
    return right(view);
  };
