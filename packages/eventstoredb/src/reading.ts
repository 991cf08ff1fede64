import type { AccessDenied, StoreDamaged, StoreUnavailable } from "@motcua/event-store";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { EventStoreDbClient, Results, StoredEvent } from "./client.js";
import type { Connection } from "./connection.js";
import { failure, faultOf, isSilence } from "./failure.js";
import { type Take, takeEach } from "./in-time.js";
import type { Life } from "./life.js";
import type { Settings } from "./options.js";
import { pause } from "./pause.js";

/** How a read can fail at the server. */
export type ReadFault = StoreUnavailable | StoreDamaged | AccessDenied;

/** Reads from the server. */
export interface Reader {
  /** All results of one call, tried again while the server is away. A stream that is not there has none. */
  readonly read: (
    open: (client: EventStoreDbClient) => Results,
  ) => Promise<Either<ReadFault, ReadonlyArray<StoredEvent>>>;
  /** One call, one attempt. Rejects with what the client rejects with. */
  readonly once: (open: (client: EventStoreDbClient) => Results, take: Take) => Promise<void>;
}

export const makeReader = (connection: Connection, life: Life, { timeoutMs, retryForMs }: Settings): Reader => {
  let failures = 0;
  const once: Reader["once"] = async (open, take) => {
    const client = connection.client();
    try {
      await takeEach(timeoutMs, () => open(client), take);
      failures = 0;
    } catch (cause) {
      const isLost = faultOf(cause).kind === "transient" && !isSilence(cause);
      failures = isLost ? failures + 1 : 0;
      // One client never reads again when the server was away at its first read.
      if (failures >= ENOUGH_FAILURES) connection.replace(client);
      throw cause;
    }
  };

  const read: Reader["read"] = async (open) => {
    const giveUpAt = performance.now() + retryForMs;
    for (let attempt = 1; ; attempt++) {
      const events: StoredEvent[] = [];
      try {
        await once(open, ({ event }) => {
          if (event !== undefined) events.push(event);
          return "more";
        });
        return right(events);
      } catch (cause) {
        const { kind } = faultOf(cause);
        if (kind === "absent") return right([]);
        const again = kind === "transient" || kind === "notLeader";
        if (!again || life.closing.aborted || performance.now() >= giveUpAt) return left(failure(cause));
        await pause(attempt, life.closing);
      }
    }
  };
  return { read, once };
};

/** In a row: a single one is a connection that is made again by itself. */
const ENOUGH_FAILURES = 3;
