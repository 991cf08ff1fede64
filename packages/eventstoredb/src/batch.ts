import type { CheckedCopy, EventRefused, KeptEvent } from "@motcua/event-store";
import { type Either, left, right } from "fp-ts/lib/Either.js";
import { overflowAt } from "./append-size.js";
import type { WireEvent } from "./client.js";
import { toWire, writtenOut } from "./wire-event.js";
import { wireIds } from "./wire-id.js";

/** Events for one stream that have passed every check, in both their forms; never empty. */
export interface Batch {
  readonly stream: string;
  readonly events: ReadonlyArray<KeptEvent>;
  readonly wire: WireEvent[];
}

/** Makes the two forms, unless together they are more than one append may hold. */
export const batchOf = (
  stream: string,
  events: ReadonlyArray<KeptEvent & Partial<Pick<CheckedCopy, "recordedAt">>>,
): Either<EventRefused, Batch> => {
  const written = events.map(writtenOut);
  const idAt = wireIds(written);
  const wire = written.map((event, index) => toWire(idAt(index), event));
  const index = overflowAt(written, wire);
  return index === undefined ? right({ stream, events, wire }) : left(appendTooLarge(stream, index));
};

export const appendTooLarge = (stream: string, index: number): EventRefused => ({
  code: "EventRefused",
  stream,
  reason: "appendTooLarge",
  index,
  path: "",
});
