import { closeSync, fsyncSync, openSync, statSync } from "node:fs";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { BackupError, BackupFailed } from "./backup-errors.js";
import { connect } from "./connect.js";
import type { Connection, Driver } from "./driver.js";
import { failure, sqliteCode } from "./failure.js";

/** A finished backup: checked, synced to the disk, and under its name. */
export interface Backup {
  /** How many events the copy holds: all up to this position, and none after it. */
  readonly events: number;
  /** Size of the file. */
  readonly bytes: number;
}

/** What is to be copied: `target` is the name it will have, `partial` the one that it grows under. */
export interface CopyTask {
  readonly source: string;
  readonly partial: string;
  readonly target: string;
}

/** Pages of one step, between which the thread listens: a megabyte. */
const PAGES_OF_A_STEP = 256;

/**
 * Copies a log page by page, and checks the copy.
 *
 * The transaction that reads stands open all the while. Without it SQLite would begin again whenever another process has
 * committed, and beside a busy writer never end; with it the copy is of one instant, and writers go on, since in WAL a
 * reader holds up nobody. Until it ends the WAL grows.
 *
 * @param step  called after each step with the pages that are copied and all there are; `"stop"` ends the backup
 */
export const copyLog = async (
  driver: Driver,
  { source, partial, target }: CopyTask,
  step: (pages: number, of: number) => "go on" | "stop",
): Promise<Either<BackupError, Backup>> => {
  const failed = (reason: BackupFailed["reason"], detail: string, cause?: unknown): Either<BackupError, Backup> =>
    left({ code: "BackupFailed", file: target, reason, detail, cause });
  let reader: Connection | undefined;
  let wanted: Extent;
  try {
    reader = connect(driver, { file: source, mode: "readOnly" });
    reader.exec("BEGIN");
    wanted = extentOf(reader);
  } catch (cause) {
    reader?.close();
    return left(failure(cause));
  }
  try {
    await reader.backup(partial, {
      progress: ({ totalPages, remainingPages }) => {
        if (step(totalPages - remainingPages, totalPages) === "stop") throw new Stopped();
        return PAGES_OF_A_STEP;
      },
    });
    const fault = faultOf(driver, partial, wanted);
    if (fault !== undefined) return failed("unsound", fault);
    sync(partial);
    return right({ events: wanted.events, bytes: statSync(partial).size });
  } catch (cause) {
    if (cause instanceof Stopped) return failed("stopped", "the backup was stopped");
    return failed(isOfTheDisk(cause) ? "disk" : "failed", sqliteCode(cause) ?? String(cause), cause);
  } finally {
    reader.close();
  }
};

class Stopped extends Error {}

interface Extent {
  readonly events: number;
  readonly last: number;
}

const extentOf = (connection: Connection): Extent => {
  const [events = 0, last = 0] =
    connection.prepare<[], number[]>("SELECT count(*), ifnull(max(position), 0) FROM events").raw().get() ?? [];
  return { events, last };
};

/** What is wrong with the copy, read anew from its file. */
const faultOf = (driver: Driver, partial: string, wanted: Extent): string | undefined => {
  const copy = connect(driver, { file: partial, mode: "readWrite" });
  try {
    const found = copy.prepare<[], string>("PRAGMA integrity_check(3)").pluck().all();
    if (found[0] !== "ok") return found.join("; ");
    const { events, last } = extentOf(copy);
    if (events === wanted.events && last === wanted.last) return undefined;
    return `${events} events up to ${last}, where the log has ${wanted.events} up to ${wanted.last}`;
  } finally {
    copy.close();
  }
};

const sync = (file: string): void => {
  const descriptor = openSync(file, "r+");
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
};

/** Past a limit on the size of files a write fails as it does on a broken disk. */
const isOfTheDisk = (cause: unknown): boolean => /^SQLITE_(FULL|IOERR)/.test(sqliteCode(cause) ?? "");
