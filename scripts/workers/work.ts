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
  /** After how many saves it stops, right before the next, until it is told to go on; `null`: never. */
  readonly stopsBeforeSave: number | null;
}

/** Folds until it is killed; ends with an error where it is given one that another worker does not account for. */
export const work = async (log: FollowedLog, views: ViewStore, manner: Manner): Promise<never> => {
  // One that is killed would leave the next to compile everything again.
  flushCompileCache();
  const forEver = new AbortController().signal;
  const run = { rebuild, catchUp, keepUp };
  const kept = stopping(telling(views), manner.stopsBeforeSave);
  for (let next = manner.how; ; ) {
    const done = await run[next](log, kept, tallies, { ...manner, signal: forEver })();
    if (done._tag === "Left" && done.left.code !== "LeaseLost") throw new Error(JSON.stringify(done.left));
    if (next === "rebuild") next = "catchUp";
    await sleep(5);
  }
};

/** Tells when it has got a part. */
const telling = (views: ViewStore): ViewStore => ({
  ...views,
  claim: (part, owner, forMs) => async () => {
    const lease = await views.claim(part, owner, forMs)();
    if (lease._tag === "Right" && lease.right !== null) print("has a part\n");
    return lease;
  },
});

const stopping = (views: ViewStore, saves: number | null): ViewStore => {
  let before = saves ?? Number.POSITIVE_INFINITY;
  return {
    ...views,
    save: (lease, change) => async () => {
      if (change.saved === undefined || before-- !== 0) return views.save(lease, change)();
      print("stops\n");
      process.kill(process.pid, "SIGSTOP");
      const answer = await views.save(lease, change)();
      print(`went on: ${answer._tag === "Left" ? answer.left.code : "saved"}\n`);
      return answer;
    },
  };
};

/** The manner that a test has named to its child. */
export const mannerOf = (word: string): Manner => JSON.parse(word);
