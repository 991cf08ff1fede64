import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { contractChecks } from "../src/index.js";

it("README says how many rules the contract suite proves", () => {
  const readme = readFileSync(new URL("../../../README.md", import.meta.url), "utf8");
  expect(/contract suite of (\d+) rules/.exec(readme)?.[1]).toBe(String(contractChecks.length));
});

it("each rule has a name of its own", () => {
  const names = contractChecks.map(({ group, name, needsSecond }) => `${group}: ${name} ${needsSecond}`);
  expect(new Set(names).size).toBe(names.length);
});
