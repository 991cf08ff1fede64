// Appends until one fails, and prints the events that were acknowledged before, then the error.
import { openSqliteEventStore } from "@motcua/sqlite";
import { isLeft } from "fp-ts/lib/Either.js";
import { print } from "../../../../scripts/child/print.js";
import { plannedGroups } from "./planned.js";

const [file = "", seed = "1", commits = "inline"] = process.argv.slice(2);

const store = await openSqliteEventStore(commits === "thread" ? { file, commits } : { file })();
if (isLeft(store)) throw new Error(store.left.code);
for (const group of plannedGroups(Number(seed))) {
  const answers = await Promise.all(
    group.map(({ stream, events, expected }) => store.right.append(stream, events, expected)()),
  );
  const ids = group.flatMap(({ events }, index) => {
    const answer = answers[index];
    return answer === undefined || isLeft(answer) ? [] : events.map(({ id }) => `${id}\n`);
  });
  print(ids.join(""));
  const failed = answers.find(isLeft);
  if (failed === undefined) continue;
  print(JSON.stringify({ ...failed.left, cause: undefined }));
  break;
}
