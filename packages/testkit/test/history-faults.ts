import { setImmediate as nextTurn } from "node:timers/promises";
import {
  type AppendError,
  type EventStore,
  inMemoryEventStore,
  type LogPage,
  type NewEvent,
  type RecordedEvent,
  START,
  type StreamPage,
  unavailable,
  type VersionConflict,
} from "@motcua/event-store";
import { type Either, isLeft, isRight, type Left, left, map, right } from "fp-ts/lib/Either.js";
import type { Violation } from "../src/index.js";
import { onPages } from "./faults/fault.js";
import { positionsBeforeCommit } from "./positions-before-commit.js";

/** A fault that only clients at once can show, or that they must not hide. */
export interface HistoryFault {
  readonly name: string;
  /** What the histories must find; other things may be found with it. */
  readonly caughtAs: Violation["code"];
  readonly plant: (sound: EventStore) => Partial<EventStore>;
}

export const historyFaults: ReadonlyArray<HistoryFault> = [
  {
    name: "a number that is behind is taken for `any`",
    caughtAs: "ExpectationIgnored",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        const answer = await append(stream, events, expected)();
        return isConflict(answer) && typeof expected === "number" ? append(stream, events, "any")() : answer;
      },
    }),
  },
  {
    name: "the version is checked before the append, not inside it",
    caughtAs: "ExpectationIgnored",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        const probe = await append(stream, [], expected)();
        await nextTurn();
        return isLeft(probe) ? append(stream, events, expected)() : append(stream, events, "any")();
      },
    }),
  },
  {
    name: "positions are given out before the commit, and a reader goes on after the last that it saw",
    caughtAs: "PageDiffers",
    plant: positionsBeforeCommit,
  },
  {
    name: "the last event of a full page is lost",
    caughtAs: "PageDiffers",
    plant: onPages((page, limit) =>
      page.events.length === limit && limit > 1 ? { ...page, events: page.events.slice(0, -1) } : page,
    ),
  },
  {
    name: "half of an append is there before the other half",
    caughtAs: "HalfAnAppendSeen",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        if (events.length < 2) return append(stream, events, expected)();
        const first = await append(stream, events.slice(0, 1), expected)();
        await nextTurn();
        return isLeft(first) ? first : append(stream, events.slice(1), first.right.version)();
      },
    }),
  },
  { name: "an id that is known is written once more", caughtAs: "IdStoredTwice", plant: withoutKnowingIds },
  {
    name: "a filter by type is dropped",
    caughtAs: "PageDiffers",
    plant: ({ readAll }) => ({ readAll: ({ types: _, ...query } = {}) => readAll(query) }),
  },
  {
    name: "a filter by category is dropped",
    caughtAs: "PageDiffers",
    plant: ({ readAll }) => ({ readAll: ({ categories: _, ...query } = {}) => readAll(query) }),
  },
  {
    name: "a stream is read as it was when it was read before",
    caughtAs: "NotLinearizable",
    plant: ({ readStream }) => {
      const versions = new Map<string, number>();
      return {
        readStream:
          (stream, query = {}) =>
          async () => {
            const page = await readStream(stream, query)();
            if (isLeft(page) || query.direction === "backward") return page;
            const version = versions.get(stream) ?? page.right.version;
            versions.set(stream, page.right.version);
            const events = page.right.events.filter((event) => event.version <= version);
            const next = (query.from ?? 1) + events.length;
            return right({ events, version, next: next <= version ? next : null });
          },
      };
    },
  },
  {
    name: "the end of the log is where it was a turn ago",
    caughtAs: "NotLinearizable",
    plant: ({ readAll, head }) => {
      let end = 0;
      return {
        readAll: (query) => async () => {
          const seen = end;
          const now = await head();
          if (isRight(now)) setImmediate(() => (end = now.right.events ?? 0));
          const page = await readAll(query)();
          if (isLeft(page) || Number(page.right.cursor) <= seen) return page;
          const after = query?.after ?? START;
          const room = Math.max(0, seen - Number(after));
          return room === 0
            ? right({ events: [], cursor: after, atEnd: true })
            : map((cut: LogPage) => ({ ...cut, atEnd: true }))(
                await readAll({ ...query, limit: Math.min(room, query?.limit ?? 1_000) })(),
              );
        },
      };
    },
  },
  {
    name: "two events of a stream change places in the log",
    caughtAs: "VersionOutOfPlace",
    plant: onPages((page) => {
      const [first, second, ...rest] = page.events;
      return first !== undefined && second?.stream === first.stream
        ? { ...page, events: [second, first, ...rest] }
        : page;
    }),
  },
  {
    name: "every fifth append is acknowledged, and not stored",
    caughtAs: "AcknowledgedNotStored",
    plant: ({ append }) => {
      let calls = 0;
      return {
        append: (stream, events, expected) => async () => {
          if (++calls % 5 !== 0) return append(stream, events, expected)();
          const probe = await append(stream, [], expected)();
          return isLeft(probe) ? probe : right({ version: probe.right.version + events.length });
        },
      };
    },
  },
  {
    name: "an append that timed out is taken for stored when it is repeated",
    caughtAs: "AcknowledgedNotStored",
    plant: ({ append }) => {
      const timedOut = new Set<string>();
      let calls = 0;
      return {
        append: (stream, events, expected) => async () => {
          const id = events[0]?.id ?? "";
          if (timedOut.has(id)) return right({ version: events.length });
          if (++calls % 3 !== 0) return append(stream, events, expected)();
          timedOut.add(id);
          return noAnswer;
        },
      };
    },
  },
  {
    name: "an append without an answer is tried again with other ids",
    caughtAs: "StoredWithoutAppend",
    plant: ({ append }) => {
      let calls = 0;
      return {
        append: (stream, events, expected) => async () => {
          const answer = await append(stream, events, expected)();
          if (++calls % 3 === 0 && isRight(answer)) await append(stream, events.map(withOtherId), "any")();
          return answer;
        },
      };
    },
  },
  {
    name: "a refused append is written all the same",
    caughtAs: "StoredThoughRefused",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        const answer = await append(stream, events, expected)();
        if (isConflict(answer)) await append(stream, events, "any")();
        return answer;
      },
    }),
  },
  {
    name: "a conflict tells the version that the stream had at the last conflict",
    caughtAs: "NotLinearizable",
    plant: ({ append }) => {
      const told = new Map<string, number>();
      return {
        append: (stream, events, expected) => async () => {
          const answer = await append(stream, events, expected)();
          if (!isConflict(answer)) return answer;
          const actual = told.get(stream) ?? answer.left.actual ?? 0;
          told.set(stream, answer.left.actual ?? 0);
          return actual === expected ? answer : left({ ...answer.left, actual });
        },
      };
    },
  },
  {
    name: "a version is answered that others had reached meanwhile",
    caughtAs: "WrongVersion",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        const answer = await append(stream, events, expected)();
        await nextTurn();
        const now = await append(stream, [], "any")();
        return isLeft(answer) ? answer : now;
      },
    }),
  },
  {
    name: "data is written without its last member",
    caughtAs: "ContentChanged",
    plant: ({ append }) => ({
      append: (stream, events, expected) =>
        append(
          stream,
          events.map((event) => ({ ...event, data: {} })),
          expected,
        ),
    }),
  },
];

/** Half of the appends have no answer, and half of those are carried out, at once or later: nothing that breaks a promise. */
export const withTimeouts = (): EventStore => {
  const sound = inMemoryEventStore();
  let calls = 0;
  return {
    ...sound,
    append: (stream, events, expected) => async () => {
      calls++;
      if (calls % 2 === 0) return sound.append(stream, events, expected)();
      if (calls % 8 === 1) await sound.append(stream, events, expected)();
      if (calls % 8 === 3) setImmediate(sound.append(stream, events, expected));
      return noAnswer;
    },
  };
};

/** Keeps each event under an id of its own making, so that it knows none again. */
function withoutKnowingIds({ append, readStream, readAll }: EventStore): Partial<EventStore> {
  const given = new Map<string, string>();
  const own = (event: NewEvent): NewEvent => {
    const id = `${String(given.size).padStart(8, "0")}-0000-4000-9000-000000000000`;
    given.set(id, event.id);
    return { ...event, id };
  };
  const back = <Page extends { readonly events: ReadonlyArray<RecordedEvent> }>(page: Page): Page => ({
    ...page,
    events: page.events.map((event) => ({ ...event, id: given.get(event.id) ?? event.id })),
  });
  return {
    append: (stream, events, expected) => append(stream, events.map(own), expected),
    readStream: (stream, query) => async () => map((page: StreamPage) => back(page))(await readStream(stream, query)()),
    readAll: (query) => async () => map((page: LogPage) => back(page))(await readAll(query)()),
  };
}

const noAnswer = left<AppendError>(unavailable("no answer in time", undefined, true));

const isConflict = (answer: Either<AppendError, unknown>): answer is Left<VersionConflict> =>
  isLeft(answer) && answer.left.code === "VersionConflict";

const withOtherId = (event: NewEvent): NewEvent => ({ ...event, id: `f${event.id.slice(1)}` });
