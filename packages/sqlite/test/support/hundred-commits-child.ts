// A hundred commits, each awaited: through the store, or by the driver with the level of synchronisation it chooses itself.
import { randomUUID } from "node:crypto";
import { openSqliteEventStore } from "@motcua/sqlite";
import Database from "better-sqlite3";
import { isLeft } from "fp-ts/lib/Either.js";

const [file = "", how = "store"] = process.argv.slice(2);

if (how === "inline" || how === "thread") {
  const store = await openSqliteEventStore(how === "thread" ? { file, commits: how } : { file })();
  if (isLeft(store)) throw new Error(store.left.code);
  for (let n = 0; n < 100; n++) {
    const event = { id: randomUUID(), type: "T", schemaVersion: 1, occurredAt: 0, data: {}, meta: {} };
    const answer = await store.right.append("sync-1", [event], "any")();
    if (isLeft(answer)) throw new Error(answer.left.code);
  }
} else {
  const connection = new Database(file);
  connection.exec("CREATE TABLE IF NOT EXISTS caller (n INTEGER)");
  for (let n = 0; n < 100; n++) connection.exec("INSERT INTO caller VALUES (1)");
}
// Ended hard, so that what a tidy end would sync is not counted.
process.kill(process.pid, "SIGKILL");
