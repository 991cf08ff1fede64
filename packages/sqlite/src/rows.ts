import { deepFreeze, type Fact, type JsonObject, type RecordedEvent, StoredFact } from "@motcua/event-store";

/** The columns of an event as it is read, with the names of its stream and type. An id comes as 32 hexadecimal digits. */
export const EVENT_COLUMNS =
  "e.position, s.name, t.name, e.version, hex(e.id), e.schema_version, e.occurred_at, e.recorded_at, e.data, e.meta";

/** The same with the numbers of its stream and type, for who reads many and knows the names. */
export const NUMBERED_COLUMNS =
  "e.position, e.stream, e.type, e.version, hex(e.id), e.schema_version, e.occurred_at, e.recorded_at, e.data, e.meta";

export type EventRow<Name = string> = [
  position: number,
  stream: Name,
  type: Name,
  version: number,
  id: string,
  schemaVersion: number,
  occurredAt: number,
  recordedAt: number,
  data: string,
  meta: string,
];

/** The columns of an event that a fold looks at, with the numbers of its stream and type. */
export const FACT_COLUMNS = "e.position, e.stream, e.type, e.version, e.occurred_at, e.recorded_at, e.data";

export type FactRow = [
  position: number,
  stream: number,
  type: number,
  version: number,
  occurredAt: number,
  recordedAt: number,
  data: string,
];

export const namedFact = (stream: string, type: string, row: FactRow): Fact =>
  new StoredFact(stream, type, row[3], row[4], row[5], row[6]);

export const eventOf = (row: EventRow): RecordedEvent => namedEvent(row[1], row[2], row);

/** The event of a row whose stream and type have these names. */
export const namedEvent = <Name extends string | number>(
  stream: string,
  type: string,
  row: EventRow<Name>,
): RecordedEvent => ({
  id: uuidOf(row[4]),
  type,
  schemaVersion: row[5],
  occurredAt: row[6],
  data: JSON.parse(row[8]),
  meta: metaOf(row[9]),
  stream,
  version: row[3],
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
