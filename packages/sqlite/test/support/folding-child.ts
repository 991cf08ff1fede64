// Folds a log into views, in the manner named, until it is killed.
import { openSqliteEventStore, openSqliteViewStore } from "@motcua/sqlite";
import { rightOf } from "../../../../scripts/workers/right-of.js";
import { mannerOf, work } from "../../../../scripts/workers/work.js";

const [log = "", views = "", manner = ""] = process.argv.slice(2);
await work(
  rightOf(await openSqliteEventStore({ file: log, mode: "readOnly", pollIntervalMs: 5 })()),
  rightOf(await openSqliteViewStore({ file: views })()),
  mannerOf(manner),
);
