import type { ProcessStore } from "@motcua/event-store";
import { type Proving, registerRules } from "../contract/register-rules.js";
import { goingOn, goingOnTogether } from "./going-on.js";
import { likeInMemory } from "./like-in-memory.js";
import { ringingAndDying } from "./ringing-and-dying.js";
import { streamsKept } from "./streams-kept.js";
import { toldApart } from "./told-apart.js";

/** A process store that is to prove itself, and by which test runner. */
export type ProcessStoreContract = Proving<ProcessStore>;

/**
 * The contract suite of the process store: registers a test for every rule.
 *
 * @example
 * import { describe, it } from "vitest";
 * import { processStoreContract } from "@motcua/testkit";
 * processStoreContract({ name: "in memory", open: async () => inMemoryProcessStore(), describe, it });
 */
export const processStoreContract = (proving: ProcessStoreContract): void =>
  registerRules("process store", proving, {
    ofOne: { ...streamsKept, ...ringingAndDying, ...toldApart, ...goingOn, ...likeInMemory },
    ofTwo: goingOnTogether,
  });
