import { type Either, left, right } from "fp-ts/lib/Either.js";
import { retentionIn } from "./check-write.js";
import type { LogEvent, StreamDeleted } from "./event.js";
import { type Filter, passes } from "./filter.js";
import { firstVisible } from "./metadata.js";
import { type AllRead, type InvalidRead, startIn } from "./read.js";
import type { Store } from "./store.js";

/** What a subscription says. */
export type Signal =
  | { readonly kind: "event"; readonly event: LogEvent }
  /** Everything before this position has been looked at. */
  | { readonly kind: "checkpoint"; readonly commit: bigint; readonly prepare: bigint }
  | { readonly kind: "caughtUp" }
  /** The stream has been closed for ever; nothing follows. */
  | { readonly kind: "closed"; readonly failure: StreamDeleted };

export interface Followed {
  readonly store: Store;
  /** Resolves when something may have been written, or when the signal aborts. */
  readonly heard: (signal: AbortSignal) => Promise<void>;
  readonly signal: AbortSignal;
}

export interface AllSubscription {
  /** A position, exclusive. */
  readonly after: AllRead["from"];
  /** Only a subscription with a filter sends checkpoints. */
  readonly filter?: Filter;
  /** How many events a page of history looks at. */
  readonly window: number;
  /** How many events are looked at between two checkpoints. */
  readonly checkpointInterval: number;
}

/** The whole log: history, then what comes. Nothing is looked at before the consumer asks for it. */
export const followAll = (
  followed: Followed,
  subscription: AllSubscription,
): Either<InvalidRead, AsyncIterable<Signal>> => {
  const { after } = subscription;
  const start = startIn(followed.store, after);
  if (start === undefined) return left({ code: "InvalidRead" });
  return right(signalsOfAll(followed, subscription, typeof after === "bigint" && after !== 0n ? start + 1 : start));
};

async function* signalsOfAll(
  { store, heard, signal }: Followed,
  { filter, window, checkpointInterval }: AllSubscription,
  start: number,
): AsyncIterable<Signal> {
  const wanted = passes(filter);
  let next = start;
  let looked = 0;

  // History is read in pages, and a checkpoint can only follow a whole page. Where no event of the page was wanted, it is
  // the place where the page began, and its prepare position is 0.
  while (next < store.all.length) {
    const page = store.all.slice(next, next + window);
    let place = { commit: page[0]?.position ?? 0n, prepare: 0n };
    for (const event of page)
      if (wanted(event)) {
        place = placeOf(event);
        yield { kind: "event", event };
      }
    next += page.length;
    looked += page.length;
    // A page that is not full has seen the end.
    if (page.length < window) break;
    if (filter !== undefined && looked >= checkpointInterval) {
      looked %= checkpointInterval;
      yield { kind: "checkpoint", ...place };
    }
  }
  yield { kind: "caughtUp" };

  while (!signal.aborted) {
    const event = store.all[next];
    if (event === undefined) {
      await heard(signal);
      continue;
    }
    next++;
    looked++;
    if (wanted(event)) yield { kind: "event", event };
    if (filter !== undefined && looked >= checkpointInterval) {
      looked = 0;
      yield { kind: "checkpoint", ...placeOf(event) };
    }
  }
}

const placeOf = ({ position }: LogEvent) => ({ commit: position, prepare: position });

/** One stream, whether it is there yet or not, until it is closed for ever. */
export async function* followStream(
  { store, heard, signal }: Followed,
  { stream, after }: { readonly stream: string; readonly after: "start" | "end" | bigint },
): AsyncIterable<Signal> {
  let next = after === "start" ? 0 : after === "end" ? store.stream(stream).length : Number(after) + 1;
  let isCaughtUp = false;
  while (!signal.aborted) {
    if (store.isClosed(stream)) return yield { kind: "closed", failure: { code: "StreamDeleted", stream } };
    const events = store.stream(stream);
    const first = firstVisible(retentionIn(store, stream), BigInt(events.length) - 1n);
    if (first > BigInt(next)) next = first < BigInt(events.length) ? Number(first) : events.length;
    const event = events[next];
    if (event !== undefined) {
      next++;
      yield { kind: "event", event };
    } else if (isCaughtUp) await heard(signal);
    else {
      isCaughtUp = true;
      yield { kind: "caughtUp" };
    }
  }
}
