import { randomBytes } from "node:crypto";
import { chmodSync, closeSync, existsSync, openSync, statSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import { type BackupFailed, type BackupRefused, targetError } from "./backup-errors.js";
import { BESIDE, type Existing } from "./backup-finish.js";
import { connect } from "./connect.js";
import type { Driver } from "./driver.js";
import { identify } from "./identify.js";

/**
 * An empty file beside the target, for the copy to grow in: on the same disk, so that it can be renamed, and readable by
 * those alone who may read the log.
 */
export const makePartial = (
  driver: Driver,
  source: string,
  target: string,
  existing: Existing,
): Either<BackupRefused | BackupFailed, string> => {
  const partial = join(dirname(target), `${basename(target)}.${randomBytes(4).toString("hex")}.partial`);
  try {
    const reason = obstacle(driver, source, target, existing);
    if (reason !== undefined) return left({ code: "BackupRefused", file: target, reason });
    // Whatever the log is: this process must write the copy.
    const mode = (statSync(source).mode & 0o777) | 0o600;
    closeSync(openSync(partial, "wx", mode));
    // The umask of this process may have taken some away.
    chmodSync(partial, mode);
    return right(partial);
  } catch (cause) {
    return left(targetError(target, cause));
  }
};

const obstacle = (
  driver: Driver,
  source: string,
  target: string,
  existing: Existing,
): BackupRefused["reason"] | undefined => {
  if (!existsSync(dirname(target))) return "noFolder";
  const identity = identify(target);
  if (identity !== "missing") {
    if (isSame(source, target)) return "inUse";
    if (existing !== "replace" || identity !== "ours") return "exists";
    tidy(driver, target);
  }
  // SQLite would take what another log has left beside its file for the newest pages of the copy.
  return BESIDE.some((suffix) => existsSync(`${target}${suffix}`)) ? "inUse" : undefined;
};

/** Who only read a log has left files beside it; who writes to it last, takes them away. */
const tidy = (driver: Driver, file: string): void => {
  try {
    connect(driver, { file, mode: "readWrite", busyTimeoutMs: 0 }).close();
  } catch {
    // It cannot be opened: what is beside it stays.
  }
};

/** One file may have several names. */
const isSame = (source: string, target: string): boolean => {
  const [one, other] = [statSync(source), statSync(target)];
  return one.dev === other.dev && one.ino === other.ino;
};
