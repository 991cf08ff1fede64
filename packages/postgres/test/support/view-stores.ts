import type { OpenError, ProcessStore, ViewStore } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import {
  openPostgresProcessStore,
  openPostgresViewStore,
  type PostgresProcessesOptions,
  type PostgresViewsOptions,
} from "../../src/index.js";

const opened = async <Store>(opening: TaskEither<OpenError, Store>): Promise<Store> => {
  const store = await opening();
  if (isLeft(store)) throw new Error(JSON.stringify(store.left));
  return store.right;
};

export const openedViews = (options: PostgresViewsOptions): Promise<ViewStore> =>
  opened(openPostgresViewStore(options));

export const openedStates = (options: PostgresProcessesOptions): Promise<ProcessStore> =>
  opened(openPostgresProcessStore(options));

/** Stores for the suites of the testkit, each in a schema of its own: quicker made than a database. */
const storesIn =
  <Store extends object>(open: (options: PostgresViewsOptions) => TaskEither<OpenError, Store>) =>
  (newDatabase: () => Promise<string>) => {
    const places = new WeakMap<Store, PostgresViewsOptions>();
    let database: Promise<string> | undefined;
    let made = 0;
    const openAt = async (place: PostgresViewsOptions): Promise<Store> => {
      const store = await opened(open(place));
      places.set(store, place);
      return store;
    };
    return {
      open: async (): Promise<Store> => {
        database ??= newDatabase();
        return openAt({ url: await database, schema: `views_${++made}` });
      },
      openAgain: async (first: Store): Promise<Store> => {
        const place = places.get(first);
        if (place === undefined) throw new Error("it was not opened here");
        return openAt(place);
      },
    };
  };

export const viewStoresIn = storesIn(openPostgresViewStore);
export const processStoresIn = storesIn(openPostgresProcessStore);
