// The program of the thread that commits: takes groups of requests, answers each in turn, ends when it is told to.
import { parentPort, workerData } from "node:worker_threads";
import type { WriteRequest } from "@motcua/event-store";
import { makeCommit } from "./commit.js";
import { connect } from "./connect.js";
import { loadDriver } from "./driver.js";
import type { SqliteFile } from "./options.js";
import { makeWriter } from "./writer.js";

const file: Pick<SqliteFile, "file" | "mode" | "busyTimeoutMs"> = workerData;
const connection = connect(await loadDriver(), file);
const commit = makeCommit(connection, makeWriter(connection, {}));

parentPort?.on("message", (message: ReadonlyArray<WriteRequest> | "close") => {
  if (message !== "close") return parentPort?.postMessage(commit(message));
  connection.close();
  parentPort?.close();
});
