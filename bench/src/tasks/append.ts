import { populate } from "@motcua/simulator";
import { openSqliteEventStore } from "@motcua/sqlite";
import { isLeft } from "fp-ts/lib/Either.js";
import { argument, measure } from "../measure.ts";

// What `motcua simulate` does: decide, check and append, in batches, each committed durably.
await measure(async () => {
  const opened = await openSqliteEventStore({ file: argument(1), commits: "thread" })();
  if (isLeft(opened)) throw new Error(opened.left.code);
  const populated = await populate(opened.right, { year: 2018, dossiers: Number(argument(0)), seed: 1 })();
  if (isLeft(populated)) throw new Error(populated.left.code);
  await opened.right.close();
  return populated.right.events;
});
