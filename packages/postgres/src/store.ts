import {
  appendQueue,
  type Committer,
  type EventStore,
  type FactReader,
  type Finding,
  follow,
  type ReadError,
  type StoreDamaged,
  unavailable,
} from "@motcua/event-store";
import { type Either, left } from "fp-ts/lib/Either.js";
import type { Task } from "fp-ts/lib/Task.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { makeCommit } from "./commit.js";
import { type Database, type RunSql, withConnection } from "./database.js";
import { examine } from "./doctor.js";
import { failure } from "./failure.js";
import { whileHeld } from "./held.js";
import type { PostgresOptions } from "./options.js";
import { logReader } from "./read-all.js";
import { streamReader } from "./read-stream.js";
import { makeWake } from "./wake.js";

/** An event store in a PostgreSQL database. */
export interface PostgresEventStore extends EventStore, FactReader {
  /** The database and schema, for people: without user and password. */
  readonly where: string;
  /** Examines the server's settings, the schema, the rights and the order of the log; changes nothing. */
  readonly doctor: TaskEither<ReadError, ReadonlyArray<Finding>>;
}

/** Connections that read, and the one that writes: readers who wait for an open transaction do not keep it from anyone. */
export interface Connections {
  readonly reading: Database;
  readonly writing: Database;
}

export const storeOver = (
  { reading: readers, writing }: Connections,
  options: PostgresOptions,
  where: string,
): PostgresEventStore => {
  const { schema } = readers;
  const { mode, timeoutMs = 30_000, patienceMs = 300_000 } = options;
  const ending = new AbortController();
  const wake = makeWake(writing, options);
  const commit = makeCommit(writing, options);
  const queue = appendQueue(
    { commit: mode === "readOnly" ? refuse : commit, ahead: 1, soon: queueMicrotask, close: async () => undefined },
    wake.ring,
  );
  const readStream = streamReader(schema);
  const { readAll, readFacts, head } = logReader(schema);

  let ended: Promise<void> | undefined;
  const reading = async <A>(
    read: (sql: RunSql) => Promise<Either<ReadError, A>>,
    weight?: number,
  ): Promise<Either<ReadError, A>> => {
    if (ended !== undefined) return left(unavailable("the store is closed"));
    try {
      return await withConnection(readers, ({ sql }) => read(sql), weight);
    } catch (cause) {
      return left(cause instanceof SyntaxError ? notJson(cause) : failure(cause));
    }
  };
  const end = async () => {
    ending.abort();
    await queue.close();
    await wake.close();
    await Promise.all([readers.close(), writing.close()]);
  };
  const close: Task<void> = () => {
    ended ??= end();
    return ended;
  };

  const port: Omit<PostgresEventStore, "subscribe"> = {
    append: (stream, events, expected) => whileHeld(queue.append(stream, events, expected), timeoutMs, ending.signal),
    restore: queue.restore,
    readStream: (stream, query) => () => reading((sql) => readStream(sql, stream, query)),
    // A page of the log keeps the short reads of streams from its connection: they would wait for all of it.
    readAll: (query) => () => reading((sql) => readAll(sql, query), 4),
    readFacts: (query) => () => reading((sql) => readFacts(sql, query), 4),
    head: () => reading(head),
    capabilities: { durable: true, uniqueIds: "log", maxAppendBytes: null },
    where,
    doctor: () => reading((sql) => examine(sql, schema)),
    close,
  };
  const patience = { forMs: patienceMs, pauseMs: 50, isOver: () => ended !== undefined };
  return {
    ...port,
    subscribe: async function* (subscription) {
      const finish = wake.begin();
      try {
        yield* follow(port.readAll, wake.heard, subscription, patience);
      } finally {
        finish();
      }
    },
  };
};

/** A store that was opened to be read. */
const refuse: Committer["commit"] = async (requests) =>
  requests.map(() => left({ code: "AccessDenied", detail: "the store was opened to be read only", cause: undefined }));

const notJson = (cause: SyntaxError): StoreDamaged => ({ code: "StoreDamaged", detail: "an event is not JSON", cause });
