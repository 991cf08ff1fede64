import type { AppendError, EventStore } from "@motcua/event-store";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
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
    for (const appends of simulateYear(options)) {
      // Started together, so that the store may commit them together.
      const results = await Promise.all(
        appends.map((append) => store.append(append.stream, append.events, append.expected)()),
      );
      for (const result of results) if (isLeft(result)) return left(result.left);
      events += appends.reduce((sum, append) => sum + append.events.length, 0);
      progress(events);
    }
    return right({ dossiers: options.dossiers, events });
  };
