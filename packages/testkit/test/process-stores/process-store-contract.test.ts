import { AssertionError } from "node:assert/strict";
import { inMemoryProcessStore, type ProcessStore } from "@motcua/event-store";
import { describe, expect, it } from "vitest";
import { processStoreContract } from "../../src/index.js";
import { faults, withFault } from "./faults.js";

type Rule = readonly [name: string, body: () => Promise<void>];

/** The rules of the contract, for stores that two may have open. */
const rulesFor = (
  open: () => ProcessStore,
  again = (first: ProcessStore): ProcessStore => ({ ...first, close: async () => undefined }),
): ReadonlyArray<Rule> => {
  const rules: Rule[] = [];
  processStoreContract({
    name: "a store",
    open: async () => open(),
    openAgain: async (first) => again(first),
    describe: (_, body) => body(),
    it: (name, body) => rules.push([name, body]),
  });
  return rules;
};

describe("the contract of the process store, also for two", () => {
  it.each(rulesFor(inMemoryProcessStore))("%s", (_, body) => body());
});

// A rule that no fault can break proves nothing.
describe("the contract of the process store catches it when", () => {
  const broken = (store: () => ProcessStore, rule: string, again?: (first: ProcessStore) => ProcessStore) =>
    rulesFor(store, again).find(([name]) => name === rule)?.[1]();

  it.each(faults.map((fault) => [fault.name, fault] as const))("%s", async (_, fault) => {
    const failure = fault.breaks.startsWith("random") ? Error : AssertionError;
    await expect(broken(() => withFault(fault), fault.breaks)).rejects.toThrow(failure);
  });

  it("another one's writes are not seen", async () => {
    await expect(broken(inMemoryProcessStore, UNSEEN, inMemoryProcessStore)).rejects.toThrow(AssertionError);
  });

  it("any of its rules is broken", () => {
    const caught = new Set([UNSEEN, ...faults.map(({ breaks }) => breaks)]);
    expect([...caught].toSorted()).toEqual(
      rulesFor(inMemoryProcessStore)
        .map(([name]) => name)
        .toSorted(),
    );
  });
});

const UNSEEN = "one sees what the other has written";
