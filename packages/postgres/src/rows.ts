import type { RecordedEvent } from "@motcua/event-store";

/** The columns of an event as it is read. */
export const EVENT_COLUMNS =
  "position, stream, version, id, type, schema_version, occurred_at, recorded_at, data, meta";

/** Every column comes as text: the driver's own parsers would make a `json` column an object before anyone asked. */
export type EventRow = readonly [
  position: string,
  stream: string,
  version: string,
  id: string,
  type: string,
  schemaVersion: string,
  occurredAt: string,
  recordedAt: string,
  data: string,
  meta: string,
];

export const eventOf = (row: EventRow | readonly [...EventRow, string]): RecordedEvent => ({
  id: row[3],
  type: row[4],
  schemaVersion: Number(row[5]),
  occurredAt: Number(row[6]),
  data: JSON.parse(row[8]),
  meta: JSON.parse(row[9]),
  stream: row[1],
  version: Number(row[2]),
  recordedAt: Number(row[7]),
});

export const positionOfRow = (row: EventRow): number => Number(row[0]);
