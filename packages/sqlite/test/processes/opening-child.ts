// Opens new files of views and processes, each at the same instant as others do in processes of their own.
import { writeSync } from "node:fs";
import { openSqliteProcessStore, openSqliteViewStore } from "@motcua/sqlite";
import { isLeft } from "fp-ts/lib/Either.js";

const [start = "", ...files] = process.argv.slice(2);
await openSqliteViewStore({ file: ":memory:" })();

for (const [n, file] of files.entries()) {
  while (Date.now() < Number(start) + n * 25);
  const [states, views] = [await openSqliteProcessStore({ file })(), await openSqliteViewStore({ file })()];
  for (const store of [states, views]) if (isLeft(store)) writeSync(1, JSON.stringify(store.left));
  if (!isLeft(states)) await states.right.close();
  if (!isLeft(views)) await views.right.close();
}
writeSync(1, "opened");
