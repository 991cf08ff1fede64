import type { AccessDenied, StoreDamaged, StoreUnavailable } from "@motcua/event-store";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { EventStoreDbClient, Resolved, Results, StoredEvent } from "./client.js";
import type { Connection } from "./connection.js";
import { failure, faultOf } from "./failure.js";
import { takeEach } from "./in-time.js";
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

type Take = (result: Resolved) => "more" | "enough";

export const makeReader = (connection: Connection, life: Life, { timeoutMs, retryForMs }: Settings): Reader => {
  const once: Reader["once"] = (open, take) => takeEach(timeoutMs, () => open(connection.client()), take);

  const read: Reader["read"] = async (open) => {
    const giveUpAt = Date.now() + retryForMs;
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
        if (!again || life.closing.aborted || Date.now() >= giveUpAt) return left(failure(cause));
        await pause(attempt, life.closing);
      }
    }
  };
  return { read, once };
};
