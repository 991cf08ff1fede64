// The program of the thread that makes a backup: says how far it is, ends with the answer, stops when it is told to.
import { parentPort, workerData } from "node:worker_threads";
import { type CopyTask, copyLog } from "./copy-log.js";
import { loadDriver } from "./driver.js";

const task: CopyTask = workerData;
let next: "go on" | "stop" = "go on";

parentPort?.on("message", () => {
  next = "stop";
});
const answer = await copyLog(await loadDriver(), task, (pages, of) => {
  parentPort?.postMessage({ pages, of });
  return next;
});
parentPort?.postMessage(answer);
parentPort?.close();
