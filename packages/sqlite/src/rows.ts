import { deepFreeze, type JsonObject, type RecordedEvent } from "@motcua/event-store";

/**
 * The columns of an event as it is read, in the order of `EventRow`. An id comes as 32 hexadecimal digits, the stream as
 * its name or, where many are read, as its number.
 */
export const eventColumns = (stream: "s.name" | "e.stream"): string =>
  `e.position, ${stream}, e.version, hex(e.id), e.type, e.schema_version, e.occurred_at, e.recorded_at, e.data, e.meta`;

export type EventRow<Stream = string> = [
  position: number,
  stream: Stream,
  version: number,
  id: string,
  type: string,
  schemaVersion: number,
  occurredAt: number,
  recordedAt: number,
  data: string,
  meta: string,
];

export const eventOf = (row: EventRow): RecordedEvent => eventIn(row[1], row);

/** The event of a row whose stream has this name. */
export const eventIn = (stream: string, row: EventRow<string | number>): RecordedEvent => ({
  id: uuidOf(row[3]),
  type: row[4],
  schemaVersion: row[5],
  occurredAt: row[6],
  data: JSON.parse(row[8]),
  meta: metaOf(row[9]),
  stream,
  version: row[2],
  recordedAt: row[7],
});

let last: { readonly text: string; readonly meta: JsonObject } = { text: "{}", meta: Object.freeze({}) };

/** The events of one command, or of one import, carry the same metadata: it is read once, and frozen. */
const metaOf = (text: string): JsonObject => {
  if (text !== last.text) last = { text, meta: deepFreeze(JSON.parse(text)) };
  return last.meta;
};

const uuidOf = (hex: string): string => {
  const id = hex.toLowerCase();
  return `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`;
};
