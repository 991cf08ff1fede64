import { DatabaseSync } from "node:sqlite";
import { isLeft } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { eventsFor } from "./support/events.js";
import { opened, temporaryFolder } from "./support/temporary.js";

const { newFile } = temporaryFolder();

/** The rules that a file no longer keeps after this was done to it. */
const complaints = async (...sql: ReadonlyArray<string>): Promise<ReadonlyArray<string>> => {
  const file = newFile();
  const store = await opened({ file });
  for (const stream of ["a-1", "a-2", "b-1"]) await store.append(stream, eventsFor(4), "none")();
  await store.close();
  const connection = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  for (const each of sql) connection.exec(each);
  connection.close();

  const examined = await opened({ file, mode: "readOnly" });
  const findings = await examined.doctor({ deep: true })();
  await examined.close();
  if (isLeft(findings)) throw new Error(findings.left.code);
  expect(findings.right.map(({ rule }) => rule)).toEqual(RULES);
  return findings.right.flatMap(({ rule, ok }) => (ok ? [] : [rule]));
};

const RULES = [
  "application",
  "schemaVersion",
  "sqliteVersion",
  "journalMode",
  "synchronous",
  "appendOnly",
  "positions",
  "versions",
  "streams",
  "types",
  "integrity",
];

const without = (table: string, sql: string): ReadonlyArray<string> => [
  `CREATE TEMP TABLE guards AS SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`,
  ...["events_only_at_the_end", "events_never_change", "events_never_go"].map(drop),
  ...["streams_begin_once", "streams_never_change", "streams_never_go"].map(drop),
  ...["types_begin_once", "types_never_change", "types_never_go"].map(drop),
  sql.replace("TABLE", table),
];
const drop = (name: string): string => `DROP TRIGGER ${name}`;

it("has nothing to say of a sound file", async () => {
  expect(await complaints()).toEqual([]);
});

it("names a guard that is missing", async () => {
  expect(await complaints("DROP TRIGGER events_never_change")).toEqual(["appendOnly"]);
});

it("names a guard that was changed", async () => {
  expect(
    await complaints(
      "DROP TRIGGER events_never_go",
      "CREATE TRIGGER events_never_go BEFORE DELETE ON events WHEN OLD.position < 0 BEGIN SELECT 1; END",
    ),
  ).toEqual(["appendOnly"]);
});

it("sees that an event was taken out of the middle", async () => {
  const seen = await complaints(...without("events", "DELETE FROM TABLE WHERE position = 6"));
  expect(seen).toEqual(["appendOnly", "positions", "versions"]);
});

it("sees an event without its stream", async () => {
  expect(await complaints(...without("streams", "DELETE FROM TABLE WHERE id = 2"))).toEqual(["appendOnly", "streams"]);
});

it("sees an event without its type", async () => {
  expect(await complaints(...without("types", "DELETE FROM TABLE"))).toEqual(["appendOnly", "types"]);
});

it("sees a journal that is not the write-ahead log", async () => {
  expect(await complaints("PRAGMA journal_mode = DELETE")).toEqual(["journalMode"]);
});

it("a closed store has no doctor", async () => {
  const store = await opened({ file: newFile() });
  await store.close();
  expect(await store.doctor()()).toMatchObject({ left: { code: "StoreUnavailable" } });
});
