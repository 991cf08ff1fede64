import {
  type Cursor,
  type EventStore,
  type LogQuery,
  logPages,
  type ReadError,
  type RecordedEvent,
} from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import { inTime } from "../contract/expect.js";

/** What comes after a place, and where it ends. */
export interface Through {
  readonly events: ReadonlyArray<RecordedEvent>;
  readonly cursor: Cursor;
}

type From = LogQuery & { readonly after: Cursor };

/** What a query finds up to the end of the log, page by page. */
export const readThrough = async (store: EventStore, query: From): Promise<Either<ReadError, Through>> => {
  const events: RecordedEvent[] = [];
  let cursor = query.after;
  for await (const page of logPages(store, query)) {
    if (isLeft(page)) return page;
    events.push(...page.right.events);
    cursor = page.right.cursor;
  }
  return right({ events, cursor });
};

/** The same by subscription, which ends after `count` events or more; rejects where they do not come. */
export const listenThrough = async (
  store: EventStore,
  query: From,
  count: number,
): Promise<Either<ReadError, Through>> => {
  const ending = new AbortController();
  const events: RecordedEvent[] = [];
  const listening = async (): Promise<Either<ReadError, Through>> => {
    let cursor = query.after;
    for await (const page of store.subscribe({ ...query, signal: ending.signal })) {
      if (isLeft(page)) return page;
      events.push(...page.right.events);
      cursor = page.right.cursor;
      if (events.length >= count) break;
    }
    return right({ events, cursor });
  };
  if (count === 0) return right({ events, cursor: query.after });
  try {
    return await inTime(`${count} events by subscription`, listening(), 5_000);
  } finally {
    ending.abort();
  }
};
