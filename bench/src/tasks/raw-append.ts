import Database from "better-sqlite3";
import { argument, measure } from "../measure.ts";

// The ceiling of an append: the same rows by hand-written statements, as many to a transaction, just as durable.
const source = new Database(argument(0), { readonly: true });
const rows = source
  .prepare(
    "SELECT position, stream, version, id, type, schema_version, occurred_at, recorded_at, data, meta FROM events",
  )
  .raw()
  .all();
source.close();

await measure(() => {
  const db = new Database(argument(1));
  db.pragma("journal_mode = WAL");
  db.pragma("synchronous = FULL");
  db.exec(`CREATE TABLE events (position INTEGER PRIMARY KEY, stream INTEGER, version INTEGER, id BLOB UNIQUE, type INTEGER,
    schema_version INTEGER, occurred_at INTEGER, recorded_at INTEGER, data TEXT, meta TEXT, UNIQUE (stream, version))`);
  const insert = db.prepare("INSERT INTO events VALUES (?,?,?,?,?,?,?,?,?,?)");
  for (let from = 0; from < rows.length; from += 2_000) {
    db.exec("BEGIN IMMEDIATE");
    for (const row of rows.slice(from, from + 2_000)) insert.run(row);
    db.exec("COMMIT");
  }
  db.close();
  return rows.length;
});
