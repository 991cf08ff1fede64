import { AssertionError } from "node:assert/strict";
import { expect, it } from "vitest";
import { contractChecks } from "../src/index.js";
import { faults, withFault } from "./faults/index.js";

// A suite that no fault can fail proves nothing.
it.each(faults.map((fault) => [fault.name, fault] as const))("the contract catches it when %s", async (_, fault) => {
  const checks = contractChecks.filter(({ group, needsSecond }) => group === fault.caughtBy && !needsSecond);
  expect(checks.length).toBeGreaterThan(0);
  let caught: unknown;
  for (const check of checks) {
    try {
      await check.run({ open: withFault(fault) });
    } catch (cause) {
      caught = cause;
      break;
    }
  }
  expect(caught).toBeInstanceOf(fault.caughtBy === "model" ? Error : AssertionError);
});
