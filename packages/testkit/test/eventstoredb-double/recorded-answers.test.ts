import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { printedBy } from "../support/child.js";
import type { Fact } from "./probe/ask.js";
import { linesOf, recordedFacts } from "./recorded.js";

const ways = [
  ["E", "batch"],
  ["E", "unary"],
  ["K", "batch"],
  ["K", "unary"],
] as const;

describe.each(ways)("the double, asked by %s with %s appends", (client, path) => {
  // Not even the texts that the server's gRPC library made differ: the double has its words for a message too large.
  it("answers as EventStoreDB 23.10.8 did", async () => {
    const printed = await printedBy(new URL("probe/probe-child.ts", import.meta.url), client, path);
    const answers: ReadonlyArray<Fact> = linesOf(printed).map((line) => JSON.parse(line));
    expect(answers).toEqual(recordedFacts(client, path));
  });

  it("is held to the answers as they were recorded", (ctx) => {
    const name = `../shared/eventstoredb/answers-23.10.8-${client}-${path}.jsonl`;
    const file = new URL(`../../../../${name}`, import.meta.url);
    if (!existsSync(file)) ctx.skip(`needs the data ${name}`);
    const answers = linesOf(readFileSync(file, "utf8")).map((line) => JSON.parse(line)[1]);
    // The last tells how many errors nobody caught: none.
    expect(recordedFacts(client, path).map(([, answer]) => answer)).toEqual([...answers.slice(0, -1), []]);
    expect(answers.at(-1)).toBe(0);
  });
});
