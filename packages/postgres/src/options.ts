import type { RecordedEvent } from "@motcua/event-store";

/** How to open a store. */
export interface PostgresOptions {
  /** Address of the database, as in `postgres://app:secret@db.example:5432/centre`. */
  readonly url: string;
  /** Schema of the log: lower-case letters, digits, `_`. Default `motcua`. */
  readonly schema?: string;
  /** Default `"readWriteCreate"`: the schema is made where there is none, or brought up to date. */
  readonly mode?: "readWriteCreate" | "readWrite" | "readOnly";
  /**
   * Most connections that read, each of them for many at once. One more writes, and one listens while there are
   * subscriptions. Default 4.
   */
  readonly readers?: number;
  /** How long a connection, an append or a page may take, in milliseconds. Default 30,000. */
  readonly timeoutMs?: number;
  /**
   * What stands between this process and the database. `"transaction"`: a pooler that lends connections for a transaction
   * at a time (PgBouncer's mode of that name). Then nothing is kept in a session: no prepared statements, no `LISTEN`, so
   * that subscriptions look every `pollIntervalMs`; and while another transaction holds a stream, an append to it holds up
   * the others of this store. Default `"none"`.
   */
  readonly pooler?: "none" | "transaction";
  /** How often a subscription looks although it heard nothing, in milliseconds. Default 1,000, behind a pooler 100. */
  readonly pollIntervalMs?: number;
  /** How long a subscription outlives a database that cannot be reached, in milliseconds. Default 300,000. */
  readonly patienceMs?: number;
  /**
   * Runs inside the transaction that writes the events, before it is committed: for a seal, an inline projection or the
   * caller's own tables. A rejection undoes the append. It must not end the transaction.
   *
   * @example
   * inTransaction: async ({ client, events }) => {
   *   for (const { stream } of events) await client.query("INSERT INTO inbox VALUES ($1) ON CONFLICT DO NOTHING", [stream]);
   * }
   */
  readonly inTransaction?: (transaction: AppendTransaction) => Promise<void>;
}

/** What a hook is given. Appends that share a commit share one call; on a failure they are tried again in smaller groups. */
export interface AppendTransaction {
  readonly client: PostgresClient;
  /** What is being added, in the order of the log; never empty. */
  readonly events: ReadonlyArray<PositionedEvent>;
}

/** An event and its place in the log. Places grow; they may have gaps. */
export interface PositionedEvent extends RecordedEvent {
  readonly position: number;
}

/** The part of a connection of `pg` that is used: pass a `Client` or a `PoolClient`. */
export interface PostgresClient {
  // biome-ignore lint/suspicious/noExplicitAny: `pg` overloads this; the widest type is the only one that all fit
  query(query: any, values?: any): any;
}
