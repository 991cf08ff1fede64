import { type EventStore, follow, type StoreDamaged, type StoreUnavailable } from "@motcua/event-store";
import type { Task } from "fp-ts/lib/Task.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { appendQueue } from "./append-queue.js";
import { makeCommit } from "./commit.js";
import { type DoctorOptions, examine, type Finding } from "./doctor.js";
import type { Connection } from "./driver.js";
import type { SqliteOptions } from "./options.js";
import { logReader } from "./read-all.js";
import { streamReader } from "./read-stream.js";
import { reading } from "./reading.js";
import { makeWatch } from "./watch.js";
import { makeWriter } from "./writer.js";

/** An event store in a SQLite file. */
export interface SqliteEventStore extends EventStore {
  /** As it was given when the store was opened. */
  readonly file: string;
  /** Examines the file and this connection; changes nothing. */
  readonly doctor: (options?: DoctorOptions) => TaskEither<StoreUnavailable | StoreDamaged, ReadonlyArray<Finding>>;
}

export const storeOver = (connection: Connection, options: SqliteOptions): SqliteEventStore => {
  const { file, mode, pollIntervalMs = 100 } = options;
  const watch = makeWatch(connection, pollIntervalMs);
  const queue = appendQueue(makeCommit(connection, makeWriter(connection, options)), watch.ring);
  const readStream = streamReader(connection);
  const { readAll, head } = logReader(connection);

  const close: Task<void> = async () => {
    if (!connection.open) return;
    queue.close();
    try {
      // Passive: a reader in another process must not hold up the end of this one.
      if (mode !== "readOnly") connection.pragma("wal_checkpoint(PASSIVE)");
    } finally {
      connection.close();
      watch.ring();
    }
  };

  const port: Omit<SqliteEventStore, "subscribe"> = {
    append: queue.append,
    readStream: (stream, query) => async () => reading(connection, () => readStream(stream, query)),
    readAll: (query) => async () => reading(connection, () => readAll(query)),
    head: async () => reading(connection, head),
    capabilities: { durable: !connection.memory, uniqueIds: "log" },
    file,
    doctor: (asked) => async () => reading(connection, () => examine(connection, asked)),
    close,
  };
  return { ...port, subscribe: (subscription) => follow(port.readAll, watch.heard, subscription) };
};
