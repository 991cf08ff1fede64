import { isName, type RecordedEvent } from "@motcua/event-store";
import * as fc from "fast-check";

const name = fc.string({ unit: "grapheme-composite", minLength: 1, maxLength: 20 }).filter(isName);
const instant = fc.oneof(
  fc.integer({ min: Date.UTC(2018, 0), max: Date.UTC(2019, 0) }),
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
);
const json = fc.jsonValue({ stringUnit: "binary", maxDepth: 3 });
const object = fc.dictionary(fc.string({ unit: "binary", maxLength: 5 }), json, { maxKeys: 4 });

/** Any log that a store can hold, of few streams. */
export const logs = fc
  .array(
    fc.record({
      stream: fc.constantFrom("note-1", "note-2", "ghi chú-ộ", "\u2028 \u0085"),
      id: fc.uuid(),
      type: name,
      schemaVersion: fc.integer({ min: 1, max: 9 }),
      occurredAt: instant,
      recordedAt: instant,
      data: object,
      meta: object,
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((events) => {
    const versions = new Map<string, number>();
    return events.map((event) => {
      const version = (versions.get(event.stream) ?? 0) + 1;
      versions.set(event.stream, version);
      return { ...event, version } as RecordedEvent;
    });
  });
