import { setTimeout as sleep } from "node:timers/promises";
import { afterEach } from "vitest";
import {
  type EventStoreDbCall,
  type EventStoreDbDouble,
  type EventStoreDbDoubleOptions,
  type EventStoreDbMethod,
  startEventStoreDbDouble,
} from "../../src/eventstoredb-double/index.js";
import { type AppendPath, expecting } from "./probe/ask.js";
import { loadClient, PACKAGES, type ProbeClient, type Recorded, type WireEvent } from "./probe/client.js";

/** The doubles and clients of one test file, for one client package. What a test started is gone when it ends. */
export interface Doubles {
  readonly start: (options?: Omit<EventStoreDbDoubleOptions, "client">) => Promise<EventStoreDbDouble>;
  readonly connect: (connectionString: string) => ProbeClient;
}

export const doublesFor = (name: keyof typeof PACKAGES): Doubles => {
  const clients: ProbeClient[] = [];
  const doubles: EventStoreDbDouble[] = [];
  afterEach(async () => {
    // Some of the clients wait for calls that nothing ends.
    for (const client of clients.splice(0)) await Promise.race([client.dispose(), sleep(100)]);
    for (const double of doubles.splice(0)) await double.stop();
  });
  return {
    start: async (options = {}) => {
      const double = await startEventStoreDbDouble({ client: PACKAGES[name], ...options });
      doubles.push(double);
      return double;
    },
    connect: (connectionString) => {
      // The reader of K waits this long, in milliseconds, before it connects: half a second, if it is not told.
      const client = loadClient(name).connect(`${connectionString}&discoveryInterval=10`);
      clients.push(client);
      return client;
    },
  };
};

/** What an append comes to: its revision, the type or message of its error, or that nothing has come yet. */
export const appendOf =
  (client: ProbeClient, path: AppendPath = "batch") =>
  async (stream: string, events: ReadonlyArray<WireEvent>, expected: Parameters<typeof expecting>[0] = "any") => {
    const credentials = path === "unary" ? { credentials: { username: "admin", password: "changeit" } } : {};
    return client.appendToStream(stream, events, { ...expecting(expected), ...credentials }).then(
      ({ nextExpectedRevision }) => nextExpectedRevision,
      (error: { readonly type?: string; readonly code?: number; readonly message: string }) =>
        error.type === "unknown" ? error.message : (error.type ?? `code ${error.code}`),
    );
  };

/** The last call of a method: clients ask for other things in between. */
export const lastOf = ({ journal }: EventStoreDbDouble, method: EventStoreDbMethod): EventStoreDbCall | undefined =>
  journal.filter((call) => call.method === method).at(-1);

export const SILENCE = "silence" as const;

/** The answer, or that none has come in the time given: half a second. */
export const orSilence = async <Answer>(answer: Promise<Answer>, ms = 500): Promise<Answer | typeof SILENCE> =>
  Promise.race([answer, sleep(ms, SILENCE)]);

/** What a read gives before it ends, and how it ends. */
export const readingOf = async (
  events: AsyncIterable<{ readonly event?: Recorded }>,
): Promise<{ readonly ids: ReadonlyArray<string>; readonly end: string }> => {
  const ids: string[] = [];
  try {
    for await (const { event } of events) if (event !== undefined) ids.push(event.id);
    return { ids, end: "end" };
  } catch (error) {
    return { ids, end: String((error as { readonly type?: string }).type) };
  }
};
