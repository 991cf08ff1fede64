import { setTimeout as sleep } from "node:timers/promises";
import { type LogPage, type ReadError, START } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Fault } from "./fault.js";

/** Faults of subscriptions and of closing. */
export const livingFaults: ReadonlyArray<Fault> = [
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
    name: "an ended subscription gives the page that it holds",
    caughtBy: "live",
    plant: ({ subscribe }) => ({
      subscribe: async function* (query) {
        let last: Either<ReadError, LogPage> | undefined;
        for await (const page of subscribe(query)) {
          last = page;
          yield page;
        }
        if (last !== undefined) yield last;
      },
    }),
  },
  {
    name: "a closed store goes on answering",
    caughtBy: "closing",
    plant: () => ({ close: async () => undefined }),
  },
  {
    name: "after closing, an append is in doubt",
    caughtBy: "closing",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        const answer = await append(stream, events, expected)();
        return isLeft(answer) && answer.left.code === "StoreUnavailable"
          ? left({ ...answer.left, inDoubt: true })
          : answer;
      },
    }),
  },
  {
    name: "closing does not wait for what is under way",
    caughtBy: "closing",
    plant: ({ append }) => ({
      append: (stream, events, expected) => async () => {
        await sleep(1);
        return append(stream, events, expected)();
      },
    }),
  },
  {
    name: "a subscription to a closed store is one to an empty log",
    caughtBy: "closing",
    plant: ({ subscribe }) => ({
      subscribe: async function* (query) {
        for await (const page of subscribe(query))
          yield isLeft(page) ? right({ events: [], cursor: START, atEnd: true }) : page;
      },
    }),
  },
];
