import type { ViewStore } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { openPostgresViewStore, type PostgresViewsOptions } from "../../src/index.js";

export const openedViews = async (options: PostgresViewsOptions): Promise<ViewStore> => {
  const views = await openPostgresViewStore(options)();
  if (isLeft(views)) throw new Error(JSON.stringify(views.left));
  return views.right;
};

/** View stores for the suites of the testkit, each in a schema of its own: quicker made than a database. */
export const viewStoresIn = (newDatabase: () => Promise<string>) => {
  const places = new WeakMap<ViewStore, PostgresViewsOptions>();
  let database: Promise<string> | undefined;
  let made = 0;
  const openAt = async (place: PostgresViewsOptions): Promise<ViewStore> => {
    const views = await openedViews(place);
    places.set(views, place);
    return views;
  };
  return {
    open: async (): Promise<ViewStore> => {
      database ??= newDatabase();
      return openAt({ url: await database, schema: `views_${++made}` });
    },
    openAgain: async (first: ViewStore): Promise<ViewStore> => {
      const place = places.get(first);
      if (place === undefined) throw new Error("it was not opened here");
      return openAt(place);
    },
  };
};
