import { type StoreUnavailable, unavailable } from "@motcua/event-store";
import { type Either, left } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";

/** Whether a store is open, and what is under way in it. */
export interface Life {
  /** Aborted when the store begins to close: nobody waits for another attempt any more. */
  readonly closing: AbortSignal;
  /** Does something, if the store is still open; the end waits for it. */
  readonly whileOpen: <E, A>(work: () => Promise<Either<E, A>>) => TaskEither<E | StoreUnavailable, A>;
  /** Lets nothing new begin, and resolves when what was under way has ended. */
  readonly end: () => Promise<void>;
}

export const makeLife = (): Life => {
  const ending = new AbortController();
  let underWay = 0;
  let drained = (): void => undefined;

  return {
    closing: ending.signal,
    whileOpen: (work) => async () => {
      if (ending.signal.aborted) return left(unavailable("the store is closed"));
      underWay++;
      try {
        return await work();
      } finally {
        if (--underWay === 0) drained();
      }
    },
    end: () =>
      new Promise((resolve) => {
        drained = resolve;
        ending.abort();
        if (underWay === 0) resolve();
      }),
  };
};
