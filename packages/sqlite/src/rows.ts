import type { RecordedEvent } from "@motcua/event-store";

/** The columns of an event as it is read, in the order of `EventRow`. An id comes as 32 hexadecimal digits. */
export const EVENT_COLUMNS =
  "e.position, s.name, e.version, hex(e.id), e.type, e.schema_version, e.occurred_at, e.recorded_at, e.data, e.meta";

export type EventRow = [
  position: number,
  stream: string,
  version: number,
  id: string,
  type: string,
  schemaVersion: number,
  occurredAt: number,
  recordedAt: number,
  data: string,
  meta: string,
];

export const eventOf = (row: EventRow): RecordedEvent => ({
  id: uuidOf(row[3]),
  type: row[4],
  schemaVersion: row[5],
  occurredAt: row[6],
  data: JSON.parse(row[8]),
  meta: JSON.parse(row[9]),
  stream: row[1],
  version: row[2],
  recordedAt: row[7],
});

const uuidOf = (hex: string): string => {
  const id = hex.toLowerCase();
  return `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`;
};
