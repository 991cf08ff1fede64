import {
  type EventStore,
  follow,
  type LogPage,
  type LogQuery,
  type ReadError,
  type Subscription,
} from "@motcua/event-store";
import { type Either, isLeft, isRight } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { EventStoreDbClient } from "./client.js";
import { positionOf } from "./cursor.js";
import type { Life } from "./life.js";
import { type LiveBell, liveBell } from "./live-bell.js";
import { subscriptionFilter } from "./log-filter.js";
import { pause } from "./pause.js";
import type { StreamNames } from "./stream-name.js";

export interface Subscribing {
  readonly readAll: EventStore["readAll"];
  readonly client: () => EventStoreDbClient;
  readonly names: StreamNames;
  readonly life: Life;
  readonly reconnectForMs: number;
}

/**
 * The subscribe of the port, and a way to end all subscriptions. What this store appends is told by the server too: to tell of it
 * here as well would only have it looked for twice.
 */
export const subscribing = ({ readAll, client, names, life, reconnectForMs }: Subscribing) => {
  const bells = new Set<LiveBell>();

  /** A page, asked for until the server is back; the fault where it stays away. */
  const patiently =
    (query: LogQuery | undefined, signal: AbortSignal): TaskEither<ReadError, LogPage> =>
    async () => {
      const giveUpAt = performance.now() + reconnectForMs;
      for (let attempt = 1; ; attempt++) {
        const page = await readAll(query)();
        if (isRight(page) || page.left.code !== "StoreUnavailable") return page;
        if (signal.aborted || life.closing.aborted || performance.now() >= giveUpAt) return page;
        await pause(attempt, signal);
      }
    };

  async function* subscribe(subscription: Subscription): AsyncGenerator<Either<ReadError, LogPage>, void, void> {
    const bell = liveBell(client, subscriptionFilter(subscription, names));
    bells.add(bell);
    const read: EventStore["readAll"] = (query) => async () => {
      const page = await patiently(query, subscription.signal)();
      if (isLeft(page)) return page;
      const cursor = positionOf(page.right.cursor);
      // Only at the end: while there is much to catch up with, what comes meanwhile would be sent twice.
      if (page.right.atEnd && isRight(cursor)) bell.listen(cursor.right);
      return page;
    };
    try {
      yield* follow(read, bell.heard, subscription);
    } finally {
      bells.delete(bell);
      bell.close();
    }
  }

  /** Ends what is listened to, also for a consumer who never asks again. */
  const close = (): void => {
    for (const bell of bells) bell.close();
  };
  return { subscribe, close };
};
