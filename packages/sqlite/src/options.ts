import type { RecordedEvent } from "@motcua/event-store";

/** How to open a store. */
export type SqliteOptions = SqliteFile & (CommitsInline | CommitsInThread);

export interface SqliteFile {
  /** Path of the file, or `":memory:"` for a store that ends with the process. */
  readonly file: string;
  /** Default `"readWriteCreate"`: the file is made where there is none. */
  readonly mode?: "readWriteCreate" | "readWrite" | "readOnly";
  /** How long to wait for another process that is writing, in milliseconds. Default 5,000. */
  readonly busyTimeoutMs?: number;
  /** How often a subscription looks for what other processes have appended, in milliseconds. Default 100. */
  readonly pollIntervalMs?: number;
}

/**
 * Commits in a thread of their own: the caller's thread goes on deciding while SQLite writes and the disk syncs, and
 * never waits for another process that writes. A bulk load takes half the time; a single append a little longer. For a
 * file only, and without what would have to be called in the other thread.
 */
export interface CommitsInThread {
  readonly commits: "thread";
  readonly clock?: never;
  readonly inTransaction?: never;
}

/** Commits in the thread of the caller: the default. */
export interface CommitsInline extends WriterHooks {
  readonly commits?: "inline";
}

/** What a commit calls back. */
export interface WriterHooks {
  /** The store's clock, epoch milliseconds. Default: the machine's. */
  readonly clock?: () => number;
  /**
   * Runs inside the transaction that writes the events, before it is committed: for a seal, an inline projection or the
   * caller's own tables. What it throws undoes the append. It must not be asynchronous, end the transaction, or write to
   * the tables of the log.
   *
   * @example
   * inTransaction: ({ connection, events }) => {
   *   const put = connection.prepare("INSERT INTO inbox (stream) VALUES (?) ON CONFLICT DO NOTHING");
   *   for (const event of events) put.run(event.stream);
   * }
   */
  readonly inTransaction?: (transaction: AppendTransaction) => void;
}

/** What a hook is given. Appends that share a commit share one call; on a failure they are tried again in smaller groups. */
export interface AppendTransaction {
  readonly connection: SqliteConnection;
  /** What is being added, in the order of the log; never empty. */
  readonly events: ReadonlyArray<RecordedEvent>;
  /** Position of the first of them; the others follow without gaps. */
  readonly firstPosition: number;
}

/** The open connection of a transaction: the part of better-sqlite3 that is safe to lend. */
export interface SqliteConnection {
  prepare(sql: string): SqliteStatement;
  exec(sql: string): unknown;
}

export type SqliteValue = null | number | bigint | string | Uint8Array;

export interface SqliteStatement {
  run(...values: ReadonlyArray<SqliteValue>): { readonly changes: number; readonly lastInsertRowid: number | bigint };
  get(...values: ReadonlyArray<SqliteValue>): unknown;
  all(...values: ReadonlyArray<SqliteValue>): ReadonlyArray<unknown>;
}
