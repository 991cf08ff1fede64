import type { RecordedEvent } from "@motcua/event-store";
import { openSqliteEventStore } from "@motcua/sqlite";
import Database from "better-sqlite3";
import { type Contender, must, PAGE } from "../contender.ts";
import { type EventRow, eventOf } from "../event.ts";

const ROW = "(?, ?, ?, unhex(?, '-'), ?, ?, ?, ?, ?, ?)";
const COLUMNS =
  "s.name, e.version, lower(hex(e.id)), t.name, e.schema_version, e.occurred_at, e.recorded_at, e.data, e.meta";
const JOINED = "JOIN types t ON t.id = e.type";

/**
 * Statements by hand over a log of ours: its tables and triggers, FULL and WAL, the version checked inside the transaction.
 *
 * @param most  how many rows go into one INSERT
 */
export const handWrittenSqlite = async (file: string, most: number): Promise<Contender> => {
  await must(await openSqliteEventStore({ file })()).close();
  const db = new Database(file);
  // What the store sets, so that only the statements differ.
  for (const setting of ["synchronous = FULL", "foreign_keys = OFF", "temp_store = MEMORY", "cache_size = -32000"])
    db.pragma(setting);
  db.pragma("wal_autocheckpoint = 4000");

  const [begin, commit] = [db.prepare("BEGIN IMMEDIATE"), db.prepare("COMMIT")];
  const last = db.prepare<[], number>("SELECT ifnull(max(position), 0) FROM events").pluck();
  const head = db
    .prepare<[string], [number, number]>(
      "SELECT id, (SELECT max(version) FROM events WHERE stream = streams.id) FROM streams WHERE name = ?",
    )
    .raw();
  const addStream = db.prepare<[string, string]>("INSERT INTO streams (name, category) VALUES (?, ?)");
  const addType = db.prepare<[string]>("INSERT INTO types (name) VALUES (?)");
  const types = new Map<string, number>();
  const typeNumber = (name: string): number => {
    const number = types.get(name) ?? Number(addType.run(name).lastInsertRowid);
    types.set(name, number);
    return number;
  };
  const inserts = new Map<number, Database.Statement<unknown[]>>();
  const insert = (rows: number): Database.Statement<unknown[]> => {
    const statement = inserts.get(rows) ?? db.prepare(`INSERT INTO events VALUES ${Array(rows).fill(ROW).join(", ")}`);
    inserts.set(rows, statement);
    return statement;
  };
  const load = db
    .prepare<[string], EventRow>(
      `SELECT ${COLUMNS} FROM streams s JOIN events e ON e.stream = s.id ${JOINED} WHERE s.name = ? ORDER BY e.version`,
    )
    .raw();
  const page = db
    .prepare<[number, number], EventRow>(
      `SELECT ${COLUMNS}, e.position FROM events e JOIN streams s ON s.id = e.stream ${JOINED}
       WHERE e.position > ? ORDER BY e.position LIMIT ?`,
    )
    .raw();

  return {
    append: async (stream, events, version) => {
      begin.run();
      const [known, stands] = head.get(stream) ?? [undefined, 0];
      if (stands !== version) throw new Error("conflict");
      const number = known ?? Number(addStream.run(stream, stream.slice(0, stream.indexOf("-"))).lastInsertRowid);
      let position = last.get() ?? 0;
      const now = Date.now();
      for (let from = 0; from < events.length; from += most) {
        const rows = events.slice(from, from + most);
        const values = rows.flatMap(({ id, type, schemaVersion, occurredAt, data, meta }, index) => [
          ++position,
          number,
          version + from + index + 1,
          id,
          typeNumber(type),
          schemaVersion,
          occurredAt,
          now,
          JSON.stringify(data),
          JSON.stringify(meta),
        ]);
        insert(rows.length).run(values);
      }
      commit.run();
    },
    load: async (stream) => load.all(stream).map(withDashes).length,
    readAll: async () => {
      let events = 0;
      for (let after = 0; ; ) {
        const rows = page.all(after, PAGE);
        events += rows.map(withDashes).length;
        after = Number(rows.at(-1)?.[9] ?? after);
        if (rows.length < PAGE) return events;
      }
    },
    close: async () => db.close(),
  };
};

const withDashes = (row: EventRow): RecordedEvent => {
  const id = row[2];
  row[2] = `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`;
  return eventOf(row);
};
