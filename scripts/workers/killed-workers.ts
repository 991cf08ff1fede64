import { setTimeout as sleep } from "node:timers/promises";
import { deserialize } from "node:v8";
import { catchUp, type EventStore, project, readView, type ViewStore } from "@motcua/event-store";
import { expect } from "vitest";
import { type Child, hasPrinted, start } from "../child/child.js";
import { emptyLedger, fill } from "./ledger.js";
import { rightOf } from "./right-of.js";
import { type Tallies, tallies } from "./tallies.js";
import { type Seen, watch, wrongCounts } from "./watch.js";
import type { Manner } from "./work.js";

/** A log, and views of it, that this process and its children have open. */
export interface Workplace {
  readonly log: EventStore;
  readonly views: ViewStore;
  /** The words after `node` that run a worker there. */
  readonly program: (manner: Manner) => ReadonlyArray<string>;
}

/** What was done, and seen. */
export interface KilledWorkers extends Seen {
  readonly kills: number;
  /** Workers that stopped before a save until their lease was over, and then went on as if nothing had been. */
  readonly stopped: number;
  readonly events: number;
}

/** So many at once have the parts to share. */
const WORKERS = 3;

/**
 * Three workers share the parts of a view while its log grows. Each is killed at a random moment, some after they had
 * stopped for longer than their lease; another takes its place. What is read in between, and saved in the end, is right.
 *
 * @param random  repeatable numbers from 0 to 1
 */
export const killWorkers = async (
  { log, views, program }: Workplace,
  kills: number,
  random: () => number,
): Promise<KilledWorkers> => {
  rightOf(await catchUp(log, views, tallies)());
  const ledger = emptyLedger();
  const ending = new AbortController();
  const filling = fill(log, ledger, random, ending.signal);
  const watching = watch(log, views, ledger, ending.signal);
  const done = { kills: 0, stopped: 0 };

  const oneAfterTheOther = async (): Promise<void> => {
    while (done.kills < kills && !ending.signal.aborted) {
      done.kills++;
      if (await workUntilKilled(program, random)) done.stopped++;
    }
  };
  const killing = Promise.all(Array.from({ length: WORKERS }, oneAfterTheOther));
  // The other two end before it only by failing.
  await Promise.race([killing, filling, watching]).finally(() => ending.abort());
  await filling;
  const seen = await watching;

  rightOf(await catchUp(log, views, tallies)());
  const whole = rightOf(await project(log, tallies)());
  expect(wrongCounts(whole, ledger.answered, ledger.answered)).toEqual([]);
  expect(inOrder(await savedView(views))).toEqual(inOrder(whole));
  expect(inOrder(rightOf(await readView(log, views, tallies)()) ?? new Map())).toEqual(inOrder(whole));
  return { ...done, ...seen, events: [...ledger.answered.values()].reduce((sum, count) => sum + count, 0) };
};

/** @returns whether it had been stopped before */
const workUntilKilled = async (program: Workplace["program"], random: () => number): Promise<boolean> => {
  const manner = mannerBy(random);
  const worker = start(process.execPath, program(manner));
  await hasPrinted(worker, "has a part");
  // Long enough, sometimes, for another build to take the place of the one that serves.
  await sleep(random() * (manner.how === "rebuild" ? 600 : 150));
  const isStopped = manner.stopsBeforeSave !== null && (await stopsWithin(worker, 300));
  if (isStopped) {
    await sleep(manner.leaseMs + random() * 300);
    worker.process.kill("SIGCONT");
    await hasPrinted(worker, "went on");
    await sleep(random() * 50);
  }
  worker.process.kill("SIGKILL");
  expect((await worker.ended).signal).toBe("SIGKILL");
  return isStopped;
};

const stopsWithin = async ({ output }: Child, ms: number): Promise<boolean> => {
  const until = performance.now() + ms;
  while (!output().includes("stops") && performance.now() < until) await sleep(5);
  return output().includes("stops");
};

const mannerBy = (random: () => number): Manner => ({
  how: (["catchUp", "keepUp", "keepUp", "rebuild"] as const)[Math.floor(random() * 4)] ?? "catchUp",
  owner: `worker ${random()}`,
  // The short one is often over before its owner has come so far, as on a machine that is too slow.
  leaseMs: random() < 0.3 ? 40 : 150,
  saveEveryMs: random() * 20,
  stopsBeforeSave: random() < 0.5 ? Math.floor(random() * 4) : null,
});

/** What the parts that serve hold, and nothing else. */
export const savedView = async (views: ViewStore): Promise<Tallies> => {
  const serving = rightOf(await views.parts(tallies)()).filter(({ serves }) => serves);
  const saved = await Promise.all(serving.map(async (part) => rightOf(await views.load(part)())));
  return saved.reduce<Tallies>((whole, part) => tallies.concat(whole, part && deserialize(part.view)), new Map());
};

export const inOrder = (view: Tallies) => [...view].sort(([a], [b]) => (a < b ? -1 : 1));
