import { type Fact, type RecordedEvent, StoredFact } from "@motcua/event-store";

/** The columns of an event of a stream. */
export const EVENT_COLUMNS = "version, id, type, schema_version, occurred_at, recorded_at, data, meta";

/** The columns of an event of the log. */
export const LOG_COLUMNS = `${EVENT_COLUMNS}, stream, position`;

/** Every column comes as text: the driver's own parsers would make a `json` column an object before anyone asked. */
export type EventRow = readonly [
  version: string,
  id: string,
  type: string,
  schemaVersion: string,
  occurredAt: string,
  recordedAt: string,
  data: string,
  meta: string,
];

export type LogRow = readonly [...EventRow, stream: string, position: string];

/** The columns of an event of the log that a fold looks at. */
export const FACT_COLUMNS = "version, type, occurred_at, recorded_at, data, stream, position";

export type FactRow = readonly [
  version: string,
  type: string,
  occurredAt: string,
  recordedAt: string,
  data: string,
  stream: string,
  position: string,
];

/** An event, or what a fold sees of it, and its place in the log. */
export interface Placed<Event> {
  readonly event: Event;
  readonly position: number;
}

export const eventOf = (row: EventRow | readonly [...EventRow, ...string[]], stream: string): RecordedEvent => ({
  id: row[1],
  type: row[2],
  schemaVersion: Number(row[3]),
  occurredAt: Number(row[4]),
  data: JSON.parse(row[6]),
  meta: JSON.parse(row[7]),
  stream,
  version: Number(row[0]),
  recordedAt: Number(row[5]),
});

export const placedEvent = (row: LogRow): Placed<RecordedEvent> => ({
  event: eventOf(row, row[8]),
  position: Number(row[9]),
});

export const placedFact = (row: FactRow): Placed<Fact> => ({
  event: new StoredFact(row[5], row[1], Number(row[0]), Number(row[2]), Number(row[3]), row[4]),
  position: Number(row[6]),
});
