import type { RecordedEvent } from "@motcua/event-store";

/**
 * An event as a line of NDJSON, with its line end.
 *
 * The members come in one order, so that the same log gives the same bytes. Both times are ISO 8601 in UTC with
 * milliseconds: text of one length sorts as the time does, and SQL, pandas and DuckDB read it as a timestamp without being
 * told, where a bare number would have to be divided by 1,000 first, or not.
 */
export const eventLine = (event: RecordedEvent): string => {
  const { stream, version, id, type, schemaVersion, occurredAt, recordedAt, data, meta } = event;
  const line = {
    stream,
    version,
    id,
    type,
    schemaVersion,
    occurredAt: isoText(occurredAt),
    recordedAt: isoText(recordedAt),
    data,
    meta,
  };
  return `${JSON.stringify(line)}\n`;
};

/** An instant as it stands in a line. Beyond the year 9999 ISO 8601 writes six digits and a sign. */
export const isoText = (instant: number): string => new Date(instant).toISOString();
