import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { copyConflict } from "./copy-conflict.js";
import { decideAppend } from "./decide-append.js";
import { type AppendError, type ReadError, type StoreUnavailable, unavailable } from "./errors.js";
import { categoryOf, type RecordedEvent } from "./event.js";
import { follow } from "./follow.js";
import { type CheckedCopy, checkCopies, type KeptEvent, keepEvents, readBack } from "./limits.js";
import {
  type Appended,
  type EventStore,
  type LogPage,
  type LogQuery,
  START,
  type StreamPage,
  type StreamQuery,
} from "./port.js";
import { cursorAt, positionOf } from "./position-cursor.js";
import { checkLogQuery, checkStreamQuery } from "./query.js";
import { shardOf } from "./shard.js";
import { makeBell } from "./wake.js";
import type { AppendRequest } from "./write-request.js";

export interface InMemoryOptions {
  /** The store's clock, epoch milliseconds. Default: the machine's. */
  readonly clock?: () => number;
}

/**
 * The event store in the memory of one process: the port's meaning in its plainest form, for tests and playgrounds.
 *
 * @example
 * const store = inMemoryEventStore();
 */
export const inMemoryEventStore = ({ clock = Date.now }: InMemoryOptions = {}): EventStore => {
  const log: RecordedEvent[] = [];
  const streams = new Map<string, RecordedEvent[]>();
  const byId = new Map<string, RecordedEvent>();
  const bell = makeBell();

  const append = (request: AppendRequest<KeptEvent>): Either<AppendError, Appended> => {
    const { stream, events } = request;
    const version = streams.get(stream)?.length ?? 0;
    const known = events.flatMap(({ id }) => byId.get(id) ?? []);
    const decided = decideAppend(request, version, known);
    if (isLeft(decided)) return decided;
    if (decided.right.write) {
      const recordedAt = clock();
      add(
        stream,
        events.map((event, index) => recorded(event, stream, version + index + 1, recordedAt)),
      );
      bell.ring();
    }
    return right({ version: decided.right.version });
  };

  const restore = (copies: ReadonlyArray<CheckedCopy>): Either<AppendError, void> => {
    const conflict = copyConflict(copies, (stream) => streams.get(stream)?.length ?? 0);
    if (conflict !== undefined) return left(conflict);
    const known = copies.find(({ id }) => byId.has(id));
    if (known !== undefined) return left({ code: "EventIdReused", stream: known.stream, id: known.id });
    for (const copy of copies) add(copy.stream, [recorded(readBack(copy), copy.stream, copy.version, copy.recordedAt)]);
    return right(bell.ring());
  };

  /** A stream that was handed out goes on as a copy of its own. */
  const add = (stream: string, events: ReadonlyArray<RecordedEvent>): void => {
    const before = streams.get(stream) ?? [];
    const all = Object.isFrozen(before) ? [...before] : before;
    for (const event of events) {
      all.push(event);
      log.push(event);
      byId.set(event.id, event);
    }
    streams.set(stream, all);
  };

  const readStream = (stream: string, query: StreamQuery = {}): Either<ReadError, StreamPage> => {
    const checked = checkStreamQuery(query);
    if (isLeft(checked)) return checked;
    const { from, limit, backward } = checked.right;
    const events = streams.get(stream) ?? [];
    const version = events.length;
    if (backward) {
      const last = Math.min(from ?? version, version);
      const page = events.slice(Math.max(0, last - limit), last).reverse();
      const next = last - page.length;
      return right({ events: page, version, next: next > 0 ? next : null });
    }
    const first = from ?? 1;
    // Most reads are of a whole stream: frozen, it needs no copy.
    if (first === 1 && version <= limit) return right({ events: Object.freeze(events), version, next: null });
    const page = events.slice(first - 1, first - 1 + limit);
    const next = first + page.length;
    return right({ events: page, version, next: next <= version ? next : null });
  };

  const readAll = (query: LogQuery = {}): Either<ReadError, LogPage> => {
    const limit = checkLogQuery(query);
    if (isLeft(limit)) return limit;
    const after = positionOf(query.after ?? START, log.length);
    if (isLeft(after)) return after;
    const types = query.types && new Set(query.types);
    const categories = query.categories && new Set(query.categories);
    const events: RecordedEvent[] = [];
    let position = after.right;
    while (position < log.length && events.length < limit.right) {
      const event = log[position++] as RecordedEvent;
      const { type, stream } = event;
      if (types?.has(type) === false || categories?.has(categoryOf(stream)) === false) continue;
      if (query.shard && shardOf(stream, query.shard.of) !== query.shard.number) continue;
      events.push(event);
    }
    return right({ events, cursor: cursorAt(position), atEnd: position === log.length });
  };

  let closed = false;
  const shut = (): Either<StoreUnavailable, never> => left(unavailable("the store is closed"));

  const port: Omit<EventStore, "subscribe"> = {
    append: (stream, events, expected) => async () => {
      if (closed) return shut();
      const checked = keepEvents(stream, events);
      return isLeft(checked) ? checked : append({ stream, events: checked.right, expected });
    },
    restore: (events) => async () => {
      if (closed) return shut();
      const checked = checkCopies(events);
      return isLeft(checked) ? checked : restore(checked.right);
    },
    readStream: (stream, query) => async () => (closed ? shut() : readStream(stream, query)),
    readAll: (query) => async () => (closed ? shut() : readAll(query)),
    head: async () => (closed ? shut() : right({ cursor: cursorAt(log.length), events: log.length })),
    capabilities: { durable: false, uniqueIds: "log", maxAppendBytes: null },
    close: async () => {
      closed = true;
      bell.ring();
    },
  };
  return { ...port, subscribe: (subscription) => follow(port.readAll, bell.heard, subscription) };
};

/** Written out, since to spread `event` takes twice the time. */
const recorded = (
  { id, type, schemaVersion, occurredAt, data, meta }: KeptEvent,
  stream: string,
  version: number,
  recordedAt: number,
): RecordedEvent => Object.freeze({ id, type, schemaVersion, occurredAt, data, meta, stream, version, recordedAt });
