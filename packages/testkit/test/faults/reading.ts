import { type Cursor, type LogPage, type RecordedEvent, START, type StreamPage } from "@motcua/event-store";
import { isLeft, map, right } from "fp-ts/lib/Either.js";
import { type Fault, onPages } from "./fault.js";

/** Faults of reading streams and the log, page by page. */
export const readingFaults: ReadonlyArray<Fault> = [
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
  {
    name: "a full page is never the end",
    caughtBy: "paging",
    plant: onPages((page, limit) => (page.events.length === limit ? { ...page, atEnd: false } : page)),
  },
  {
    name: "a page of a stream that ends with it has a next",
    caughtBy: "paging",
    plant: ({ readStream }) => ({
      readStream: (stream, query) => async () =>
        map((page: StreamPage) => {
          const last = page.events.at(-1)?.version ?? 0;
          return page.events.length === query?.limit && page.next === null ? { ...page, next: last + 1 } : page;
        })(await readStream(stream, query)()),
    }),
  },
  {
    name: "a page holds one event less than was asked for",
    caughtBy: "paging",
    plant: ({ readAll }) => ({
      readAll: (query = {}) => readAll({ ...query, limit: Math.max(1, (query.limit ?? 1_000) - 1) }),
    }),
  },
  {
    name: "a filter that finds nothing among 1,000 events is at the end",
    caughtBy: "paging",
    plant: ({ readAll }) => ({
      readAll:
        ({ types, ...query } = {}) =>
        async () => {
          if (types === undefined) return readAll(query)();
          return map((page: LogPage) => {
            const events = page.events.filter(({ type }) => types.includes(type));
            return { ...page, events, atEnd: page.atEnd || events.length === 0 };
          })(await readAll({ ...query, limit: 1_000 })());
        },
    }),
  },
];
