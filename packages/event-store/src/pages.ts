import { type Either, isLeft } from "fp-ts/lib/Either.js";
import type { ReadError } from "./errors.js";
import type { EventStore, LogPage, LogQuery } from "./port.js";

/** All pages of the log that are there now, one read at a time. Ends after the first error. */
export async function* logPages(
  store: Pick<EventStore, "readAll">,
  query: LogQuery = {},
): AsyncGenerator<Either<ReadError, LogPage>, void, void> {
  let after = query.after;
  for (;;) {
    const page = await store.readAll(after === undefined ? query : { ...query, after })();
    yield page;
    if (isLeft(page) || page.right.atEnd) return;
    after = page.right.cursor;
  }
}
