import { type EventStore, inMemoryEventStore, type LogPage } from "@motcua/event-store";
import { map } from "fp-ts/lib/Either.js";

/** A fault that an adapter could have, planted in a store that has none. */
export interface Fault {
  readonly name: string;
  /** The row of the contract that must catch it. */
  readonly caughtBy: string;
  readonly plant: (sound: EventStore) => Partial<EventStore>;
}

export const withFault =
  ({ plant }: Fault) =>
  async (): Promise<EventStore> => {
    const sound = inMemoryEventStore();
    return { ...sound, ...plant(sound) };
  };

/** A fault in what a page of the log holds. */
export function onPages(change: (page: LogPage, limit: number) => LogPage): Fault["plant"] {
  return ({ readAll }) => ({
    readAll: (query) => async () => map((page: LogPage) => change(page, query?.limit ?? 1_000))(await readAll(query)()),
  });
}
