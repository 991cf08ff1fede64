import { AssertionError } from "node:assert/strict";
import type { Capabilities, EventStore } from "@motcua/event-store";
import * as fc from "fast-check";
import type { Subject } from "../contract/check.js";
import { inTime } from "../contract/expect.js";
import type { TestRunner } from "../contract/runner.js";
import { checkHistory } from "./check-history.js";
import type { History } from "./history.js";
import { anyProgram, type Program } from "./program.js";
import { recordHistory } from "./record-history.js";
import { violationText } from "./violation-text.js";

export interface HistoriesOptions extends Subject {
  /** How many histories to play. Default 200. */
  readonly histories?: number;
  /** How many of them share a store before a fresh one is opened. Default 50. */
  readonly historiesOfAStore?: number;
  /** The same seed gives the same programs. Default: the time. */
  readonly seed?: number;
  /** Where the store looks for event ids. Default: in the whole log. */
  readonly uniqueIds?: Capabilities["uniqueIds"];
}

/** What was played, for a figure worth keeping. */
export interface HistoriesPlayed {
  readonly seed: number;
  readonly histories: number;
  readonly calls: number;
  readonly events: number;
}

export interface EventStoreHistories extends HistoriesOptions, Pick<TestRunner, "it"> {
  /** The name of the adapter in the report. */
  readonly name: string;
  /** Told when all histories were sound. */
  readonly played?: (figures: HistoriesPlayed) => void;
}

/**
 * Many clients at once on one store, and what they saw held against what the port promises: registers one test.
 *
 * @example
 * import { it } from "vitest";
 * import { eventStoreHistories } from "@motcua/testkit";
 * eventStoreHistories({ name: "in memory", open: async () => inMemoryEventStore(), histories: 2_000, it });
 */
export const eventStoreHistories = ({ name, it, played, ...options }: EventStoreHistories): void => {
  const { histories = 200, seed = Date.now() % 1_000_000 } = options;
  it(`${name}: ${histories} histories of clients at once are linearizable (seed ${seed})`, async () => {
    const figures = await playHistories({ ...options, histories, seed });
    played?.(figures);
  });
};

/** Plays histories until one is unsound; rejects with its violations, its seed and the shortest program that shows them. */
export const playHistories = async (options: HistoriesOptions): Promise<HistoriesPlayed> => {
  const { histories = 200, seed = Date.now() % 1_000_000, uniqueIds = "log" } = options;
  const stores = storesFor(options);
  let calls = 0;
  let events = 0;
  const isSound = async (program: Program): Promise<void> => {
    const history = await stores.play(program);
    calls += history.calls.length;
    events += history.log.length;
    const violations = checkHistory(history);
    if (violations.length === 0) return;
    const first = violations.slice(0, 5).map(violationText);
    throw new AssertionError({ message: [`violations: ${violations.length}`, ...first].join("\n") });
  };
  try {
    // What failed may have left its store in any state: the shorter programs are tried on fresh ones.
    const property = fc.asyncProperty(anyProgram({ uniqueIds }), (program) =>
      isSound(program).catch(async (unsound: unknown) => {
        await stores.close();
        throw unsound;
      }),
    );
    await fc.assert(property, {
      numRuns: histories,
      seed,
      includeErrorInReport: true,
    });
  } finally {
    await stores.close();
  }
  return { seed, histories, calls, events };
};

interface Stores {
  readonly play: (program: Program) => Promise<History>;
  readonly close: () => Promise<void>;
}

/** Opens a store when one is needed, and a fresh one after some histories: opening a file takes longer than a history. */
const storesFor = ({ open, openAgain, historiesOfAStore = 50 }: HistoriesOptions): Stores => {
  let handles: readonly [EventStore, ...EventStore[]] | undefined;
  let played = 0;

  const close = async (): Promise<void> => {
    const open = handles ?? [];
    handles = undefined;
    for (const handle of open) await handle.close();
  };
  const opened = async (): Promise<readonly [EventStore, ...EventStore[]]> => {
    if (played % historiesOfAStore === 0) await close();
    if (handles !== undefined) return handles;
    const first = await open();
    handles = [first];
    if (openAgain !== undefined) handles = [first, await openAgain(first)];
    return handles;
  };
  return {
    play: async (program) => {
      const playing = recordHistory(await opened(), program, `h${played++}`);
      return inTime("the end of a history", playing, 60_000);
    },
    close,
  };
};
