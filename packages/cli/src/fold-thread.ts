// The program of a thread that folds one share of a log: says how far it is, and in the end what it has.
import { parentPort, workerData } from "node:worker_threads";
import { type EventStore, project } from "@motcua/event-store";
import { openSqliteEventStore } from "@motcua/sqlite";
import { isLeft, left } from "fp-ts/lib/Either.js";
import type { FoldMessage, FoldTask } from "./fold-in-thread.js";
import { projections, type Views, within } from "./report/projections.js";

const { file, projection, shard, sight }: FoldTask = workerData;
const say = (message: FoldMessage) => parentPort?.postMessage(message);

const fold = <Name extends keyof Views>(store: Pick<EventStore, "readAll">, name: Name) =>
  project(store, projections[name], {
    shard,
    only: within(sight),
    progress: (events) => say({ kind: "folded", events }),
  });

const opened = await openSqliteEventStore({ file, mode: "readOnly" })();
if (isLeft(opened)) {
  const { code } = opened.left;
  say({ kind: "done", view: left({ code: "StoreUnavailable", inDoubt: false, detail: code, cause: undefined }) });
} else {
  const view = await fold(opened.right, projection)();
  await opened.right.close();
  say({ kind: "done", view });
}
