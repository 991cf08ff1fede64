import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isLeft } from "fp-ts/lib/Either.js";
import { afterAll } from "vitest";
import { openSqliteEventStore, type SqliteEventStore, type SqliteOptions } from "../../src/index.js";

/** A folder for the files of one test file; it goes when the tests have run. */
export const temporaryFolder = (): { readonly newFile: () => string } => {
  const folder = mkdtempSync(join(tmpdir(), "motcua-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let files = 0;
  return { newFile: () => join(folder, `${++files}.db`) };
};

export const opened = async (options: SqliteOptions): Promise<SqliteEventStore> => {
  const store = await openSqliteEventStore(options)();
  if (isLeft(store)) throw new Error(`${store.left.code}: ${"detail" in store.left ? store.left.detail : ""}`);
  return store.right;
};
