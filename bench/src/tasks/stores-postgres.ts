import { startPostgres } from "@motcua/testkit";
import pg from "pg";
import type { Heat } from "../stores/measure-rows.ts";
import { postgresEntries } from "../stores/postgres/entries.ts";
import { insertArrays, insertCopy, insertValues } from "../stores/postgres/statements.ts";
import type { Row } from "../stores/row.ts";
import { measureSection } from "../stores/section.ts";
import { pinned } from "../stores/versions.ts";

// PostgreSQL, each commit synced to the disk, everybody of ours as a writer who may append and no more.
const given = process.env["MOTCUA_TEST_POSTGRES_URL"];
const server = given === undefined ? await startPostgres({ fsync: true }) : undefined;
const url = given ?? server?.url ?? "";
const { byHand, motcua, castore, act } = postgresEntries(url);
const append = (row: Row, calls: number, hand: Heat["entries"], stores = 1): Heat => ({
  rows: [{ row, calls, ...(stores > 1 && { remark: `, ${stores} stores` }) }],
  entries: [...hand, motcua(stores), castore, act],
  stored: 0,
  filledBy: "each",
});
const asAdmin = async (statement: string): Promise<string> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query(statement);
  await client.end();
  return rows[0]?.server_version;
};
const about = [
  `PostgreSQL ${await asAdmin("SHOW server_version")}`,
  pinned("pg"),
  pinned("@castore/event-storage-adapter-postgres"),
  pinned("@rotorsoft/act-pg"),
];
const [values, arrays, copy] = [
  byHand("by hand, a parameter a value", 1, insertValues),
  byHand("by hand, an array a column", 1, insertArrays),
  byHand("by hand, COPY", 1, insertCopy),
];
const sixteen = byHand("by hand, 16 connections", 16, insertValues);
await measureSection(
  "PostgreSQL",
  about,
  [
    append({ does: "append", events: 1, inFlight: 1 }, 70, [values]),
    append({ does: "append", events: 1, inFlight: 16 }, 224, [sixteen]),
    append({ does: "append", events: 1, inFlight: 16 }, 224, [sixteen], 16),
    append({ does: "append", events: 7, inFlight: 1 }, 50, [values, arrays]),
    append({ does: "append", events: 1_000, inFlight: 1 }, 2, [arrays, copy]),
    {
      rows: [
        { row: { does: "load", inFlight: 1 }, calls: 150 },
        { row: { does: "load", inFlight: 16 }, calls: 320 },
        { row: { does: "readAll" }, calls: 1 },
      ],
      entries: [sixteen, motcua(1), castore, act],
      stored: 2_000,
      filledBy: "each",
      // As autovacuum does within a minute: without statistics whole logs were sorted to find a page.
      afterFilling: () => asAdmin("VACUUM ANALYZE"),
    },
  ],
  () => server?.stop(),
);
