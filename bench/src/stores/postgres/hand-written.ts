import pg from "pg";
import type { Contender } from "../contender.ts";
import { PAGE } from "../contender.ts";
import { type EventRow, eventOf } from "../event.ts";
import type { Insert } from "./statements.ts";

const COLUMNS = "stream, version, id, type, schema_version, occurred_at, recorded_at, data, meta";

/** Columns as text, rows as arrays: the quickest that the driver has. */
const RAW = { rowMode: "array", types: { getTypeParser: () => (text: string) => text } } as const;

/**
 * Statements by hand over a log of ours, as the writer: its tables, triggers and rights.
 *
 * @param connections  one for each lane
 */
export const handWrittenPostgres = async (
  url: string,
  schema: string,
  connections: number,
  insert: Insert,
): Promise<Contender> => {
  const clients = await Promise.all(
    Array.from({ length: connections }, async () => {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      return client;
    }),
  );
  const of = (lane: number): pg.Client => clients[lane % connections] as pg.Client;

  return {
    append: (stream, events, version, lane) => insert(of(lane), schema, stream, events, version),
    load: async (stream, lane) => {
      const { rows } = await of(lane).query<EventRow>({
        ...RAW,
        name: "load",
        text: `SELECT ${COLUMNS} FROM ${schema}.events WHERE stream = $1 ORDER BY version`,
        values: [stream],
      });
      return rows.map(eventOf).length;
    },
    readAll: async () => {
      const end = await settled(of(0), schema);
      let events = 0;
      for (let after = 0; ; ) {
        const { rows } = await of(0).query<EventRow>({
          ...RAW,
          name: "all",
          text: `SELECT ${COLUMNS}, position FROM ${schema}.events
            WHERE position > $1 AND position <= $2 ORDER BY position LIMIT ${PAGE}`,
          values: [after, end],
        });
        events += rows.map(eventOf).length;
        after = Number(rows.at(-1)?.[9] ?? after);
        if (rows.length < PAGE) return events;
      }
    },
    close: () => Promise.all(clients.map((client) => client.end())),
  };
};

/** Up to where nothing can appear any more: the head, if nobody is writing. Without this look events would be missed. */
const settled = async (client: pg.Client, schema: string): Promise<string> => {
  const { rows } = await client.query<[head: string, writers: string]>({
    ...RAW,
    name: "settled",
    text: `SELECT s.last_value, (SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = $1::regclass::oid
        AND s.last_value >= 0) FROM (SELECT last_value FROM ${schema}.events_position_seq OFFSET 0) s`,
    values: [`${schema}.events`],
  });
  const [head, writers] = rows[0] ?? ["0", "0"];
  if (writers !== "0") throw new Error("somebody is writing");
  return head;
};
