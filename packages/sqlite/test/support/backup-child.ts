// Makes a backup, as another user if one is named, and prints how that went; or is killed once so many pages are copied.
import { writeSync } from "node:fs";
import { openSqliteEventStore } from "@motcua/sqlite";
import { isLeft } from "fp-ts/lib/Either.js";

const [file = "", target = "", user = "", killedAt = "Infinity"] = process.argv.slice(2);
if (user !== "") {
  // Loads what the other user may not be allowed to read.
  await openSqliteEventStore({ file, mode: "readOnly" })();
  process.setuid?.(Number(user));
}
const store = await openSqliteEventStore({ file, mode: "readOnly" })();
if (isLeft(store)) throw new Error(store.left.code);
const backup = await store.right.backupTo(target, {
  onProgress: (pages) => {
    if (pages >= Number(killedAt)) process.kill(process.pid, "SIGKILL");
  },
})();
writeSync(1, JSON.stringify(backup));
await store.right.close();
