import { type Either, isLeft, left, map, right } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import type { AppendError, ReadError } from "./errors.js";
import { categoryOf, type RecordedEvent } from "./event.js";
import { holds } from "./expectation.js";
import { follow } from "./follow.js";
import { type CheckedEvent, checkEvents, checkLimit } from "./limits.js";
import type { Appended, Cursor, EventStore, Expected, LogPage, LogQuery, StreamPage, StreamQuery } from "./port.js";
import { checkStreamQuery } from "./query.js";
import { repetitionOf } from "./repetition.js";
import { makeBell } from "./wake.js";

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

  const append = (
    stream: string,
    events: ReadonlyArray<CheckedEvent>,
    expected: Expected,
  ): Either<AppendError, Appended> => {
    const known = events.flatMap(({ event }) => byId.get(event.id) ?? []);
    const current = streams.get(stream) ?? [];
    const conflict = left<AppendError>({ code: "VersionConflict", stream, expected, actual: current.length });
    if (known.length > 0) {
      const repetition = repetitionOf(stream, events, expected, known);
      if (repetition.kind === "same") return right({ version: repetition.version });
      return repetition.kind === "conflict" ? conflict : left({ code: "EventIdReused", stream, id: repetition.id });
    }
    if (!holds(expected, current.length)) return conflict;
    if (events.length === 0) return right({ version: current.length });

    const recordedAt = clock();
    streams.set(stream, current);
    for (const { event, data, meta } of events) {
      const recorded: RecordedEvent = deepFreeze({
        id: event.id,
        type: event.type,
        schemaVersion: event.schemaVersion,
        occurredAt: event.occurredAt,
        data: JSON.parse(data),
        meta: JSON.parse(meta),
        stream,
        version: current.length + 1,
        recordedAt,
      });
      current.push(recorded);
      log.push(recorded);
      byId.set(recorded.id, recorded);
    }
    bell.ring();
    return right({ version: current.length });
  };

  const readStream = (stream: string, query: StreamQuery = {}): Either<ReadError, StreamPage> =>
    pipe(
      checkStreamQuery(query),
      map(({ from, limit, backward }) => {
        const events = streams.get(stream) ?? [];
        const version = events.length;
        if (backward) {
          const last = Math.min(from ?? version, version);
          const page = events.slice(Math.max(0, last - limit), last).reverse();
          const next = last - page.length;
          return { events: page, version, next: next > 0 ? next : null };
        }
        const first = from ?? 1;
        const page = events.slice(first - 1, first - 1 + limit);
        const next = first + page.length;
        return { events: page, version, next: next <= version ? next : null };
      }),
    );

  const readAll = (query: LogQuery = {}): Either<ReadError, LogPage> => {
    const limit = checkLimit(query.limit);
    if (isLeft(limit)) return limit;
    const after = query.after ?? "";
    if (!/^\d{0,15}$/.test(after) || Number(after) > log.length) return left({ code: "CursorRefused", cursor: after });
    const types = query.types && new Set(query.types);
    const categories = query.categories && new Set(query.categories);
    const events: RecordedEvent[] = [];
    let position = Number(after);
    while (position < log.length && events.length < limit.right) {
      const event = log[position++] as RecordedEvent;
      if (types?.has(event.type) === false || categories?.has(categoryOf(event.stream)) === false) continue;
      events.push(event);
    }
    return right({ events, cursor: cursorAt(position), atEnd: position === log.length });
  };

  const port: Omit<EventStore, "subscribe"> = {
    append: (stream, events, expected) => async () =>
      pipe(checkEvents(stream, events), (checked) =>
        isLeft(checked) ? checked : append(stream, checked.right, expected),
      ),
    readStream: (stream, query) => async () => readStream(stream, query),
    readAll: (query) => async () => readAll(query),
    head: async () => right({ cursor: cursorAt(log.length), events: log.length }),
    capabilities: { durable: false, uniqueIds: "log" },
    close: async () => undefined,
  };
  return { ...port, subscribe: (subscription) => follow(port.readAll, bell.heard, subscription) };
};

const cursorAt = (position: number): Cursor => (position === 0 ? "" : String(position)) as Cursor;

const deepFreeze = <T>(value: T): T => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const member of Object.values(value)) deepFreeze(member);
  }
  return value;
};
