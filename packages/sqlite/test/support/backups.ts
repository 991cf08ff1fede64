import { mkdirSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { type Either, isLeft } from "fp-ts/lib/Either.js";
import { beforeAll, expect } from "vitest";
import { type Backup, type BackupError, type BackupOptions, isBackupError } from "../../src/index.js";
import { eventsFor } from "./events.js";
import { opened, temporaryFolder } from "./temporary.js";

const { newFile } = temporaryFolder();

/** The path of a backup, in a folder of its own. */
export const newTarget = (): string => {
  const folder = newFile();
  mkdirSync(folder);
  return join(folder, "copy.db");
};

/** What stands in the folder of a backup. */
export const namesBeside = (target: string): ReadonlyArray<string> => readdirSync(dirname(target));

/** A log of 50 events and some ten megabytes: copying it takes ten steps. */
export const large = newFile();

beforeAll(async () => {
  const store = await opened({ file: large });
  for (let n = 0; n < 50; n++)
    await store.append("a-1", eventsFor(1, { data: { text: "x".repeat(200_000) } }), "any")();
  await store.close();
});

export const backedUp = async (
  file: string,
  target: string,
  options?: BackupOptions,
): Promise<Either<BackupError, Backup>> => {
  const store = await opened({ file, mode: "readOnly" });
  const backup = await store.backupTo(target, options)();
  await store.close();
  if (isLeft(backup)) expect(isBackupError(backup.left)).toBe(true);
  return backup;
};

export const succeeded = (backup: Either<BackupError, Backup>): Backup => {
  if (isLeft(backup)) throw new Error(JSON.stringify(backup.left));
  return backup.right;
};
