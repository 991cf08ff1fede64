import {
  type AccessDenied,
  appendQueue,
  type EventStore,
  type FactReader,
  type Finding,
  follow,
  type StoreDamaged,
  type StoreUnavailable,
  unavailable,
} from "@motcua/event-store";
import { left } from "fp-ts/lib/Either.js";
import type { Task } from "fp-ts/lib/Task.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { type BackupOptions, backUp } from "./backup.js";
import type { BackupError } from "./backup-errors.js";
import { inlineCommitter } from "./committer.js";
import type { Backup } from "./copy-log.js";
import { type DoctorOptions, examine } from "./doctor.js";
import type { Connection } from "./driver.js";
import type { SqliteOptions } from "./options.js";
import { logReader } from "./read-all.js";
import { streamReader } from "./read-stream.js";
import { reading } from "./reading.js";
import { threadCommitter } from "./thread-committer.js";
import { makeWatch } from "./watch.js";

/** An event store in a SQLite file. */
export interface SqliteEventStore extends EventStore, FactReader {
  /** As it was given when the store was opened. */
  readonly file: string;
  /** Examines the file and this connection; changes nothing. */
  readonly doctor: (
    options?: DoctorOptions,
  ) => TaskEither<AccessDenied | StoreUnavailable | StoreDamaged, ReadonlyArray<Finding>>;
  /**
   * Copies the log as it is now into another file, while this process and others go on writing.
   *
   * The copy has every event up to one position and none after it, and is a log of its own. It gets its name when it is
   * complete, checked (every page, the number of events) and synced to the disk, and not before; what a process that was
   * killed leaves is called `<target>.<hex>.partial`. While it is copied the WAL grows by what is written.
   *
   * @param target  where to; its folder must be there
   *
   * @example
   * const backup = await store.backupTo("backups/centre-2026-01-05.db")();
   */
  readonly backupTo: (target: string, options?: BackupOptions) => TaskEither<BackupError, Backup>;
}

export const storeOver = (connection: Connection, options: SqliteOptions): SqliteEventStore => {
  const { file, mode, pollIntervalMs = 100 } = options;
  const watch = makeWatch(connection, pollIntervalMs);
  const committer = options.commits === "thread" ? threadCommitter(options) : inlineCommitter(connection, options);
  const queue = appendQueue(committer, watch.ring);
  const readStream = streamReader(connection);
  const { readAll, readFacts, head } = logReader(connection);

  const end = async () => {
    await queue.close();
    try {
      await committer.close();
      // Passive: a reader in another process must not hold up the end of this one.
      if (mode !== "readOnly") connection.pragma("wal_checkpoint(PASSIVE)");
    } finally {
      connection.close();
      watch.ring();
    }
  };
  let ended: Promise<void> | undefined;
  const close: Task<void> = () => {
    ended ??= end();
    return ended;
  };

  const port: Omit<SqliteEventStore, "subscribe"> = {
    append: queue.append,
    restore: queue.restore,
    readStream: (stream, query) => async () => reading(connection, () => readStream(stream, query)),
    readAll: (query) => async () => reading(connection, () => readAll(query)),
    readFacts: (query) => async () => reading(connection, () => readFacts(query)),
    head: async () => reading(connection, head),
    capabilities: { durable: !connection.memory, uniqueIds: "log", maxAppendBytes: null },
    file,
    doctor: (asked) => async () => reading(connection, () => examine(connection, asked)),
    backupTo: (target, asked) => async () =>
      connection.open ? backUp(file, target, asked) : left(unavailable("the store is closed")),
    close,
  };
  return { ...port, subscribe: (subscription) => follow(port.readAll, watch.heard, subscription) };
};
