import type { ProcessStore } from "@motcua/event-store";
import type { TestRunner } from "../contract/runner.js";
import { goingOn, goingOnTogether } from "./going-on.js";
import { likeInMemory } from "./like-in-memory.js";
import { ringingAndDying } from "./ringing-and-dying.js";
import { streamsKept } from "./streams-kept.js";
import { toldApart } from "./told-apart.js";

/** A process store that is to prove itself, and by which test runner. */
export interface ProcessStoreContract extends TestRunner {
  /** The name of the adapter in the report. */
  readonly name: string;
  /** Opens a fresh, empty process store. The suite closes it. */
  readonly open: () => Promise<ProcessStore>;
  /** Opens the same one once more, as another process would. Leave it out where that is impossible. */
  readonly openAgain?: (first: ProcessStore) => Promise<ProcessStore>;
}

/**
 * The contract suite of the process store: registers a test for every rule.
 *
 * @example
 * import { describe, it } from "vitest";
 * import { processStoreContract } from "@motcua/testkit";
 * processStoreContract({ name: "in memory", open: async () => inMemoryProcessStore(), describe, it });
 */
export const processStoreContract = ({ name, open, openAgain, describe, it }: ProcessStoreContract): void => {
  const rules = { ...streamsKept, ...ringingAndDying, ...toldApart, ...goingOn, ...likeInMemory };
  describe(`${name} keeps the contract of the process store`, () => {
    for (const [rule, body] of Object.entries(rules))
      it(rule, async () => {
        const states = await open();
        try {
          await body(states);
        } finally {
          await states.close();
        }
      });
    if (openAgain !== undefined)
      for (const [rule, body] of Object.entries(goingOnTogether))
        it(rule, async () => {
          const first = await open();
          const second = await openAgain(first);
          try {
            await body(first, second);
          } finally {
            await second.close();
            await first.close();
          }
        });
  });
};
