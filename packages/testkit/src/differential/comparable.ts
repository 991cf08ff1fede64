import type { EventStoreError, LogPage, RecordedEvent, StreamPage } from "@motcua/event-store";
import { bimap, type Either } from "fp-ts/lib/Either.js";
import { isRestoredAt } from "../workload/restore-of.js";
import type { Through } from "./read-through.js";

/** An answer without what is for people to read: the words and the cause of an error. */
export const comparable = <A>(
  answer: Either<EventStoreError, A>,
  value: (answer: A) => unknown = (whole) => whole,
): Either<object, unknown> => bimap(withoutWords, value)(answer);

/** A page of a stream, or of the log without its cursor: what that means is seen by reading on after it. */
export const comparablePage = (page: StreamPage | LogPage): object => {
  const events = page.events.map(withoutRecordedAt);
  return "cursor" in page ? { events, atEnd: page.atEnd } : { ...page, events };
};

export const comparableThrough = ({ events }: Through): object => events.map(withoutRecordedAt);

const withoutWords = (error: EventStoreError): object => {
  const { cause: _, detail: __, ...rest } = { cause: undefined, detail: "", ...error };
  return rest;
};

/** When a store learned an event is its own affair, unless the event came with that time. */
const withoutRecordedAt = ({ recordedAt, ...event }: RecordedEvent): object =>
  isRestoredAt(recordedAt) ? { ...event, recordedAt } : event;
