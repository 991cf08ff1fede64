// Folds a log into views of the same database, in the manner named, until it is killed.
import { openPostgresEventStore, openPostgresViewStore } from "@motcua/postgres";
import { rightOf } from "../../../../scripts/workers/right-of.js";
import { mannerOf, work } from "../../../../scripts/workers/work.js";

const [url = "", manner = ""] = process.argv.slice(2);
const [log, views] = await Promise.all([
  openPostgresEventStore({ url, mode: "readOnly", readers: 1 })(),
  openPostgresViewStore({ url })(),
]);
await work(rightOf(log), rightOf(views), mannerOf(manner));
