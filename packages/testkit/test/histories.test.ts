import { type EventStore, inMemoryEventStore } from "@motcua/event-store";
import * as fc from "fast-check";
import { expect, it } from "vitest";
import { anyProgram } from "../src/histories/program.js";
import { recordHistory } from "../src/histories/record-history.js";
import { checkHistory, playHistories, type Violation } from "../src/index.js";
import { historyFaults, withTimeouts } from "./history-faults.js";

/** Enough to show every fault; a sound store passes many thousands, at any seed. */
const HISTORIES = { numRuns: 300, seed: 7 };

it.each(historyFaults.map((fault) => [fault.name, fault] as const))("histories show it when %s", async (_, fault) => {
  const open = () => {
    const sound = inMemoryEventStore();
    return { ...sound, ...fault.plant(sound) };
  };
  expect(await violationsOf(() => [open()])).toContain(fault.caughtAs);
});

it("histories of a store whose answers get lost are sound, whether appends were carried out, late, or not", async () => {
  expect(await violationsOf(() => [withTimeouts()])).toEqual(new Set());
});

it("histories show it when one of two handles lags behind the other", async () => {
  const lagging = historyFaults.find(({ name }) => name === "the end of the log is where it was a turn ago");
  const found = await violationsOf(() => {
    const sound = inMemoryEventStore();
    return [sound, { ...sound, ...lagging?.plant(sound) }];
  });
  expect(found).toContain("NotLinearizable");
});

it("a failure tells its seed, its shortest program and what was broken", async () => {
  const fault = historyFaults.find(({ caughtAs }) => caughtAs === "ContentChanged");
  const open = async () => {
    const sound = inMemoryEventStore();
    return { ...sound, ...fault?.plant(sound) };
  };
  const failure: unknown = await playHistories({ open, historiesOfAStore: 1, seed: 7 }).catch(String);
  expect(failure).toMatch(/seed: 7,.*Counterexample: \[{"clients":\[.*violations: \d\nContentChanged: client 1 /s);
});

type Handles = readonly [EventStore, ...EventStore[]];

const violationsOf = async (open: () => Handles): Promise<ReadonlySet<Violation["code"]>> => {
  const found = new Set<Violation["code"]>();
  for (const [n, program] of fc.sample(anyProgram({ uniqueIds: "log" }), HISTORIES).entries()) {
    const history = await recordHistory(open(), program, `h${n}`);
    for (const { code } of checkHistory(history)) found.add(code);
  }
  return found;
};
