import { eventStoreContract } from "@motcua/testkit";
import { describe, it } from "vitest";
import type { SqliteEventStore } from "../src/index.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();

eventStoreContract({
  name: "SQLite in a file",
  open: () => opened({ file: newFile(), pollIntervalMs: 5 }),
  openAgain: (first) => opened({ file: (first as SqliteEventStore).file, pollIntervalMs: 5 }),
  describe,
  it,
});

eventStoreContract({
  name: "SQLite in a file, committing in a thread",
  open: () => opened({ file: newFile(), pollIntervalMs: 5, commits: "thread" }),
  openAgain: (first) => opened({ file: (first as SqliteEventStore).file, pollIntervalMs: 5, commits: "thread" }),
  describe,
  it,
});

eventStoreContract({ name: "SQLite in memory", open: () => opened({ file: ":memory:" }), describe, it });
