import type { ProcessStore } from "@motcua/event-store";
import { processStoreContract } from "@motcua/testkit";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, it } from "vitest";
import { openSqliteProcessStore } from "../../src/index.js";
import { temporaryFolder } from "../support/temporary.js";

const { newFile } = temporaryFolder();
const files = new WeakMap<ProcessStore, string>();

const opened = async (file: string): Promise<ProcessStore> => {
  const states = await openSqliteProcessStore({ file })();
  if (isLeft(states)) throw new Error(states.left.code);
  files.set(states.right, file);
  return states.right;
};

processStoreContract({
  name: "SQLite in a file",
  open: () => opened(newFile()),
  openAgain: (first) => opened(files.get(first) ?? ""),
  describe,
  it,
});

processStoreContract({ name: "SQLite in memory", open: () => opened(":memory:"), describe, it });
