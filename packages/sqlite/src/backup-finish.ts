import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import { type BackupFailed, type BackupRefused, codeOf, targetError } from "./backup-errors.js";

/** What becomes of an earlier backup of the same name. */
export type Existing = "refuse" | "replace";

/** What SQLite keeps beside a file. */
export const BESIDE = ["-wal", "-shm", "-journal"] as const;

/** Gives the finished copy its name, for good. */
export const nameFinished = (
  partial: string,
  target: string,
  existing: Existing,
): BackupRefused | BackupFailed | undefined => {
  try {
    if (existing === "replace") renameSync(partial, target);
    else linkOrRename(partial, target);
    syncFolder(dirname(target));
    return undefined;
  } catch (cause) {
    return targetError(target, cause);
  }
};

/** Removes what an unfinished copy left. */
export const removePartial = (partial: string): void => {
  for (const file of [partial, ...BESIDE.map((suffix) => `${partial}${suffix}`)]) rmSync(file, { force: true });
};

/** A rename would replace what has come there meanwhile; a second name for the file cannot. */
const linkOrRename = (partial: string, target: string): void => {
  try {
    linkSync(partial, target);
  } catch (cause) {
    // The file system of a memory stick has no second names.
    if (!["EPERM", "ENOTSUP", "ENOSYS"].includes(codeOf(cause)) || existsSync(target)) throw cause;
    renameSync(partial, target);
  }
};

const syncFolder = (folder: string): void => {
  // Windows does not open folders, and keeps names without being asked.
  if (process.platform === "win32") return;
  const descriptor = openSync(folder, "r");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};
