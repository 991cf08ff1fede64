import type { CheckedCopy, CheckedEvent, EventRefused } from "@motcua/event-store";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import { overflowAt } from "./append-size.js";
import type { WireEvent } from "./client.js";
import { toWire } from "./wire-event.js";

/** Events for one stream that have passed every check, in both their forms; never empty. */
export interface Batch {
  readonly stream: string;
  readonly events: ReadonlyArray<CheckedEvent>;
  readonly wire: WireEvent[];
}

/** Makes the two forms, unless together they are more than one append may hold. */
export const batchOf = (
  stream: string,
  events: ReadonlyArray<CheckedEvent & Partial<Pick<CheckedCopy, "recordedAt">>>,
): Either<EventRefused, Batch> => {
  const wire = events.map((event) => toWire(event, event.recordedAt));
  const index = overflowAt(events, wire);
  return index === undefined ? right({ stream, events, wire }) : left(appendTooLarge(stream, index));
};

export const appendTooLarge = (stream: string, index: number): EventRefused => ({
  code: "EventRefused",
  stream,
  reason: "appendTooLarge",
  index,
  path: "",
});
