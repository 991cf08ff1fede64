// Opens a file, as another user if one is named, and prints how that went.
import { writeSync } from "node:fs";
import { openSqliteEventStore } from "@motcua/sqlite";
import { isLeft } from "fp-ts/lib/Either.js";

const [file = "", user = ""] = process.argv.slice(2);
// Loaded before the change of user, who may not be allowed to read this program.
await (
  (await await openSqliteEventStore({ file: ":memory:" })()) as { right: { close: () => Promise<void> } }
).right.close();
if (user !== "") process.setuid?.(Number(user));

const store = await openSqliteEventStore({ file })();
writeSync(1, isLeft(store) ? store.left.code : "opened");
if (!isLeft(store)) await store.right.close();
