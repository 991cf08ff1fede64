import type { EventStore } from "@motcua/event-store";
import type { PostgresEventStore, PostgresOptions } from "../../src/index.js";
import { opened, type TestServer } from "./postgres.js";

interface Place {
  readonly url: string;
  readonly schema: string;
}

/** Logs for the suites of the testkit, each in a schema of its own: quicker made than a database. */
export const logsIn = (
  { newDatabase }: Pick<TestServer, "newDatabase">,
  options: Pick<PostgresOptions, "pooler"> = {},
) => {
  let database: Promise<string> | undefined;
  let made = 0;
  const places = new WeakMap<EventStore, Place>();
  const openAt = async (place: Place): Promise<PostgresEventStore> => {
    const store = await opened({ ...place, ...options, pollIntervalMs: 200 });
    places.set(store, place);
    return store;
  };
  return {
    open: async () => {
      database ??= newDatabase();
      return openAt({ url: await database, schema: `log_${++made}` });
    },
    openAgain: async (first: EventStore) => {
      const place = places.get(first);
      if (place === undefined) throw new Error("it was not opened here");
      return openAt(place);
    },
  };
};
