import type { FaultPlan } from "../faults.js";
import type { Journal } from "../journal.js";
import type { Log } from "../log/log.js";
import type { Protocol } from "../protocol.js";

/** What the handlers of the calls work with. */
export interface Context {
  readonly protocol: Protocol;
  readonly log: Log;
  readonly journal: Journal;
  readonly faults: FaultPlan;
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** Where clients find the double. */
  readonly port: () => number;
  /** Drops every connection. */
  readonly disconnect: () => void;
  /** Whether the server knows BatchAppend. */
  readonly batchAppend: boolean;
}

/** The options of the server as 23.10 has them. */
export const SERVER = {
  version: "23.10.8",
  /** Bytes of one append. */
  maximumAppendSize: 1024 * 1024,
  /** Bytes of one message. */
  maximumMessageSize: 4 * 1024 * 1024,
  /** Events in a page of history, and what the interval of checkpoints is counted in. */
  pageSize: 32,
} as const;
