// Begins an append and leaves without closing the store.
import { randomUUID } from "node:crypto";
import { writeSync } from "node:fs";
import { openSqliteEventStore } from "@motcua/sqlite";
import { isLeft } from "fp-ts/lib/Either.js";

const [file = ""] = process.argv.slice(2);

const store = await openSqliteEventStore({ file, commits: "thread" })();
if (isLeft(store)) throw new Error(store.left.code);
const event = { id: randomUUID(), type: "T", schemaVersion: 1, occurredAt: 0, data: {}, meta: {} };
void store.right
  .append("leaving-1", [event], "none")()
  .then((answer) => writeSync(1, `version ${isLeft(answer) ? answer.left.code : answer.right.version}\n`));
