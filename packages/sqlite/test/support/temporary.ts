import { accessSync, constants, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isLeft } from "fp-ts/lib/Either.js";
import { afterAll } from "vitest";
import { openSqliteEventStore, type SqliteEventStore, type SqliteOptions } from "../../src/index.js";

/** A folder for the files of one test file; it goes when the tests have run. */
export const temporaryFolder = (parent = tmpdir()): { readonly newFile: () => string } => {
  const folder = mkdtempSync(join(parent, "motcua-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let files = 0;
  return { newFile: () => join(folder, `${++files}.db`) };
};

/** A folder that stands in memory, where the system has one. */
export const folderInMemory = (): string => {
  try {
    accessSync("/dev/shm", constants.W_OK);
    return "/dev/shm";
  } catch {
    return tmpdir();
  }
};

export const opened = async (options: SqliteOptions): Promise<SqliteEventStore> => {
  const store = await openSqliteEventStore(options)();
  if (isLeft(store)) throw new Error(`${store.left.code}: ${"detail" in store.left ? store.left.detail : ""}`);
  return store.right;
};
