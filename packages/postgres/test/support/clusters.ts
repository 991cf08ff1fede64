import { pipeline } from "node:stream/promises";
import copyStreams from "pg-copy-streams";
import { connected } from "./postgres.js";

/** Copies the rows of a log from one database to another, as they stand, without the sequence. */
export const copyRows = (from: string, to: string): Promise<void> =>
  connected(from, (source) =>
    connected(to, (target) =>
      pipeline(
        source.query(copyStreams.to("COPY (SELECT * FROM motcua.events ORDER BY position) TO STDOUT")),
        target.query(copyStreams.from("COPY motcua.events FROM STDIN")),
      ),
    ),
  );

/** Sets the sequence of one log to where that of another stands. */
export const copySequence = async (from: string, to: string): Promise<void> => {
  const { rows } = await connected(from, (source) => source.query("SELECT last_value FROM motcua.events_position_seq"));
  await connected(to, (target) =>
    target.query("SELECT setval('motcua.events_position_seq', $1)", [rows[0].last_value]),
  );
};

/** How many transactions a cluster has had. */
export const ageOf = async (url: string): Promise<number> => {
  const { rows } = await connected(url, (client) => client.query("SELECT pg_current_xact_id()::text AS age"));
  return Number(rows[0].age);
};
