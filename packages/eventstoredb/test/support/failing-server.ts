import type { EventStore } from "@motcua/event-store";
import { type ClientPackage, type EventStoreDbDouble, startEventStoreDbDouble } from "@motcua/testkit";
import { onTestFinished } from "vitest";
import {
  type ClientSource,
  type EventStoreDbClient,
  type EventStoreDbOptions,
  eventStoreDbEventStore,
} from "../../src/index.js";
import { makeClient } from "./client.js";

/** A double that a test may break, and stores on it that are soon out of patience. Both end with the test. */
export interface FailingServer {
  readonly double: EventStoreDbDouble;
  readonly client: (options?: string) => EventStoreDbClient;
  readonly store: (options?: EventStoreDbOptions, source?: ClientSource) => EventStore;
}

export const failingServer = async (name: ClientPackage, batchAppend = true): Promise<FailingServer> => {
  const double = await startEventStoreDbDouble({ client: name, batchAppend });
  const stores = new Set<EventStore>();
  onTestFinished(async () => {
    double.heal();
    double.thaw();
    await Promise.all([...stores].map((store) => store.close()));
    await double.stop();
  });
  const client = (options = "") => makeClient(name, `${double.connectionString}&discoveryInterval=10${options}`);
  return {
    double,
    client,
    store: (options, source = () => client()) => {
      const store = eventStoreDbEventStore(source, { timeoutMs: 300, retryForMs: 3_000, ...options });
      stores.add(store);
      return store;
    },
  };
};
