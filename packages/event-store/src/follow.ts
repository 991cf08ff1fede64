import { type Either, isLeft } from "fp-ts/lib/Either.js";
import type { ReadError } from "./errors.js";
import { type EventStore, type LogPage, START, type Subscription } from "./port.js";

/**
 * Catch-up then live, for a store that can say when to look again: read pages after the cursor until there are none,
 * then wait. The cursor alone decides what comes next, so there is no seam between the two at which to lose an event,
 * and nothing is read before the consumer asks for it.
 *
 * @param wait  resolves when it is worth looking again, and at once when the signal aborts; never rejects
 */
export async function* follow(
  readAll: EventStore["readAll"],
  wait: (signal: AbortSignal) => Promise<void>,
  { signal, ...query }: Subscription,
): AsyncGenerator<Either<ReadError, LogPage>, void, void> {
  let after = query.after ?? START;
  while (!signal.aborted) {
    // Not AbortSignal.any: a subscription lives through millions of rounds, and each would stay registered with the signal.
    const round = new AbortController();
    const endRound = () => round.abort();
    signal.addEventListener("abort", endRound);
    try {
      // Asked for before reading: what is appended while we read must not go unheard.
      const heard = wait(round.signal);
      const page = await readAll({ ...query, after })();
      if (signal.aborted) return;
      if (isLeft(page)) return yield page;
      after = page.right.cursor;
      if (page.right.events.length > 0) yield page;
      if (page.right.atEnd) await heard;
    } finally {
      signal.removeEventListener("abort", endRound);
      round.abort();
    }
  }
}
