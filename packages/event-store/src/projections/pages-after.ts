import { setTimeout as sleep } from "node:timers/promises";
import { type Either, isLeft } from "fp-ts/lib/Either.js";
import type { ReadError } from "../errors.js";
import type { EventStore, LogQuery } from "../port.js";
import { type FactLog, type FactPage, readFactsOf } from "./fact.js";

/** The pages after a place; `"quiet"` where none has come for a while. */
export type PagesAfter = (query: LogQuery) => AsyncIterable<Either<ReadError, FactPage> | "quiet">;

/** What is there now. The next page is on its way while one is folded. */
export const pagesToTheEnd = (log: FactLog, signal?: AbortSignal) => {
  const readFacts = readFactsOf(log);
  return async function* (query: LogQuery): AsyncGenerator<Either<ReadError, FactPage>, void, void> {
    let next = readFacts(query)();
    while (signal?.aborted !== true) {
      const page = await next;
      const isLast = isLeft(page) || page.right.atEnd;
      if (!isLast) next = readFacts({ ...query, after: page.right.cursor })();
      yield page;
      if (isLast) return;
    }
  };
};

/** What is there, and then what comes, until the signal. */
export const pagesForEver = (
  log: FactLog & Pick<EventStore, "subscribe">,
  signal: AbortSignal,
  quietMs: number,
): PagesAfter => {
  const toTheEnd = pagesToTheEnd(log, signal);
  return async function* (query) {
    let after = query.after;
    for await (const page of toTheEnd(query)) {
      yield page;
      if (isLeft(page)) return;
      after = page.right.cursor;
    }
    const ending = new AbortController();
    const following = log.subscribe({
      ...query,
      ...(after && { after }),
      signal: AbortSignal.any([signal, ending.signal]),
    });
    yield* withPauses(following, quietMs, ending);
  };
};

/** Says so whenever nothing has come for a while. Who stops listening while nothing comes does not wait for what comes next. */
async function* withPauses<A>(
  pages: AsyncIterable<A>,
  ms: number,
  ending: AbortController,
): AsyncGenerator<A | "quiet", void, void> {
  const iterator = pages[Symbol.asyncIterator]();
  try {
    for (let next = iterator.next(); ; ) {
      const round = new AbortController();
      const pause = sleep(ms, "quiet" as const, { signal: round.signal }).catch(() => "quiet" as const);
      const first = await Promise.race([next, pause]);
      round.abort();
      if (first === "quiet") {
        yield "quiet";
        continue;
      }
      if (first.done === true) return;
      yield first.value;
      next = iterator.next();
    }
  } finally {
    ending.abort();
    await iterator.return?.();
  }
}
