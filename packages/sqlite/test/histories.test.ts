import { appendFileSync } from "node:fs";
import { type EventStoreHistories, eventStoreHistories } from "@motcua/testkit";
import { it } from "vitest";
import type { SqliteEventStore } from "../src/index.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const TIMES = process.env["MOTCUA_TIER"] === "nightly" ? 50 : 1;
const { newFile } = temporaryFolder();

const histories = (suite: string, options: Omit<EventStoreHistories, "played" | "it">): void =>
  eventStoreHistories({
    ...options,
    played: (figures) => {
      const report = process.env["MOTCUA_FIGURES"];
      if (report !== undefined) appendFileSync(report, `${JSON.stringify({ suite, ...figures })}\n`);
    },
    it: (name, body) => it(name, { timeout: 3_600_000 }, body),
  });

// Two handles of one file, as two processes would have it open.
for (const [commits, count] of [
  ["inline", 1_000],
  ["thread", 100],
] as const)
  histories(`histories-sqlite-${commits}`, {
    name: `SQLite in a file, commits: ${commits}`,
    open: () => opened({ file: newFile(), commits }),
    openAgain: (first) => opened({ file: (first as SqliteEventStore).file, commits }),
    histories: count * TIMES,
  });

histories("histories-sqlite-memory", {
  name: "SQLite in memory",
  open: () => opened({ file: ":memory:" }),
  histories: 900 * TIMES,
});
