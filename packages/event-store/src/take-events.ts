import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ReadError } from "./errors.js";
import type { RecordedEvent } from "./event.js";
import { logPages } from "./pages.js";
import type { EventStore } from "./port.js";

/** Takes the next events of a log, so many or as many as there are: for comparing it with another source, step by step. */
export const takeEvents = (
  store: Pick<EventStore, "readAll">,
): ((count: number) => Promise<Either<ReadError, ReadonlyArray<RecordedEvent>>>) => {
  const pages = logPages(store);
  let waiting: ReadonlyArray<RecordedEvent> = [];
  return async (count) => {
    while (waiting.length < count) {
      const page = await pages.next();
      if (page.done === true) break;
      if (isLeft(page.value)) return page.value;
      waiting = [...waiting, ...page.value.right.events];
    }
    const taken = waiting.slice(0, count);
    waiting = waiting.slice(count);
    return right(taken);
  };
};
