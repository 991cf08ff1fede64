import {
  type EventStore,
  follow,
  type LogPage,
  type Patience,
  type ReadError,
  type Subscription,
} from "@motcua/event-store";
import { type Either, isLeft, isRight } from "fp-ts/lib/Either.js";
import type { EventStoreDbClient } from "./client.js";
import { positionOf } from "./cursor.js";
import type { Life } from "./life.js";
import { type LiveBell, liveBell } from "./live-bell.js";
import { subscriptionFilter } from "./log-filter.js";
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

  const patience: Patience = {
    forMs: reconnectForMs,
    pauseMs: FIRST_PAUSE_MS,
    isOver: () => life.closing.aborted,
  };

  async function* subscribe(subscription: Subscription): AsyncGenerator<Either<ReadError, LogPage>, void, void> {
    const bell = liveBell(client, subscriptionFilter(subscription, names));
    bells.add(bell);
    const read: EventStore["readAll"] = (query) => async () => {
      const page = await readAll(query)();
      if (isLeft(page)) return page;
      const cursor = positionOf(page.right.cursor);
      // Only at the end: while there is much to catch up with, what comes meanwhile would be sent twice.
      if (page.right.atEnd && isRight(cursor)) bell.listen(cursor.right);
      return page;
    };
    try {
      yield* follow(read, bell.heard, subscription, patience);
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

const FIRST_PAUSE_MS = 25;
