import { argument, measure } from "../measure.ts";
import { runMotcua } from "../run-motcua.ts";

// What an import costs beside its store: an XES log is read whole, its events are made, with their ids, and checked. The
// log, and how many events the source has: those are counted.
await measure(async () => {
  await runMotcua("import", argument(0), "--preset", "receipt", "--dry-run");
  return Number(argument(1));
});
