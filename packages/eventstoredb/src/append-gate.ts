/**
 * Keeps the end of a client apart from the appends of all others in the process.
 *
 * `@eventstore/db-client` keeps the appends that wait for an answer in one table for the whole process. The end of one
 * client's stream of appends empties it: the others' appends fail, and the first late answer to one of them throws where
 * nobody can catch it, which ends the process.
 */
export interface AppendGate {
  /** Resolves when an append may begin; `undefined` where it may at once. */
  readonly shut: () => Promise<void> | undefined;
  readonly enter: () => void;
  readonly leave: () => void;
  /** Does something while no append is under way, after `ms` milliseconds in any case. */
  readonly alone: (ms: number, work: () => Promise<void>) => Promise<void>;
}

const makeGate = (): AppendGate => {
  let underWay = 0;
  let shut: Promise<void> | undefined;
  let quiet = (): void => undefined;

  const whenQuiet = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      if (underWay === 0) return resolve();
      const timer = setTimeout(resolve, ms);
      quiet = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  return {
    shut: () => shut,
    enter: () => {
      underWay++;
    },
    leave: () => {
      if (--underWay === 0) quiet();
    },
    alone: async (ms, work) => {
      while (shut !== undefined) await shut;
      const done = whenQuiet(ms).then(work);
      shut = done
        .catch(() => undefined)
        .finally(() => {
          shut = undefined;
        });
      return done;
    },
  };
};

/** One for the process, as the table is. */
export const appendGate = makeGate();
