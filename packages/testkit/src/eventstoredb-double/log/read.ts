import { type Either, left, right } from "fp-ts/lib/Either.js";
import { retentionIn } from "./check-write.js";
import type { LogEvent, StreamDeleted } from "./event.js";
import { type Filter, passes } from "./filter.js";
import { firstVisible } from "./metadata.js";
import { indexAt, type Store } from "./store.js";

type Direction = "forwards" | "backwards";

export interface StreamRead {
  readonly stream: string;
  /** A revision, inclusive. */
  readonly from: "start" | "end" | bigint;
  readonly direction: Direction;
  readonly limit: bigint;
}

export interface AllRead {
  /** A position: inclusive forwards, exclusive backwards. */
  readonly from: "start" | "end" | bigint;
  readonly direction: Direction;
  readonly limit: bigint;
  readonly filter?: Filter;
}

export interface StreamNotFound {
  readonly code: "StreamNotFound";
  readonly stream: string;
}

/** The limit is 0, or the position is no event's. */
export interface InvalidRead {
  readonly code: "InvalidRead";
}

/** The events of one stream that are still to be seen. */
export const readStream = (
  store: Store,
  { stream, from, direction, limit }: StreamRead,
): Either<StreamNotFound | StreamDeleted | InvalidRead, Iterable<LogEvent>> => {
  if (limit === 0n) return left({ code: "InvalidRead" });
  if (store.isClosed(stream)) return left({ code: "StreamDeleted", stream });
  const events = store.stream(stream);
  const retention = retentionIn(store, stream);
  if (events.length === 0 || retention.isDeleted) return left({ code: "StreamNotFound", stream });
  const last = BigInt(events.length) - 1n;
  const first = firstVisible(retention, last);
  const start = from === "start" ? 0n : from === "end" ? (direction === "backwards" ? last : last + 1n) : from;
  return right(
    direction === "forwards"
      ? take(limit, ascending(events, start > first ? start : first))
      : take(limit, descending(events, start < last ? start : last, first)),
  );
};

/** The events of the whole log, those of the server itself and those of deleted streams among them. */
export const readAll = (
  store: Store,
  { from, direction, limit, filter }: AllRead,
): Either<InvalidRead, Iterable<LogEvent>> => {
  const index = startIn(store, from);
  if (limit === 0n || index === undefined) return left({ code: "InvalidRead" });
  const events =
    direction === "forwards" ? ascending(store.all, BigInt(index)) : descending(store.all, BigInt(index) - 1n, 0n);
  return right(take(limit, matching(events, filter)));
};

/** The index of the event that a forward read begins with; `undefined` where the position is no event's. */
export const startIn = (store: Store, from: AllRead["from"]): number | undefined => {
  if (from === "start" || from === 0n) return 0;
  if (from === "end") return store.all.length;
  const index = indexAt(store.all, from);
  return index < 0 ? undefined : index;
};

// Both end where the log ended when they began.
function* ascending(events: ReadonlyArray<LogEvent>, start: bigint): Iterable<LogEvent> {
  const end = events.length;
  for (let index = Number(start); index < end; index++) yield at(events, index);
}

function* descending(events: ReadonlyArray<LogEvent>, start: bigint, first: bigint): Iterable<LogEvent> {
  for (let index = Number(start); index >= Number(first); index--) yield at(events, index);
}

const at = (events: ReadonlyArray<LogEvent>, index: number): LogEvent => {
  const event = events[index];
  if (event === undefined) throw new RangeError(`there is no event at ${index}`);
  return event;
};

function* matching(events: Iterable<LogEvent>, filter: Filter | undefined): Iterable<LogEvent> {
  const wanted = passes(filter);
  for (const event of events) if (wanted(event)) yield event;
}

function* take(limit: bigint, events: Iterable<LogEvent>): Iterable<LogEvent> {
  let left = limit;
  for (const event of events) {
    yield event;
    left -= 1n;
    if (left === 0n) return;
  }
}
