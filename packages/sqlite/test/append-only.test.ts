import { spawnSync } from "node:child_process";
import { DatabaseSync } from "node:sqlite";
import { isLeft } from "fp-ts/lib/Either.js";
import { beforeAll, expect, it } from "vitest";
import { eventsFor } from "./support/events.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();
const file = newFile();
let before: string;

beforeAll(async () => {
  const store = await opened({ file });
  await store.append("a-1", eventsFor(3), "none")();
  await store.append("b-1", eventsFor(2), "none")();
  await store.close();
  before = content();
});

/** What any other program does: another driver, with its own settings. */
const plainly = <A>(use: (connection: DatabaseSync) => A): A => {
  const connection = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  try {
    return use(connection);
  } finally {
    connection.close();
  }
};

const content = (): string =>
  plainly((connection) =>
    JSON.stringify(
      ["SELECT *, hex(id) FROM events", "SELECT * FROM streams", "SELECT * FROM types"].map((sql) =>
        connection.prepare(sql).all(),
      ),
    ),
  );

const NEW = "stream, version, id, type, schema_version, occurred_at, recorded_at, data, meta";
const values = (position: number, stream: number, version: number, id = "randomblob(16)", type = 1): string =>
  `SELECT ${position}, ${stream}, ${version}, ${id}, ${type}, 1, 0, 0, '{}', '{}'`;

const attempts: Readonly<Record<string, string>> = {
  "change an event": "UPDATE events SET data = '{}' WHERE position = 2",
  "change its position": "UPDATE events SET position = 99 WHERE position = 5",
  "remove an event": "DELETE FROM events WHERE position = 5",
  "remove all": "DELETE FROM events",
  "replace at its position": `INSERT OR REPLACE INTO events ${values(5, 2, 3)}`,
  "replace at its version": `INSERT OR REPLACE INTO events ${values(6, 1, 3)}`,
  "replace by its id": `INSERT OR REPLACE INTO events ${values(6, 1, 4, "(SELECT id FROM events WHERE position = 1)")}`,
  "replace without naming a position": `REPLACE INTO events (${NEW}) ${values(0, 1, 2).replace("0, ", "")}`,
  "upsert an event": `INSERT INTO events ${values(5, 2, 3)} ON CONFLICT DO UPDATE SET data = 'x'`,
  "update or replace": "UPDATE OR REPLACE events SET version = 1 WHERE position = 2",
  "leave a gap in positions": `INSERT INTO events ${values(7, 1, 4)}`,
  "leave a gap in versions": `INSERT INTO events ${values(6, 1, 5)}`,
  "repeat a version": `INSERT INTO events ${values(6, 1, 3)}`,
  "write to a stream that is not there": `INSERT INTO events ${values(6, 9, 1)}`,
  "rename a stream": "UPDATE streams SET name = 'c-1' WHERE id = 1",
  "change a category": "UPDATE streams SET category = 'c' WHERE id = 1",
  "change the number of a stream": "UPDATE streams SET id = 9 WHERE id = 1",
  "remove a stream": "DELETE FROM streams WHERE id = 1",
  "replace a stream": "INSERT OR REPLACE INTO streams VALUES (1, 'a-1', 'a')",
  "replace a stream by its name": "INSERT OR REPLACE INTO streams VALUES (9, 'a-1', 'a')",
  "write an event of a type that is not there": `INSERT INTO events ${values(6, 1, 4, "randomblob(16)", 9)}`,
  "rename a type": "UPDATE types SET name = 'Other' WHERE id = 1",
  "remove a type": "DELETE FROM types WHERE id = 1",
  "replace a type": "INSERT OR REPLACE INTO types VALUES (1, 'Other')",
  "replace a type by its name": "INSERT OR REPLACE INTO types VALUES (9, 'Received')",
  "begin a stream in the middle": `BEGIN; INSERT INTO streams VALUES (9, 'c-1', 'c'); INSERT INTO events ${values(6, 9, 5)}`,
};

it.each(Object.entries(attempts))("another program cannot %s", (_, sql) => {
  expect(plainly((connection) => connection.prepare("PRAGMA recursive_triggers").get())).toEqual({
    recursive_triggers: 0,
  });
  expect(() => plainly((connection) => connection.exec(sql))).toThrow(/events|stream|type/);
  expect(content()).toBe(before);
});

it("would let a REPLACE pass, if nothing but triggers before DELETE stood guard", () => {
  const connection = new DatabaseSync(":memory:");
  connection.exec(`CREATE TABLE events (position INTEGER PRIMARY KEY, data TEXT);
    CREATE TRIGGER gone BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'never'); END;
    INSERT INTO events VALUES (1, 'before');
    INSERT OR REPLACE INTO events VALUES (1, 'after')`);
  expect(connection.prepare("SELECT data FROM events").get()).toEqual({ data: "after" });
});

it("an auditor reads the log with the sqlite3 program alone", (context) => {
  const { error, stdout } = spawnSync("sqlite3", [
    "-readonly",
    file,
    "SELECT position, stream, version, occurred_at, length(id), data FROM log",
  ]);
  if (error !== undefined && process.env["REQUIRE_TOOLS"] !== "1") context.skip("sqlite3 is not installed");
  expect(String(stdout).split("\n")[3]).toBe('4|b-1|1|2026-01-05T01:30:00.000Z|36|{"n":0}');
});

it("events that another program adds by the rules are the store's own", async () => {
  plainly((connection) => connection.exec(`INSERT INTO events ${values(6, 1, 4)}`));
  const store = await opened({ file });
  const page = await store.readStream("a-1")();
  expect(isLeft(page) ? page.left : page.right.version).toBe(4);
  await store.close();
});
