import type { RecordedEvent } from "@motcua/event-store";

/** The columns of a row, as both databases can give them. Numbers may come as text. */
export type EventRow = [
  stream: string,
  version: number | string,
  id: string,
  type: string,
  schemaVersion: number | string,
  occurredAt: number | string,
  recordedAt: number | string,
  data: string,
  meta: string,
  /** Where the whole log is read. */
  position?: number | string,
];

/** What the port would answer for a row. */
export const eventOf = ([stream, version, id, type, schemaVersion, occurredAt, recordedAt, data, meta]:
  | EventRow
  | [...EventRow, number]): RecordedEvent => ({
  id,
  type,
  schemaVersion: Number(schemaVersion),
  occurredAt: Number(occurredAt),
  data: JSON.parse(data),
  meta: JSON.parse(meta),
  stream,
  version: Number(version),
  recordedAt: Number(recordedAt),
});
