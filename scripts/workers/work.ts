import { flushCompileCache } from "node:module";
import { setTimeout as sleep } from "node:timers/promises";
import { catchUp, type FollowedLog, keepUp, rebuild, type ViewStore } from "@motcua/event-store";
import { print } from "../child/print.js";
import { tallies } from "./tallies.js";

/** How a worker goes about it. */
export interface Manner {
  /** Again and again to the end of the log, on and on with it, or first anew. */
  readonly how: "catchUp" | "keepUp" | "rebuild";
  readonly owner: string;
  readonly leaseMs: number;
  readonly saveEveryMs: number;
}

/** Folds until it is killed; ends with an error where it is given one that another worker does not account for. */
export const work = async (log: FollowedLog, views: ViewStore, { how, ...options }: Manner): Promise<never> => {
  // One that is killed would leave the next to compile everything again.
  flushCompileCache();
  print("at work\n");
  const forEver = new AbortController().signal;
  const run = { rebuild, catchUp, keepUp };
  for (let next = how; ; ) {
    const done = await run[next](log, views, tallies, { ...options, signal: forEver })();
    if (done._tag === "Left" && done.left.code !== "LeaseLost") throw new Error(JSON.stringify(done.left));
    if (next === "rebuild") next = "catchUp";
    await sleep(5);
  }
};

/** The manner that a test has named to its child. */
export const mannerOf = (word: string): Manner => JSON.parse(word);
