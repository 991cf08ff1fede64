import type { AppendError, EventStore } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { SimulatedAppend } from "./office.js";
import { simulateYear, type YearOptions } from "./year.js";

export interface Populated {
  readonly dossiers: number;
  readonly events: number;
}

/**
 * Writes a simulated year into a store. It may be interrupted and started again with the same options: what is there
 * already is recognised by its ids and not written twice.
 *
 * @param progress  called after each batch with the number of events so far
 */
export const populate =
  (
    store: Pick<EventStore, "append">,
    options: YearOptions,
    progress: (events: number) => void = () => undefined,
  ): TaskEither<AppendError, Populated> =>
  async () => {
    let events = 0;
    let before: Promise<Either<AppendError, number>> = Promise.resolve(right(0));
    const settle = async (): Promise<Either<AppendError, number>> => {
      const written = await before;
      if (isLeft(written)) return written;
      events += written.right;
      if (events > 0) progress(events);
      return written;
    };

    for (const appends of simulateYear(options)) {
      // One batch may still be on its way to the disk while the next is simulated.
      const begun = appendAll(store, appends);
      const settled = await settle();
      if (isLeft(settled)) return settled;
      before = begun;
    }
    const settled = await settle();
    return isLeft(settled) ? settled : right({ dossiers: options.dossiers, events });
  };

/** Started together, so that the store may commit them together. Answers how many events there were. */
const appendAll = async (
  store: Pick<EventStore, "append">,
  appends: ReadonlyArray<SimulatedAppend>,
): Promise<Either<AppendError, number>> => {
  const results = await Promise.all(
    appends.map(({ stream, events, expected }) => store.append(stream, events, expected)()),
  );
  for (const result of results) if (isLeft(result)) return result;
  return right(appends.reduce((sum, { events }) => sum + events.length, 0));
};
