// Reads a log from its start until it has read the last event, of the type "Ended", and prints the positions it was shown
// as a digest of `stream version id`. "follow" subscribes; "again" opens the file anew for each page, and goes on from
// the cursor of the last.
import { createHash } from "node:crypto";
import { writeSync } from "node:fs";
import type { LogPage, LogQuery, ReadError } from "@motcua/event-store";
import { openSqliteEventStore } from "@motcua/sqlite";
import { type Either, isLeft } from "fp-ts/lib/Either.js";

const [file = "", how = "follow"] = process.argv.slice(2);
const seen = createHash("sha256");

const opened = async () => {
  const store = await openSqliteEventStore({ file, mode: "readOnly", pollIntervalMs: 5 })();
  if (isLeft(store)) throw new Error(store.left.code);
  return store.right;
};

/** Whether it was the last page. */
const take = (page: Either<ReadError, LogPage>): boolean => {
  if (isLeft(page)) throw new Error(page.left.code);
  for (const { stream, version, id } of page.right.events) seen.update(`${stream} ${version} ${id}\n`);
  return page.right.events.at(-1)?.type === "Ended";
};

writeSync(1, "reading\n");
if (how === "follow") {
  const store = await opened();
  for await (const page of store.subscribe({ signal: new AbortController().signal, limit: 100 })) if (take(page)) break;
  await store.close();
} else {
  let query: LogQuery = { limit: 500 };
  for (let ended = false; !ended; ) {
    const store = await opened();
    const page = await store.readAll(query)();
    ended = take(page);
    if (!isLeft(page)) query = { ...query, after: page.right.cursor };
    await store.close();
  }
}
writeSync(1, seen.digest("hex"));
