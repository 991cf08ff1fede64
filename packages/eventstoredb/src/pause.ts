import { setTimeout as sleep } from "node:timers/promises";

/**
 * Waits before another attempt: 25 ms, then twice as long each time, up to a second; and of that a random half to whole,
 * so that many who lost the same server do not come back at the same instant.
 *
 * @param attempt  how many have failed, from 1
 * @returns        when the time is over or a signal aborts; never rejects
 */
export const pause = async (attempt: number, signal: AbortSignal): Promise<void> => {
  const longest = Math.min(LONGEST, SHORTEST * 2 ** (attempt - 1));
  await sleep(longest * (0.5 + Math.random() / 2), undefined, { signal }).catch(() => undefined);
};

const SHORTEST = 25;
const LONGEST = 1_000;
