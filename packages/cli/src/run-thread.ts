// The thread of `runInThread`.
import { parentPort, workerData } from "node:worker_threads";
import { type Build, catchUp, type RunError, type RunProgress, rebuild, unavailable } from "@motcua/event-store";
import { isLeft, left } from "fp-ts/lib/Either.js";
import type { ThreadMessage } from "./in-thread.js";
import { projections } from "./report/projections.js";
import type { RunTask } from "./run-in-thread.js";
import { openStore } from "./store/open-store.js";
import { openViews } from "./views/open-views.js";

const { name, how, log, views, parts }: RunTask = workerData;
const say = (message: ThreadMessage<RunProgress, RunError, Build>) => parentPort?.postMessage(message);

const work = async () => {
  const store = await openStore(log, "read")();
  if (isLeft(store)) return left(unavailable(store.left.message.en));
  const opened = await openViews(views, "write");
  if (isLeft(opened)) return left(unavailable(opened.left.message.en));
  const run = how === "rebuild" ? rebuild : catchUp;
  const answer = await run(store.right.store, opened.right.views, projections[name] as never, {
    parts,
    progress: (step) => say({ kind: "step", step }),
  })();
  await opened.right.views.close();
  await store.right.store.close();
  return answer;
};

say({ kind: "done", answer: await work() });
