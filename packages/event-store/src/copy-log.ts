import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { AppendError, ReadError } from "./errors.js";
import type { RecordedEvent } from "./event.js";
import { logPages } from "./pages.js";
import type { EventStore } from "./port.js";
import { isSameEvent, type Place, placeOf } from "./same-event.js";
import { takeEvents } from "./take-events.js";

/** The two logs are not the same where they should be; `from` or `to` is `null` where that log ends. */
export interface LogsDiffer {
  readonly code: "LogsDiffer";
  /** Which event of the log, from 1. */
  readonly place: number;
  readonly from: Place | null;
  readonly to: Place | null;
}

/** An error of the log that is copied, or of the one that it is copied to. */
export interface CopyFailed {
  readonly code: "CopyFailed";
  readonly at: "from" | "to";
  readonly error: ReadError | AppendError;
}

export type CopyError = LogsDiffer | CopyFailed;

export interface Copied {
  /** How many events the copy holds. */
  readonly events: number;
  /** How many of them were there before: from an earlier run that was interrupted. */
  readonly before: number;
}

export interface CopyOptions {
  /** Most events that are read and written at once. Default 2,000. */
  readonly limit?: number;
  /** How far it is; called after each page. */
  readonly progress?: (step: "copying" | "verifying", events: number) => void;
}

/**
 * Copies a whole log into another store: ids, order, versions, both times, and then reads both again and compares them.
 *
 * Nobody may write to either of them meanwhile. If it is interrupted, it is begun again: what is there already is compared,
 * and the rest follows. A log that holds anything else is left as it is, and answered `LogsDiffer`.
 *
 * @example
 * const copied = await copyLog(inMemoryEventStore(), inMemoryEventStore())();
 */
export const copyLog =
  (
    from: EventStore,
    to: EventStore,
    { limit = 2_000, progress = () => undefined }: CopyOptions = {},
  ): TaskEither<CopyError, Copied> =>
  async () => {
    let before = 0;
    let events = 0;
    for await (const pair of pairs(from, to, limit)) {
      if (isLeft(pair)) return pair;
      const { place, given, found } = pair.right;
      const difference = firstDifference(place, given, found);
      if (difference !== undefined) return left(difference);
      const missing = given.slice(found.length);
      const restored = missing.length === 0 ? right(undefined) : await to.restore(missing)();
      if (isLeft(restored)) return left({ code: "CopyFailed", at: "to", error: restored.left });
      before += found.length;
      events += given.length;
      progress("copying", events);
    }
    const verified = await compared(from, to, limit, (count) => progress("verifying", count));
    return isLeft(verified) ? verified : right({ events, before });
  };

/** Compares two whole logs, event for event: how many there are. */
const compared = async (
  from: EventStore,
  to: EventStore,
  limit: number,
  progress: (events: number) => void,
): Promise<Either<CopyError, number>> => {
  let events = 0;
  for await (const pair of pairs(from, to, limit)) {
    if (isLeft(pair)) return pair;
    const { place, given, found } = pair.right;
    const difference = firstDifference(place, given, found) ?? endOf(place, given, found);
    if (difference !== undefined) return left(difference);
    events += given.length;
    progress(events);
  }
  return right(events);
};

interface Pair {
  /** The place of the first event. */
  readonly place: number;
  /** A page of the one log, and what stands at its place in the other, as far as that goes. */
  readonly given: ReadonlyArray<RecordedEvent>;
  readonly found: ReadonlyArray<RecordedEvent>;
}

/** Both logs, page by page, side by side. The last pair holds what the other log has beyond the end of the first. */
async function* pairs(
  from: EventStore,
  to: EventStore,
  limit: number,
): AsyncGenerator<Either<CopyFailed, Pair>, void, void> {
  const other = takeEvents(to);
  let place = 1;
  for await (const page of logPages(from, { limit })) {
    if (isLeft(page)) return yield left({ code: "CopyFailed", at: "from", error: page.left });
    const given = page.right.events;
    const found = await other(page.right.atEnd ? given.length + 1 : given.length);
    if (isLeft(found)) return yield left({ code: "CopyFailed", at: "to", error: found.left });
    yield right({ place, given, found: found.right });
    place += given.length;
  }
}

const firstDifference = (
  place: number,
  given: ReadonlyArray<RecordedEvent>,
  found: ReadonlyArray<RecordedEvent>,
): LogsDiffer | undefined => {
  const index = found.findIndex((event, n) => !isSame(event, given[n]));
  return index < 0 ? undefined : differ(place + index, given[index], found[index]);
};

const endOf = (
  place: number,
  given: ReadonlyArray<RecordedEvent>,
  found: ReadonlyArray<RecordedEvent>,
): LogsDiffer | undefined =>
  found.length >= given.length ? undefined : differ(place + found.length, given[found.length], undefined);

const differ = (place: number, from: RecordedEvent | undefined, to: RecordedEvent | undefined): LogsDiffer => ({
  code: "LogsDiffer",
  place,
  from: from === undefined ? null : placeOf(from),
  to: to === undefined ? null : placeOf(to),
});

const isSame = (one: RecordedEvent, other: RecordedEvent | undefined): boolean =>
  other !== undefined && isSameEvent(one, other);
