import type { ViewStore } from "@motcua/event-store";
import { viewStoreContract } from "@motcua/testkit";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, it } from "vitest";
import { openSqliteViewStore } from "../../src/index.js";
import { temporaryFolder } from "../support/temporary.js";

const { newFile } = temporaryFolder();
const files = new WeakMap<ViewStore, string>();

const opened = async (file: string): Promise<ViewStore> => {
  const views = await openSqliteViewStore({ file })();
  if (isLeft(views)) throw new Error(views.left.code);
  files.set(views.right, file);
  return views.right;
};

viewStoreContract({
  name: "SQLite in a file",
  open: () => opened(newFile()),
  openAgain: (first) => opened(files.get(first) ?? ""),
  describe,
  it,
});

viewStoreContract({ name: "SQLite in memory", open: () => opened(":memory:"), describe, it });
