import { appendFileSync } from "node:fs";
import { eventStoreHistories } from "@motcua/testkit";
import { it } from "vitest";
import { inMemoryEventStore } from "../src/index.js";

eventStoreHistories({
  name: "in memory",
  open: async () => inMemoryEventStore(),
  histories: process.env["MOTCUA_TIER"] === "nightly" ? 100_000 : 2_000,
  played: (figures) => {
    const report = process.env["MOTCUA_FIGURES"];
    if (report !== undefined) appendFileSync(report, `${JSON.stringify({ suite: "histories-memory", ...figures })}\n`);
  },
  it: (name, body) => it(name, { timeout: 3_600_000 }, body),
});
