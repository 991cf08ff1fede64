import { inMemoryEventStore } from "@motcua/event-store";
import { expect, it } from "vitest";
import { compareEventStores } from "../src/index.js";
import { faults, withFault } from "./faults/index.js";

/** Rows of the contract that are about what one caller sees, with names and sizes as they mostly are. */
const ROWS: ReadonlySet<string> = new Set([
  "versions",
  "idempotence",
  "atomicity",
  "reading a stream",
  "reading all",
  "paging",
  "limits",
  "fidelity",
  "restoring",
  "model",
]);

/** What even so the answers to one caller do not show. */
const HIDDEN: ReadonlySet<string> = new Set([
  "an expected version is cut to a whole number",
  "events are looked at only after the call has returned",
  "readers are given the log's own objects",
  "a share of the log is all of it",
  "a share is cut by events, not by streams",
  "a filter that finds nothing among 1,000 events is at the end",
  "the ids of restored events are not known again",
]);

const sound = async () => inMemoryEventStore();
const shown = faults.filter(({ name, caughtBy }) => ROWS.has(caughtBy) && !HIDDEN.has(name));

it("two stores without a fault agree", async () => {
  expect((await compareEventStores({ first: sound, second: sound })).steps).toBeGreaterThan(200);
});

it.each(shown.map((fault) => [fault.name, fault] as const))("two stores differ when %s", async (_, fault) => {
  await expect(compareEventStores({ first: sound, second: withFault(fault), seed: 7 })).rejects.toThrow(
    /step \d+, \w+: /,
  );
});

it("a difference tells its seed, the shortest workload and both answers", async () => {
  const fault = faults.find(({ name }) => name === "an append of nothing is a new version");
  if (fault === undefined) throw new Error("the fault is there");
  const failure = await compareEventStores({ first: sound, second: withFault(fault), seed: 7 }).catch(String);
  expect(failure).toMatch(/seed: 7,.*Counterexample: \[\[{"kind":"append",.*"types":\[\].*}\]\]/s);
  expect(failure).toContain('step 1, append: {"_tag":"Right","right":{"version":0}} is not');
});
