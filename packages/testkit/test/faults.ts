import { setTimeout as sleep } from "node:timers/promises";
import {
  type Cursor,
  type EventStore,
  inMemoryEventStore,
  type LogPage,
  type NewEvent,
  type ReadError,
  type RecordedEvent,
  START,
  type StreamPage,
} from "@motcua/event-store";
import { type Either, isLeft, map, right } from "fp-ts/lib/Either.js";

/** A fault that an adapter could have, planted in a store that has none. */
export interface Fault {
  readonly name: string;
  /** The row of the contract that must catch it. */
  readonly caughtBy: string;
  readonly plant: (sound: EventStore) => Partial<EventStore>;
}

export const withFault =
  ({ plant }: Fault) =>
  async (): Promise<EventStore> => {
    const sound = inMemoryEventStore();
    return { ...sound, ...plant(sound) };
  };

export const faults: ReadonlyArray<Fault> = [
  {
    name: "`none` is taken for `any`",
    caughtBy: "versions",
    plant: ({ append }) => ({
      append: (stream, events, expected) => append(stream, events, expected === "none" ? "any" : expected),
    }),
  },
  {
    name: "`exists` is taken for `any`",
    caughtBy: "versions",
    plant: ({ append }) => ({
      append: (stream, events, expected) => append(stream, events, expected === "exists" ? "any" : expected),
    }),
  },
  {
    name: "the version is checked before the append, not inside it",
    caughtBy: "versions",
    plant: ({ append, readStream }) => ({
      append: (stream, events, expected) => async () => {
        const page = await readStream(stream)();
        const version = isLeft(page) ? 0 : page.right.version;
        const probe = await append(stream, [], expected)();
        await sleep(0);
        return isLeft(probe) && version !== 0 ? probe : append(stream, events, isLeft(probe) ? expected : "any")();
      },
    }),
  },
  {
    name: "a conflict is acknowledged, and nothing stored",
    caughtBy: "versions",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        const answer = await append(stream, events, expected)();
        return isLeft(answer) && answer.left.code === "VersionConflict"
          ? right({ version: (answer.left.actual ?? 0) + events.length })
          : answer;
      },
    }),
  },
  {
    name: "every third append is acknowledged, and not stored",
    caughtBy: "versions",
    plant: ({ append }) => {
      let calls = 0;
      return {
        append: (stream, events, expected) =>
          ++calls % 3 === 0 ? async () => right({ version: 1 }) : append(stream, events, expected),
      };
    },
  },
  {
    name: "a conflict does not tell the actual version",
    caughtBy: "versions",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        const answer = await append(stream, events, expected)();
        return isLeft(answer) && answer.left.code === "VersionConflict"
          ? { ...answer, left: { ...answer.left, actual: null } }
          : answer;
      },
    }),
  },
  {
    name: "an id that is known is dropped without a word",
    caughtBy: "idempotence",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        const answer = await append(stream, events, expected)();
        return isLeft(answer) && answer.left.code === "EventIdReused" ? right({ version: 1 }) : answer;
      },
    }),
  },
  {
    name: "a repetition is answered with the version of now",
    caughtBy: "idempotence",
    plant: ({ append, readStream }) => ({
      append: (stream, events, expected) => async () => {
        const answer = await append(stream, events, expected)();
        const page = await readStream(stream)();
        return isLeft(answer) || isLeft(page) ? answer : right({ version: page.right.version });
      },
    }),
  },
  {
    name: "a repetition is a conflict",
    caughtBy: "idempotence",
    plant: ({ append, readStream }) => ({
      append: (stream, events, expected) => async () => {
        const page = await readStream(stream)();
        const known = isLeft(page) ? [] : page.right.events.filter(({ id }) => events.some((event) => event.id === id));
        return append(
          stream,
          known.length > 0 ? events.map((event) => ({ ...event, id: otherId(event.id) })) : events,
          expected,
        )();
      },
    }),
  },
  {
    name: "the events of an append are written one by one",
    caughtBy: "atomicity",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        let answer = await append(stream, events.slice(0, 1), expected)();
        for (const event of events.slice(1)) if (!isLeft(answer)) answer = await append(stream, [event], "any")();
        return answer;
      },
    }),
  },
  {
    name: "`from` is exclusive when reading forward",
    caughtBy: "reading a stream",
    plant: ({ readStream }) => ({
      readStream: (stream, query = {}) =>
        readStream(
          stream,
          query.from !== undefined && query.direction !== "backward" ? { ...query, from: query.from + 1 } : query,
        ),
    }),
  },
  {
    name: "reading backward begins one too early",
    caughtBy: "reading a stream",
    plant: ({ readStream }) => ({
      readStream: (stream, query = {}) =>
        readStream(
          stream,
          query.direction === "backward" && (query.from ?? 0) > 1 ? { ...query, from: (query.from ?? 0) - 1 } : query,
        ),
    }),
  },
  {
    name: "the version of a stream is that of the page",
    caughtBy: "reading a stream",
    plant: ({ readStream }) => ({
      readStream: (stream, query) => async () =>
        map(({ events, next }: { events: ReadonlyArray<RecordedEvent>; next: number | null }) => ({
          events,
          next,
          version: Math.max(0, ...events.map(({ version }) => version)),
        }))(await readStream(stream, query)()),
    }),
  },
  {
    name: "streams are found without regard to case",
    caughtBy: "reading a stream",
    plant: ({ append, readStream }) => ({
      append: (stream, events, expected) => append(stream.toLowerCase(), events, expected),
      readStream: (stream, query) => readStream(stream.toLowerCase(), query),
    }),
  },
  {
    name: "the last event of a full page is dropped",
    caughtBy: "reading all",
    plant: onPages((page, limit) =>
      page.events.length === limit ? { ...page, events: page.events.slice(0, -1) } : page,
    ),
  },
  {
    name: "the cursor skips an event",
    caughtBy: "reading all",
    plant: onPages((page) =>
      page.atEnd || page.cursor === START ? page : { ...page, cursor: String(Number(page.cursor) + 1) as Cursor },
    ),
  },
  {
    name: "two events change places",
    caughtBy: "reading all",
    plant: onPages(({ events: [first, second, ...rest], ...page }) => ({
      ...page,
      events: first === undefined || second === undefined ? [first ?? []].flat() : [second, first, ...rest],
    })),
  },
  {
    name: "the end is said to be there too early",
    caughtBy: "reading all",
    plant: onPages((page) => ({ ...page, atEnd: true })),
  },
  {
    name: "a category is taken for the beginning of a name",
    caughtBy: "reading all",
    plant: ({ readAll }) => ({
      readAll:
        ({ categories, ...query } = {}) =>
        async () =>
          map((page: LogPage) => ({
            ...page,
            events: page.events.filter(
              ({ stream }) => categories?.some((category) => stream.startsWith(category)) ?? true,
            ),
          }))(await readAll(query)()),
    }),
  },
  {
    name: "an unknown cursor is taken for the start",
    caughtBy: "reading all",
    plant: ({ readAll }) => ({
      readAll: (query) => async () => {
        const page = await readAll(query)();
        return isLeft(page) && page.left.code === "CursorRefused" ? readAll({ ...query, after: START })() : page;
      },
    }),
  },
  {
    name: "what is appended between catch-up and live is lost",
    caughtBy: "live",
    plant: ({ readAll, head, subscribe }) => ({
      subscribe: async function* (query) {
        for (let after = query.after ?? START; ; ) {
          const page = await readAll({ ...query, after })();
          if (isLeft(page)) return yield page;
          if (page.right.events.length > 0) yield page;
          after = page.right.cursor;
          if (page.right.atEnd) break;
        }
        await sleep(5);
        const live = await head();
        if (!isLeft(live)) yield* subscribe({ ...query, after: live.right.cursor });
      },
    }),
  },
  {
    name: "the first page is delivered twice",
    caughtBy: "live",
    plant: ({ readAll, subscribe }) => ({
      subscribe: async function* (query) {
        const page = await readAll(query)();
        if (!isLeft(page) && page.right.events.length > 0) yield page;
        yield* subscribe(query);
      },
    }),
  },
  {
    name: "the next page is read while the consumer holds one",
    caughtBy: "live",
    plant: ({ subscribe }) => ({
      subscribe: async function* (query) {
        const pages = subscribe(query)[Symbol.asyncIterator]();
        for (let next = pages.next(); ; ) {
          const page: IteratorResult<Either<ReadError, LogPage>> = await next;
          if (page.done === true) return;
          next = pages.next();
          yield page.value;
        }
      },
    }),
  },
  {
    name: "a subscription leaves its timer behind",
    caughtBy: "live",
    plant: ({ subscribe }) => ({
      subscribe: async function* (query) {
        setTimeout(() => undefined, 3_000);
        yield* subscribe(query);
      },
    }),
  },
  {
    name: "a subscription leaves its listener behind",
    caughtBy: "live",
    plant: ({ subscribe }) => ({
      subscribe: async function* (query) {
        query.signal.addEventListener("abort", () => undefined);
        yield* subscribe(query);
      },
    }),
  },
  {
    name: "data goes through JSON unchecked",
    caughtBy: "limits",
    plant: ({ append }) => ({
      append: (stream, events, expected) => append(stream, events.map(throughJson), expected),
    }),
  },
  {
    name: "text is normalised",
    caughtBy: "fidelity",
    plant: ({ append }) => ({
      append: (stream, events, expected) =>
        append(
          stream,
          events.map((event) => ({ ...event, data: JSON.parse(JSON.stringify(event.data).normalize("NFC")) })),
          expected,
        ),
    }),
  },
  {
    name: "events are looked at only after the call has returned",
    caughtBy: "fidelity",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        await sleep(0);
        return append(stream, events, expected)();
      },
    }),
  },
  {
    name: "readers are given the log's own objects",
    caughtBy: "fidelity",
    plant: ({ readStream, readAll }) => {
      const shared = new Map<string, RecordedEvent>();
      const share = <Page extends { readonly events: ReadonlyArray<RecordedEvent> }>(page: Page): Page => ({
        ...page,
        events: page.events.map((event) => {
          const known = shared.get(event.id) ?? structuredClone(event);
          shared.set(event.id, known);
          return known;
        }),
      });
      return {
        readStream: (stream, query) => async () =>
          map((page: StreamPage) => share(page))(await readStream(stream, query)()),
        readAll: (query) => async () => map((page: LogPage) => share(page))(await readAll(query)()),
      };
    },
  },
  {
    name: "a closed store goes on answering",
    caughtBy: "closing",
    plant: () => ({ close: async () => undefined }),
  },
  {
    name: "an append of nothing is a new version",
    caughtBy: "model",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        const answer = await append(stream, events, expected)();
        return events.length === 0 && !isLeft(answer) ? right({ version: answer.right.version + 1 }) : answer;
      },
    }),
  },
  {
    name: "a share of the log is all of it",
    caughtBy: "reading all",
    plant: ({ readAll }) => ({ readAll: ({ shard: _, ...query } = {}) => readAll(query) }),
  },
  {
    name: "a share is cut by events, not by streams",
    caughtBy: "reading all",
    plant: ({ readAll }) => ({
      readAll:
        ({ shard, ...query } = {}) =>
        async () => {
          const page = await readAll(query)();
          if (shard === undefined || isLeft(page)) return page;
          const events = page.right.events.filter(({ version }) => version % shard.of === shard.number);
          return right({ ...page.right, events });
        },
    }),
  },
];

function onPages(change: (page: LogPage, limit: number) => LogPage): Fault["plant"] {
  return ({ readAll }) => ({
    readAll: (query) => async () => map((page: LogPage) => change(page, query?.limit ?? 1_000))(await readAll(query)()),
  });
}

const otherId = (id: string): string => `f${id.slice(1)}`;

const throughJson = (event: NewEvent): NewEvent => {
  try {
    return { ...event, data: JSON.parse(JSON.stringify(event.data)) };
  } catch {
    return event;
  }
};
