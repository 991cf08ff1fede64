import { setTimeout as sleep } from "node:timers/promises";
import { type Either, isLeft } from "fp-ts/lib/Either.js";
import type { ReadError } from "./errors.js";
import { type EventStore, type LogPage, START, type Subscription } from "./port.js";

/** How a subscription outlives a store that cannot be reached for a while. */
export interface Patience {
  /** How long it tries, from the first failure on, before it tells of it and ends; in milliseconds. */
  readonly forMs: number;
  /** The first pause before it tries again; each later one is twice as long, up to 1 s, and cut at random by up to half. */
  readonly pauseMs: number;
  /** Whether there is nothing to wait for: the store has been closed. */
  readonly isOver: () => boolean;
}

const LONGEST_PAUSE_MS = 1_000;

/**
 * Catch-up then live, for a store that can say when to look again: read pages after the cursor until there are none,
 * then wait. The cursor alone decides what comes next, so there is no seam between the two at which to lose an event,
 * and nothing is read before the consumer asks for it. For the same reason a lost connection needs no more than patience:
 * the next page is read where the last one ended.
 *
 * @param wait      resolves when it is worth looking again, and at once when the signal aborts; never rejects
 * @param patience  default: none, the first `StoreUnavailable` ends the subscription
 */
export async function* follow(
  readAll: EventStore["readAll"],
  wait: (signal: AbortSignal) => Promise<void>,
  { signal, ...query }: Subscription,
  patience?: Patience,
): AsyncGenerator<Either<ReadError, LogPage>, void, void> {
  let after = query.after ?? START;
  let failingSince: number | undefined;
  let pause = patience?.pauseMs ?? 0;
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
      if (isLeft(page)) {
        failingSince ??= performance.now();
        if (!mayPass(page.left, performance.now() - failingSince, patience)) return yield page;
        await pauseFor(pause, round.signal);
        pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
        continue;
      }
      [failingSince, pause] = [undefined, patience?.pauseMs ?? 0];
      after = page.right.cursor;
      if (page.right.events.length > 0) yield page;
      if (page.right.atEnd) await heard;
    } finally {
      signal.removeEventListener("abort", endRound);
      round.abort();
    }
  }
}

const mayPass = ({ code }: ReadError, failingMs: number, patience: Patience | undefined): boolean =>
  patience !== undefined && code === "StoreUnavailable" && failingMs < patience.forMs && !patience.isOver();

/** A little chance, so that those who lost one server together do not come back together. */
const pauseFor = async (ms: number, signal: AbortSignal): Promise<void> => {
  try {
    await sleep(ms * (0.5 + Math.random() / 2), undefined, { signal });
  } catch {
    // Aborted: there is nothing left to wait for.
  }
};
