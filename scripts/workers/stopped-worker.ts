import { setTimeout as sleep } from "node:timers/promises";
import { catchUp, project } from "@motcua/event-store";
import { hasPrinted, start } from "../child/child.js";
import { inOrder, savedView, type Workplace } from "./killed-workers.js";
import { emptyLedger, fill } from "./ledger.js";
import { rightOf } from "./right-of.js";
import { tallies } from "./tallies.js";

/**
 * A worker stops before its first save. Events are added, another worker folds all of them; then the first one goes on.
 *
 * @returns what its save was answered, and what was to be saved and is saved after that
 */
export const stopWorker = async ({ log, views, program }: Workplace) => {
  await addSome(log);
  const manner = { how: "catchUp", owner: "slow", leaseMs: 100, saveEveryMs: 0, stopsBeforeSave: 0 } as const;
  const worker = start(process.execPath, program(manner));
  await hasPrinted(worker, "stops");
  await addSome(log);
  rightOf(await catchUp(log, views, tallies, { owner: "quick" })());

  worker.process.kill("SIGCONT");
  await hasPrinted(worker, "went on");
  worker.process.kill("SIGKILL");
  await worker.ended;
  return {
    late: /went on: (\w+)/.exec(worker.output())?.[1],
    before: inOrder(rightOf(await project(log, tallies)())),
    after: inOrder(await savedView(views)),
  };
};

const addSome = async (log: Workplace["log"]): Promise<void> => {
  const ending = new AbortController();
  const filling = fill(log, emptyLedger(), Math.random, ending.signal);
  await sleep(300);
  ending.abort();
  await filling;
};
