import { Worker } from "node:worker_threads";
import { unavailable } from "@motcua/event-store";
import { type Either, isLeft, left } from "fp-ts/lib/Either.js";
import type { BackupError, BackupFailed } from "./backup-errors.js";
import { nameFinished, removePartial } from "./backup-finish.js";
import { makePartial } from "./backup-target.js";
import type { Backup, CopyTask } from "./copy-log.js";
import { loadDriver } from "./driver.js";

/** How to make a backup. */
export interface BackupOptions {
  /** What becomes of an earlier log of that name. Default `"refuse"`. A file of another kind is never replaced. */
  readonly existing?: "refuse" | "replace";
  /** Called as it goes on, with the pages that are copied and all there are; a page has 4 KiB. */
  readonly onProgress?: (pages: number, of: number) => void;
  /** Ends the backup; what was copied is removed. */
  readonly signal?: AbortSignal;
}

/** What the thread that copies says. */
type Said = { readonly pages: number; readonly of: number } | Either<BackupError, Backup>;

/** Built beside the sources: the same place, seen from `src` and from `dist`. */
const PROGRAM = new URL("../dist/backup-thread.js", import.meta.url);

/**
 * Copies a log as it stands at one instant, in a thread of its own and over its own connection.
 *
 * The copy grows under another name, `<target>.<hex>.partial`: whatever ends this halfway, nothing stands under the name
 * that was asked for.
 */
export const backUp = async (
  source: string,
  target: string,
  { existing = "refuse", onProgress, signal }: BackupOptions = {},
): Promise<Either<BackupError, Backup>> => {
  if (source === ":memory:") return left(unavailable("a store in memory has no file to copy"));
  const partial = makePartial(await loadDriver(), source, target, existing);
  if (isLeft(partial)) return partial;
  try {
    const copied = await copyInThread({ source, partial: partial.right, target }, onProgress, signal);
    if (isLeft(copied)) return copied;
    const failed = signal?.aborted ? stopped(target) : nameFinished(partial.right, target, existing);
    return failed === undefined ? copied : left(failed);
  } finally {
    removePartial(partial.right);
  }
};

const copyInThread = (
  task: CopyTask,
  onProgress: BackupOptions["onProgress"],
  signal: AbortSignal | undefined,
): Promise<Either<BackupError, Backup>> => {
  const thread = new Worker(PROGRAM, { workerData: task });
  const stop = () => thread.postMessage("stop");
  signal?.addEventListener("abort", stop);
  if (signal?.aborted) stop();
  let answer: Either<BackupError, Backup> | undefined;
  let failure: unknown;
  thread.on("message", (said: Said) => {
    if ("pages" in said) onProgress?.(said.pages, said.of);
    else answer = said;
  });
  thread.on("error", (cause) => {
    failure = cause;
  });
  // Only now has it let go of the files.
  return new Promise((resolve) => {
    thread.on("exit", () => {
      signal?.removeEventListener("abort", stop);
      resolve(answer ?? left(unavailable("the thread that copies has ended", failure)));
    });
  });
};

const stopped = (file: string): BackupFailed => ({
  code: "BackupFailed",
  file,
  reason: "stopped",
  detail: "the backup was stopped",
  cause: undefined,
});
