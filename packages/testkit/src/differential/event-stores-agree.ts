import type { Capabilities, EventStore } from "@motcua/event-store";
import * as fc from "fast-check";
import type { TestRunner } from "../contract/runner.js";
import { anyStep, type Step } from "../workload/step.js";
import type { Both } from "./places.js";
import { playBoth } from "./play-both.js";

export interface DifferentialOptions {
  /** Opens a fresh, empty store; closed when it has been compared. */
  readonly first: () => Promise<EventStore>;
  readonly second: () => Promise<EventStore>;
  /** How many workloads to play. Default 200. */
  readonly workloads?: number;
  /** How many of them share a pair of stores before fresh ones are opened. Default 50. */
  readonly workloadsOfAPair?: number;
  /** The same seed gives the same workloads. Default: the time. */
  readonly seed?: number;
}

/** What was compared, for a figure worth keeping. */
export interface Compared {
  readonly seed: number;
  readonly workloads: number;
  readonly steps: number;
}

export interface EventStoresAgree extends DifferentialOptions, Pick<TestRunner, "it"> {
  /** The names of both adapters in the report. */
  readonly name: string;
  /** Told when the stores have agreed. */
  readonly compared?: (figures: Compared) => void;
}

/**
 * The same random work on two stores, compared answer by answer: registers one test. What the stores declare to be
 * different (see `Capabilities`) is left out; `recordedAt` is not compared, and cursors by what comes after them.
 *
 * @example
 * import { it } from "vitest";
 * import { eventStoresAgree } from "@motcua/testkit";
 * eventStoresAgree({ name: "mine and in memory", first: async () => openMyStore(), second: async () => inMemoryEventStore(), it });
 */
export const eventStoresAgree = ({ name, it, compared, ...options }: EventStoresAgree): void => {
  const { workloads = 200, seed = Date.now() % 1_000_000 } = options;
  it(`${name}: ${workloads} workloads have the same answers (seed ${seed})`, async () => {
    const figures = await compareEventStores({ ...options, workloads, seed });
    compared?.(figures);
  });
};

/** Plays workloads until an answer differs; rejects with both answers, the seed and the shortest workload that shows it. */
export const compareEventStores = async (options: DifferentialOptions): Promise<Compared> => {
  const { workloads = 200, seed = Date.now() % 1_000_000 } = options;
  const pairs = pairsFor(options);
  let steps = 0;
  try {
    const capabilities = sharedBy(await pairs.opened());
    const agree = async (workload: ReadonlyArray<Step>): Promise<void> => {
      steps += workload.length;
      const stores = await pairs.opened();
      try {
        await playBoth(stores, workload, `w${pairs.next()}`, capabilities);
      } catch (difference) {
        await pairs.close();
        throw difference;
      }
    };
    const anyWorkload = fc.array(anyStep(capabilities), { minLength: 1, maxLength: 40, size: "max" });
    await fc.assert(fc.asyncProperty(anyWorkload, agree), { numRuns: workloads, seed, includeErrorInReport: true });
  } finally {
    await pairs.close();
  }
  return { seed, workloads, steps };
};

/** What both promise. */
const sharedBy = ([first, second]: Both<EventStore>): Omit<Capabilities, "durable"> => ({
  uniqueIds: first.capabilities.uniqueIds === "log" ? second.capabilities.uniqueIds : "slot",
  maxAppendBytes: first.capabilities.maxAppendBytes ?? second.capabilities.maxAppendBytes,
});

interface Pairs {
  readonly opened: () => Promise<Both<EventStore>>;
  /** The number of the next workload; after some of them, fresh stores are opened. */
  readonly next: () => number;
  readonly close: () => Promise<void>;
}

const pairsFor = ({ first, second, workloadsOfAPair = 50 }: DifferentialOptions): Pairs => {
  let pair: Both<EventStore> | undefined;
  let played = 0;
  const close = async (): Promise<void> => {
    const open = pair ?? [];
    pair = undefined;
    for (const store of open) await store.close();
  };
  return {
    opened: async () => {
      if (played % workloadsOfAPair === 0) await close();
      pair ??= [await first(), await second()];
      return pair;
    },
    next: () => played++,
    close,
  };
};
