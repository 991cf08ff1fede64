// Appends until it is killed, and prints each event once its append has been acknowledged: `stream version id`.
// With "early" it prints `? id` before that, as a store would that does not wait for its disk.
import { flushCompileCache } from "node:module";
import { openSqliteEventStore } from "@motcua/sqlite";
import { isLeft } from "fp-ts/lib/Either.js";
import { print } from "../../../../scripts/child/print.js";
import { type Planned, plannedGroups } from "./planned.js";

const [file = "", seed = "1", commits = "inline", when = "acknowledged"] = process.argv.slice(2);

const store = await openSqliteEventStore(commits === "thread" ? { file, commits } : { file })();
if (isLeft(store)) throw new Error(store.left.code);
// One that is killed would leave the next to compile everything again.
flushCompileCache();

const append = async ({ stream, events, expected }: Planned): Promise<string> => {
  if (when === "early") print(events.map(({ id }) => `? ${id}\n`).join(""));
  const answer = await store.right.append(stream, events, expected)();
  if (isLeft(answer)) throw new Error(answer.left.code);
  const first = answer.right.version - events.length + 1;
  return events.map(({ id }, index) => `${stream} ${first + index} ${id}\n`).join("");
};

for (const group of plannedGroups(Number(seed))) {
  const acknowledged = await Promise.all(group.map(append));
  if (when !== "early") print(acknowledged.join(""));
}
