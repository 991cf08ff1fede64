import { eventStoreHistories } from "@motcua/testkit";
import { it } from "vitest";
import type { SqliteEventStore } from "../src/index.js";
import { opened, temporaryFolder } from "./support/temporary.js";
const { newFile } = temporaryFolder();
for (const [commits, histories] of [["inline", 8000], ["thread", 1500]] as const)
  eventStoreHistories({ name: commits, open: () => opened({ file: newFile(), commits }), openAgain: (f) => opened({ file: (f as SqliteEventStore).file, commits }), histories, it: (n, b) => it(n, { timeout: 3600000 }, b) });
