/** How long a channel is left alone after a failure. */
export interface RetryPolicy {
  readonly firstMs: number;
  readonly longestMs: number;
}

export const RETRY_POLICY: RetryPolicy = { firstMs: 60_000, longestMs: 4 * 3_600_000 };

/**
 * The pause after so many failures before this one: twice as long each time, of which a random part, so that many who failed
 * together do not come again together (M. Brooker, "Exponential Backoff And Jitter", 2015: full jitter).
 *
 * @param random  from 0 up to 1
 * @returns       milliseconds
 */
export const retryDelay =
  ({ firstMs, longestMs }: RetryPolicy) =>
  (failures: number, random: number): number =>
    Math.round(random * Math.min(longestMs, firstMs * 2 ** Math.min(failures, 40)));
