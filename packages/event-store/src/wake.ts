/** Lets sleepers know that something may have been appended. */
export interface Bell {
  readonly ring: () => void;
  /** Resolves at the next ring, after `timeoutMs`, or when the signal aborts; leaves nothing behind. */
  readonly heard: (signal: AbortSignal, timeoutMs?: number) => Promise<void>;
}

export const makeBell = (): Bell => {
  const sleepers = new Set<() => void>();
  return {
    ring: () => {
      for (const wake of [...sleepers]) wake();
    },
    heard: (signal, timeoutMs) =>
      new Promise((resolve) => {
        if (signal.aborted) return resolve();
        const wake = () => {
          sleepers.delete(wake);
          signal.removeEventListener("abort", wake);
          if (timer !== undefined) clearTimeout(timer);
          resolve();
        };
        const timer = timeoutMs === undefined ? undefined : setTimeout(wake, timeoutMs);
        sleepers.add(wake);
        signal.addEventListener("abort", wake);
      }),
  };
};
