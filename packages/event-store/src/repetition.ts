import { isDeepStrictEqual } from "node:util";
import type { RecordedEvent } from "./event.js";
import type { Expected } from "./expectation.js";
import { holds } from "./expectation.js";
import type { JsonObject } from "./json.js";
import type { CheckedEvent, KeptEvent } from "./limits.js";

/**
 * What an append means whose event ids are already in the log, wholly or in part.
 *
 * It is a repetition, to be answered as the first time, when all of them stand in this stream, one after the other, with
 * the same content, and the expectation held where they were first written. Otherwise an id has been used twice.
 *
 * @param known  the recorded events with these ids, in any order; at least one
 */
export const repetitionOf = (
  stream: string,
  events: ReadonlyArray<CheckedEvent | KeptEvent>,
  expected: Expected,
  known: ReadonlyArray<RecordedEvent>,
):
  | { readonly kind: "same"; readonly version: number }
  | { readonly kind: "reused"; readonly id: string }
  | { readonly kind: "conflict" } => {
  const byId = new Map(known.map((event) => [event.id, event]));
  const first = byId.get(events[0]?.id ?? "");
  for (const [index, event] of events.entries()) {
    const stored = byId.get(event.id);
    if (stored === undefined) continue;
    const inPlace = first !== undefined && stored.stream === stream && stored.version === first.version + index;
    if (!inPlace || !sameContent(stored, event)) return { kind: "reused", id: event.id };
  }
  if (first === undefined || known.length < events.length) return { kind: "reused", id: known[0]?.id ?? "" };
  return holds(expected, first.version - 1)
    ? { kind: "same", version: first.version + events.length - 1 }
    : { kind: "conflict" };
};

/** Compared as JSON values: a store may order keys in its own way, and JSON has neither prototypes nor a negative zero. */
const sameContent = (stored: RecordedEvent, event: CheckedEvent | KeptEvent): boolean =>
  stored.type === event.type &&
  stored.schemaVersion === event.schemaVersion &&
  stored.occurredAt === event.occurredAt &&
  isDeepStrictEqual(stored.data, parsed(event.data)) &&
  isDeepStrictEqual(stored.meta, parsed(event.meta));

const parsed = (json: string | JsonObject): JsonObject => (typeof json === "string" ? JSON.parse(json) : json);
