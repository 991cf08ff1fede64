import { makeBell } from "@motcua/event-store";
import type { Connection } from "./driver.js";

export interface Watch {
  /** Something was appended here. */
  readonly ring: () => void;
  /** Resolves when something may have been appended, here or by another process, or when the signal aborts. */
  readonly heard: (signal: AbortSignal) => Promise<void>;
}

/**
 * Tells subscriptions when to look again: at once for appends of this store, and for those of other processes by asking
 * `PRAGMA data_version`, which reads a few bytes of shared memory. Nothing runs while nobody waits.
 */
export const makeWatch = (connection: Connection, pollIntervalMs: number): Watch => {
  const bell = makeBell();
  const dataVersion = connection.prepare("PRAGMA data_version").pluck();
  let sleepers = 0;
  let timer: NodeJS.Timeout | undefined;
  let seen: unknown;

  /** An unreadable file counts as news: the read that follows will tell. */
  const version = (): unknown => {
    try {
      return dataVersion.get();
    } catch (cause) {
      return cause;
    }
  };
  const look = () => {
    const now = version();
    if (now !== seen) bell.ring();
    seen = now;
  };

  return {
    ring: bell.ring,
    heard: async (signal) => {
      if (!connection.open) return;
      if (sleepers++ === 0) {
        seen = version();
        timer = setInterval(look, pollIntervalMs);
      }
      try {
        await bell.heard(signal);
      } finally {
        if (--sleepers === 0) clearInterval(timer);
      }
    },
  };
};
