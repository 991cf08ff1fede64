import { appendFileSync } from "node:fs";
import { inMemoryEventStore } from "@motcua/event-store";
import { eventStoresAgree } from "@motcua/testkit";
import { it } from "vitest";
import { opened } from "./support/temporary.js";

eventStoresAgree({
  name: "SQLite and in memory",
  first: () => opened({ file: ":memory:" }),
  second: async () => inMemoryEventStore(),
  workloads: process.env["MOTCUA_TIER"] === "nightly" ? 50_000 : 1_000,
  compared: (figures) => {
    const report = process.env["MOTCUA_FIGURES"];
    if (report !== undefined)
      appendFileSync(report, `${JSON.stringify({ suite: "differential-sqlite", ...figures })}\n`);
  },
  it: (name, body) => it(name, { timeout: 3_600_000 }, body),
});
