// The thread of `foldInThread`.
import { parentPort, workerData } from "node:worker_threads";
import { project, type ReadError, unavailable } from "@motcua/event-store";
import { openSqliteEventStore } from "@motcua/sqlite";
import { isLeft, left } from "fp-ts/lib/Either.js";
import type { FoldTask } from "./fold-in-thread.js";
import type { ThreadMessage } from "./in-thread.js";
import { type Views, within } from "./report/projections.js";
import { together } from "./views/together.js";

const { file, names, shard, sight }: FoldTask = workerData;
const say = (message: ThreadMessage<number, ReadError, Partial<Views>>) => parentPort?.postMessage(message);

const opened = await openSqliteEventStore({ file, mode: "readOnly" })();
if (isLeft(opened)) say({ kind: "done", answer: left(unavailable(opened.left.code)) });
else {
  const answer = await project(opened.right, together(names), {
    shard,
    only: within(sight),
    progress: (step) => say({ kind: "step", step }),
  })();
  await opened.right.close();
  say({ kind: "done", answer });
}
