import {
  type AppendError,
  categoryOf,
  type EventStore,
  isSameEvent,
  type Place,
  placeOf,
  type ReadError,
  type RecordedEvent,
  takeEvents,
} from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { ImportFault } from "../fault.js";
import type { ImportSummary } from "../legacy/import-log.js";
import type { CheckedNdjson } from "./check-ndjson.js";
import { type PlacedEvent, readEvents } from "./read-events.js";

/** The log holds another event than the file at the same place, so it is not the same log. Nothing more was written. */
export interface LogHoldsOther {
  readonly code: "LogHoldsOther";
  readonly file: string;
  /** On which line it stands. */
  readonly line: number;
  /** What the file has there, and what the log has. */
  readonly given: Place;
  readonly found: Place;
}

/**
 * Brings a checked log into a store: ids, order, versions and both times as they were. The store's log has to be empty, or
 * to begin as the file does: what it has of the file is compared and passed over, so an import that was interrupted goes
 * on where it was, and importing the same file again changes nothing. Nobody else may write meanwhile.
 *
 * @param progress  called with the number of events that are there, and how many there will be
 *
 * @example
 * await pipe(checkNdjson(ndjsonFile("log.ndjson")), chainW((checked) => importNdjson(store, checked)))();
 */
export const importNdjson =
  (
    store: Pick<EventStore, "readAll" | "restore">,
    { source, events: of, dossiers }: CheckedNdjson,
    progress: (events: number, of: number) => void = () => undefined,
  ): TaskEither<ImportFault | LogHoldsOther | AppendError | ReadError, ImportSummary> =>
  async () => {
    const stored = takeEvents(store);
    const changed = new Set<string>();
    let [passed, events] = [0, 0];
    for await (const batch of inBatches(readEvents(source))) {
      if (isLeft(batch)) return batch;
      const found = events > 0 ? right([]) : await stored(batch.right.length);
      if (isLeft(found)) return found;
      const other = firstOther(source.file, batch.right, found.right);
      if (other !== undefined) return left(other);
      const missing = batch.right.slice(found.right.length).map(({ event }) => event);
      const restored = missing.length === 0 ? right(undefined) : await store.restore(missing)();
      if (isLeft(restored)) return restored;
      for (const { stream } of missing) if (categoryOf(stream) === "dossier") changed.add(stream);
      passed += found.right.length;
      events += missing.length;
      progress(passed + events, of);
    }
    return right({ dossiers, events, anomalies: {}, skipped: dossiers - changed.size });
  };

/** As many as a store writes at once without growing. */
const BATCH = 2_000;

async function* inBatches(
  batches: AsyncIterable<Either<ImportFault, ReadonlyArray<PlacedEvent>>>,
): AsyncGenerator<Either<ImportFault, ReadonlyArray<PlacedEvent>>> {
  let waiting: PlacedEvent[] = [];
  for await (const batch of batches) {
    if (isLeft(batch)) return yield batch;
    waiting.push(...batch.right);
    if (waiting.length < BATCH) continue;
    yield right(waiting);
    waiting = [];
  }
  if (waiting.length > 0) yield right(waiting);
}

/** The first event of the log that is not the one of the file at its place. */
const firstOther = (
  file: string,
  given: ReadonlyArray<PlacedEvent>,
  found: ReadonlyArray<RecordedEvent>,
): LogHoldsOther | undefined => {
  for (const [n, stored] of found.entries()) {
    const { event, line } = given[n] ?? {};
    if (event === undefined || line === undefined || isSameEvent(event, stored)) continue;
    return { code: "LogHoldsOther", file, line, given: placeOf(event), found: placeOf(stored) };
  }
  return undefined;
};
