import { inMemoryEventStore } from "@motcua/event-store";
import { expect, it } from "vitest";
import { compareEventStores } from "../src/index.js";
import { faults, withFault } from "./faults.js";

/** What the answers to one caller alone do not show: the contract, or histories, must. */
const HIDDEN: ReadonlySet<string> = new Set([
  "what is appended between catch-up and live is lost",
  "the next page is read while the consumer holds one",
  "a subscription leaves its timer behind",
  "a subscription leaves its listener behind",
  "events are looked at only after the call has returned",
  "readers are given the log's own objects",
  "a closed store goes on answering",
  "a share of the log is all of it",
  "a share is cut by events, not by streams",
]);

const sound = async () => inMemoryEventStore();
const shown = faults.filter(({ name }) => !HIDDEN.has(name));

it("two stores without a fault agree", async () => {
  expect((await compareEventStores({ first: sound, second: sound })).steps).toBeGreaterThan(200);
});

it.each(shown.map((fault) => [fault.name, fault] as const))("two stores differ when %s", async (_, fault) => {
  await expect(compareEventStores({ first: sound, second: withFault(fault) })).rejects.toThrow(/step \d+, \w+: /);
});

it("a difference tells its seed, the shortest workload and both answers", async () => {
  const fault = faults.find(({ name }) => name === "an append of nothing is a new version");
  if (fault === undefined) throw new Error("the fault is there");
  const failure = await compareEventStores({ first: sound, second: withFault(fault), seed: 7 }).catch(String);
  expect(failure).toMatch(/seed: 7,.*Counterexample: \[\[{"kind":"append",.*"types":\[\].*}\]\]/s);
  expect(failure).toContain('step 1, append: {"_tag":"Right","right":{"version":0}} is not');
});
