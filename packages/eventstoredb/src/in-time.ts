import type { Resolved, ResultStream, Results } from "./client.js";
import { silence } from "./failure.js";

/**
 * An answer, or a `silence` in its place. The clients wait for a frozen server for 20 seconds and more, whatever deadline
 * they are given.
 */
export const inTime = <A>(ms: number, answer: Promise<A>): Promise<A> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(silence(ms)), ms);
    // What comes after the time is heard, and dropped.
    answer.then(
      (value) => {
        clearTimeout(timer);
        resolve(value);
      },
      (cause: unknown) => {
        clearTimeout(timer);
        reject(cause);
      },
    );
  });

/** `"enough"` ends the read. */
export type Take = (result: Resolved) => "more" | "enough";

/**
 * Gives the results of a read to `take`, until there are no more or it has enough; leaves no call open.
 *
 * @param ms  longest silence between two results
 */
export const takeEach = async (ms: number, open: () => Results, take: Take): Promise<void> => {
  const results = open();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silence(ms)), ms);
  });
  // One timer for the whole read, wound up again: one for each result took a tenth of the time.
  const takeInTime: Take = (result) => {
    timer?.refresh();
    return take(result);
  };
  const draining = isStream(results)
    ? drainStream(results, takeInTime)
    : drain(results[Symbol.asyncIterator](), takeInTime);
  draining.done.catch(nothing);
  try {
    await Promise.race([draining.done, late]);
  } finally {
    clearTimeout(timer);
    draining.leave();
  }
};

interface Draining {
  readonly done: Promise<void>;
  /** Ends the call, if it has not ended. Not waited for: a server that is silent would not let us go either. */
  readonly leave: () => void;
}

const isStream = (results: Results): results is ResultStream => "cancel" in results;

/**
 * By its events, which is faster than to iterate. What still comes after `leave` is let run dry: a stream of this client that
 * is destroyed instead keeps its call, and with it the end of the client.
 */
const drainStream = (results: ResultStream, take: Take): Draining => {
  let isOver = false;
  const done = new Promise<void>((resolve, reject) => {
    results.on("data", (result) => {
      if (isOver) return;
      try {
        if (take(result) === "enough") resolve();
      } catch (cause) {
        reject(cause);
      }
    });
    for (const sign of ["end", "close"] as const) results.on(sign, () => resolve());
    // Also after the end: an error that nobody hears ends the process.
    results.on("error", reject);
  });
  let hasEnded = false;
  results.on("end", () => {
    hasEnded = true;
  });
  return {
    done,
    leave: () => {
      isOver = true;
      if (!hasEnded) results.cancel().catch(nothing);
    },
  };
};

const drain = (iterator: AsyncIterator<Resolved>, take: Take): Draining => {
  let hasEnded = false;
  const toTheEnd = async () => {
    for (;;) {
      const step = await iterator.next();
      hasEnded = step.done === true;
      if (hasEnded || take(step.value) === "enough") return;
    }
  };
  return {
    done: toTheEnd(),
    leave: () => {
      if (!hasEnded) iterator.return?.()?.catch(nothing);
    },
  };
};

const nothing = (): void => undefined;
