import { isDeepStrictEqual } from "node:util";
import type { AppendError, EventStore, NewEvent, ReadError, RecordedEvent } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";

/** What writing the events of a dossier changed. */
export interface Merged {
  /** How many events were not there yet. */
  readonly appended: number;
  /** How many are there with other content; what is stored stays. */
  readonly differing: number;
}

/**
 * Appends those events that the stream does not have yet, known by their ids. Doing it again changes nothing, and what an
 * interrupted import left out is made up for.
 */
export const mergeInto = async (
  store: Pick<EventStore, "append" | "readStream">,
  stream: string,
  events: ReadonlyArray<NewEvent>,
): Promise<Either<AppendError | ReadError, Merged>> => {
  for (let attempt = 0; ; attempt++) {
    const stored = await readWhole(store, stream);
    if (isLeft(stored)) return stored;
    const byId = new Map(stored.right.map((event) => [event.id, event]));
    const missing = events.filter(({ id }) => !byId.has(id));
    const differing = events.filter((event) => differs(byId.get(event.id), event)).length;
    if (missing.length === 0) return right({ appended: 0, differing });
    const appended = await store.append(stream, missing, stored.right.length)();
    if (!isLeft(appended)) return right({ appended: missing.length, differing });
    if (appended.left.code !== "VersionConflict" || attempt >= 3) return left(appended.left);
  }
};

const readWhole = async (
  store: Pick<EventStore, "readStream">,
  stream: string,
): Promise<Either<ReadError, ReadonlyArray<RecordedEvent>>> => {
  const events: RecordedEvent[] = [];
  for (let from: number | null = 1; from !== null; ) {
    const page: Awaited<ReturnType<ReturnType<EventStore["readStream"]>>> = await store.readStream(stream, { from })();
    if (isLeft(page)) return page;
    events.push(...page.right.events);
    from = page.right.next;
  }
  return right(events);
};

const differs = (stored: RecordedEvent | undefined, event: NewEvent): boolean =>
  stored !== undefined && (stored.occurredAt !== event.occurredAt || !isDeepStrictEqual(stored.data, event.data));
