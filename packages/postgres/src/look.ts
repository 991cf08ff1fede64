import type { RecordedEvent, WriteRequest } from "@motcua/event-store";
import type { RunSql } from "./database.js";
import { LOG_COLUMNS, type LogRow, placedEvent } from "./rows.js";

/** What the log holds that a request may depend on. */
export interface Seen {
  /** Where each stream stands that was asked for; 0 where there is none. */
  readonly versions: ReadonlyMap<string, number>;
  /** The events with an id of a request. */
  readonly known: ReadonlyMap<string, RecordedEvent>;
}

export const NOTHING_SEEN: Seen = { versions: new Map(), known: new Map() };

/** Where the streams of requests stand. */
export const lookForVersions = async (
  sql: RunSql,
  schema: string,
  requests: ReadonlyArray<WriteRequest>,
): Promise<Seen> => {
  const streams = [...new Set(requests.flatMap(streamsOf))];
  const rows = await sql(
    "versions",
    `SELECT s, coalesce((SELECT version FROM ${schema}.events WHERE stream = s ORDER BY version DESC LIMIT 1), 0)
     FROM unnest($1::text[]) s`,
    [streams],
  );
  return { ...NOTHING_SEEN, versions: new Map(rows.map(([stream = "", version]) => [stream, Number(version)])) };
};

/** Where the streams of requests stand, and which of their events are in the log already. */
export const lookForAll = async (sql: RunSql, schema: string, requests: ReadonlyArray<WriteRequest>): Promise<Seen> => {
  // Before the ids: whoever comes between the looks with the same ids must be known, or its repetition would be a conflict.
  const { versions } = await lookForVersions(sql, schema, requests);
  const ids = requests.flatMap(({ events }) => events.map(({ id }) => id));
  const found = await sql<LogRow>("known", `SELECT ${LOG_COLUMNS} FROM ${schema}.events WHERE id = ANY($1::uuid[])`, [
    ids,
  ]);
  return { versions, known: new Map(found.map((row) => [row[1], placedEvent(row).event])) };
};

const streamsOf = (request: WriteRequest): ReadonlyArray<string> =>
  request.stream === undefined ? request.events.map(({ stream }) => stream) : [request.stream];
