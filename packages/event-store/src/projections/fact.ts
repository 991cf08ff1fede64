import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import type { ReadError } from "../errors.js";
import type { RecordedEvent } from "../event.js";
import type { EventStore, LogPage, LogQuery } from "../port.js";

/** What a fold sees of an event: what happened, to whom, when, and when the store learned it. */
export type Fact = Pick<RecordedEvent, "stream" | "version" | "type" | "occurredAt" | "recordedAt" | "data">;

/** A page of facts; else as a page of the log. */
export interface FactPage extends Omit<LogPage, "events"> {
  readonly events: ReadonlyArray<Fact>;
}

/**
 * The log, read for a fold: the same events in the same order as by `readAll`. A store offers it beside the port where it
 * can leave out what a fold does not look at: ids, metadata, data of events that are passed over. What it cannot read, it
 * may first find when `data` is looked at: that throws then.
 */
export interface FactReader {
  readonly readFacts: (query?: LogQuery) => TaskEither<ReadError, FactPage>;
}

/** A log that is read for folds: any event store. */
export type FactLog = Pick<EventStore, "readAll"> & Partial<FactReader>;

/** The quickest way that a store has to read its log for a fold. */
export const readFactsOf = (log: FactLog): FactReader["readFacts"] => log.readFacts ?? log.readAll;
