import { finished } from "node:stream/promises";
import type { NewEvent } from "@motcua/event-store";
import type pg from "pg";
import copyStreams from "pg-copy-streams";

/** Adds events to a stream that stands at `version`, in one statement: the log's triggers and constraints check its place. */
export type Insert = (
  client: pg.Client,
  schema: string,
  stream: string,
  events: ReadonlyArray<NewEvent>,
  version: number,
) => Promise<unknown>;

const COLUMNS = "stream, version, id, type, schema_version, occurred_at, data, meta";

/** A parameter for each value, of as many rows as there are. */
export const insertValues: Insert = (client, schema, stream, events, version) => {
  const row = (index: number) => `(${[1, 2, 3, 4, 5, 6, 7, 8].map((column) => `$${index * 8 + column}`).join(", ")})`;
  return client.query({
    name: `values ${events.length}`,
    text: `INSERT INTO ${schema}.events (${COLUMNS}) VALUES ${events.map((_, index) => row(index)).join(", ")}`,
    values: events.flatMap((event, index) => valuesOf(stream, version + index + 1, event)),
  });
};

/** An array for each column. */
export const insertArrays: Insert = (client, schema, stream, events, version) => {
  const rows = events.map((event, index) => valuesOf(stream, version + index + 1, event));
  return client.query({
    name: "arrays",
    text: `INSERT INTO ${schema}.events (${COLUMNS}) SELECT * FROM
      unnest($1::text[], $2::integer[], $3::uuid[], $4::text[], $5::bigint[], $6::bigint[], $7::json[], $8::json[])`,
    values: [0, 1, 2, 3, 4, 5, 6, 7].map((column) => rows.map((row) => row[column])),
  });
};

/** The text of a COPY. */
export const insertCopy: Insert = async (client, schema, stream, events, version) => {
  const copy = client.query(copyStreams.from(`COPY ${schema}.events (${COLUMNS}) FROM STDIN`));
  const done = finished(copy);
  copy.end(
    events
      .map(
        (event, index) =>
          `${valuesOf(stream, version + index + 1, event)
            .map(escaped)
            .join("\t")}\n`,
      )
      .join(""),
  );
  await done;
};

const valuesOf = (
  stream: string,
  version: number,
  { id, type, schemaVersion, occurredAt, data, meta }: NewEvent,
): ReadonlyArray<string | number> => [
  stream,
  version,
  id,
  type,
  schemaVersion,
  occurredAt,
  JSON.stringify(data),
  JSON.stringify(meta),
];

const escaped = (value: string | number): string | number =>
  typeof value === "string" && value.includes("\\") ? value.replaceAll("\\", "\\\\") : value;
