import type { Resolved, Results } from "./client.js";
import { silence } from "./failure.js";

/**
 * An answer, or a `silence` in its place. The clients wait for a frozen server for 20 seconds and more, whatever deadline
 * they are given.
 */
export const inTime = async <A>(ms: number, answer: Promise<A>): Promise<A> => {
  // The race may be over when it rejects.
  answer.catch(nothing);
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silence(ms)), ms);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * Gives the results of a read to `take`, until there are no more or it answers `"enough"`; leaves no call open.
 *
 * @param ms  longest silence between two results
 */
export const takeEach = async (
  ms: number,
  open: () => Results,
  take: (result: Resolved) => "more" | "enough",
): Promise<void> => {
  const results = open();
  // One client's results are a stream, which may tell of a fault after it has been left: unheard, that ends the process.
  results.on?.("error", nothing);
  const iterator = results[Symbol.asyncIterator]();
  let ended = false;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(silence(ms)), ms);
  });
  const drain = async () => {
    for (;;) {
      const step = await iterator.next();
      if (step.done === true) {
        ended = true;
        return;
      }
      // One timer for the whole read, wound up again: one for each result took a tenth of the time.
      timer?.refresh();
      if (take(step.value) === "enough") return;
    }
  };
  try {
    const draining = drain();
    draining.catch(nothing);
    await Promise.race([draining, late]);
  } finally {
    clearTimeout(timer);
    if (!ended) leave(results, iterator);
  }
};

/** Not waited for: a server that is silent would not let us go either. */
const leave = (results: Results, iterator: AsyncIterator<Resolved>): void => {
  results.cancel?.().catch(nothing);
  iterator.return?.()?.catch(nothing);
};

const nothing = (): void => undefined;
