import { dossierRows } from "@motcua/core";
import { logPages, rebuild } from "@motcua/event-store";
import { openPostgresEventStore, openPostgresViewStore } from "@motcua/postgres";
import { isLeft } from "fp-ts/lib/Either.js";
import { argument, measure } from "../measure.ts";

// From PostgreSQL: the log read alone, or folded into a view that is kept there.
const [url, what] = [argument(0), argument(1)];
const store = await openPostgresEventStore({ url, mode: "readOnly" })();
if (isLeft(store)) throw new Error(store.left.code);
await measure(async () => {
  let events = 0;
  if (what === "read") {
    for await (const page of logPages(store.right, { types: dossierRows.handles })) {
      if (isLeft(page)) throw new Error(page.left.code);
      events += page.right.events.length;
    }
    return events;
  }
  const views = await openPostgresViewStore({ url })();
  if (isLeft(views)) throw new Error(views.left.code);
  const done = await rebuild(store.right, views.right, dossierRows, {
    parts: 1,
    progress: ({ folded }) => {
      events = folded;
    },
  })();
  if (isLeft(done)) throw new Error(done.left.code);
  await views.right.close();
  return events;
});
await store.right.close();
