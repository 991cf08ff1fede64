import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, rmSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { BackupFailed, BackupRefused } from "./backup-errors.js";
import { identify } from "./identify.js";

/** What becomes of an earlier backup of the same name. */
export type Existing = "refuse" | "replace";

/** What SQLite keeps beside a file. */
const BESIDE = ["-wal", "-shm", "-journal"] as const;

/**
 * An empty file beside the target, for the copy to grow in: on the same disk, so that it can be renamed, and readable by
 * those alone who may read the log.
 */
export const makePartial = (
  source: string,
  target: string,
  existing: Existing,
): Either<BackupRefused | BackupFailed, string> => {
  const partial = join(dirname(target), `${basename(target)}.${randomBytes(4).toString("hex")}.partial`);
  try {
    const reason = obstacle(source, target, existing);
    if (reason !== undefined) return left({ code: "BackupRefused", file: target, reason });
    const mode = statSync(source).mode & 0o777;
    closeSync(openSync(partial, "wx", mode));
    // The umask of this process may have taken some away.
    chmodSync(partial, mode);
    return right(partial);
  } catch (cause) {
    return left(refusalOf(target, cause));
  }
};

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
    return refusalOf(target, cause);
  }
};

/** Removes what an unfinished copy left. */
export const removePartial = (partial: string): void => {
  for (const file of [partial, ...BESIDE.map((suffix) => `${partial}${suffix}`)]) rmSync(file, { force: true });
};

const obstacle = (source: string, target: string, existing: Existing): BackupRefused["reason"] | undefined => {
  if (!existsSync(dirname(target))) return "noFolder";
  // SQLite would take what another log has left beside its file for the newest pages of the copy.
  if (BESIDE.some((suffix) => existsSync(`${target}${suffix}`))) return "inUse";
  const identity = identify(target);
  if (identity === "missing") return undefined;
  if (isSame(source, target)) return "inUse";
  return existing === "replace" && identity === "ours" ? undefined : "exists";
};

/** One file may have several names. */
const isSame = (source: string, target: string): boolean => {
  const [one, other] = [statSync(source), statSync(target)];
  return one.dev === other.dev && one.ino === other.ino;
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

const refusalOf = (file: string, cause: unknown): BackupRefused | BackupFailed => {
  const reason = REASONS[codeOf(cause)];
  if (reason !== undefined) return { code: "BackupRefused", file, reason };
  const ofTheDisk = ["ENOSPC", "EDQUOT", "EFBIG", "EIO"].includes(codeOf(cause));
  const detail = cause instanceof Error ? cause.message : String(cause);
  return { code: "BackupFailed", file, reason: ofTheDisk ? "disk" : "failed", detail, cause };
};

const REASONS: Readonly<Record<string, BackupRefused["reason"]>> = {
  EEXIST: "exists",
  ENOENT: "noFolder",
  ENOTDIR: "noFolder",
  EACCES: "notWritable",
  EPERM: "notWritable",
  EROFS: "notWritable",
};

const codeOf = (cause: unknown): string =>
  cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : "";
