import { type MessageCommandOf, type MessageRules, messageDecider, messageEvents, messageStream } from "@motcua/core";
import type { EventStore, EventStoreError } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { v5 } from "uuid";
import type { Appended } from "./appended.js";

/**
 * Queues messages. Their ids follow from what they say to whom, so there is nothing to load: a stream that is there already
 * is the same message, queued before.
 */
export const queuer = (store: Pick<EventStore, "append">, rules: MessageRules, appended: Appended) => {
  const { decide, initial } = messageDecider(rules);
  return async (
    intent: string,
    id: string,
    command: MessageCommandOf<"queue">,
  ): Promise<Either<EventStoreError, void>> => {
    const decided = decide(command, initial);
    // By no channel: nobody is to be told.
    if (isLeft(decided)) return right(undefined);
    const events = decided.right.map((event, n) => ({
      ...event,
      id: v5(`${id}/${n}`, QUEUED),
      schemaVersion: messageEvents[event.type].schemaVersion,
      meta: { intent },
    }));
    const done = await store.append(messageStream(id), events, "none")();
    if (!isLeft(done)) decided.right.forEach(appended);
    else if (!THERE.has(done.left.code)) return left(done.left);
    return right(undefined);
  };
};

/** Queued before, by the same desk or by another, perhaps at another time of the clock. */
const THERE: ReadonlySet<string> = new Set(["VersionConflict", "EventIdReused"]);

/** The name space of ids of events that queue messages (RFC 9562, version 5). */
const QUEUED = "c9f1b8a6-6f0e-5b52-8f43-0a7b1e5d9c24";
