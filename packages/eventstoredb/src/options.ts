import type { Cursor } from "@motcua/event-store";

/** How to use a server. Every member has a default. */
export interface EventStoreDbOptions {
  /**
   * Keeps this log apart from others on the same server: a word of 1 to 64 letters, digits or `_`. Its streams are named
   * `<namespace>.<stream>` there, which the store does not show. Default: all streams of the server are this log.
   */
  readonly namespace?: string;
  /** Where the log begins, if not at the server's first event: a cursor of this server, as of `head`. */
  readonly startAfter?: Cursor;
  /** How long the server may stay silent before an attempt counts as failed, in milliseconds. Default 5,000. */
  readonly timeoutMs?: number;
  /** How long one call goes on trying while the server is away or changes its leader, in milliseconds. Default 15,000. */
  readonly retryForMs?: number;
  /** How long a subscription goes on trying, in milliseconds, before it tells of the fault. Default 120,000. */
  readonly reconnectForMs?: number;
}

/** The options with their defaults. */
export interface Settings {
  readonly timeoutMs: number;
  readonly retryForMs: number;
  readonly reconnectForMs: number;
}

export const settingsOf = ({
  timeoutMs = 5_000,
  retryForMs = 15_000,
  reconnectForMs = 120_000,
}: EventStoreDbOptions): Settings => ({ timeoutMs, retryForMs, reconnectForMs });
