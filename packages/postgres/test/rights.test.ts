import { type Either, isRight } from "fp-ts/lib/Either.js";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type AppendTransaction, appendWithin, type PostgresEventStore } from "../src/index.js";
import { eventsFor } from "./support/events.js";
import { connected, opened, testServer } from "./support/postgres.js";
import { refusalOf } from "./support/refusal.js";

const { newDatabase, newUser } = testServer();

const NOT_ALLOWED = "42501";
const ALWAYS_GENERATED = "428C9";
const NEVER_CHANGED = "MC002";
const ROW = `'hand-1', 1, '5b0d2b5c-0c5a-4d53-9a44-0a3a4d8c2a11', 'T', 1, 0, '{}', '{}'`;
const COLUMNS = "stream, version, id, type, schema_version, occurred_at, data, meta";

let url: string;
let writer: string;
let reader: string;
let migrator: string;

beforeAll(async () => {
  url = await newDatabase();
  const store = await opened({ url });
  await store.append("a-1", eventsFor(3), "none")();
  await store.close();
  [writer, reader, migrator] = [
    await newUser(url, "IN ROLE motcua_writer"),
    await newUser(url, "IN ROLE motcua_reader"),
    await newUser(url, "IN ROLE motcua_migrator"),
  ];
});

const rightOf = <A>(answer: Either<unknown, A>): A => {
  if (isRight(answer)) return answer.right;
  throw new Error(JSON.stringify(answer.left));
};

const CHANGES = [
  "UPDATE motcua.events SET type = 'Other'",
  "DELETE FROM motcua.events",
  "TRUNCATE motcua.events",
  "MERGE INTO motcua.events e USING (SELECT 1) s ON true WHEN MATCHED THEN DELETE",
];

describe("a writer appends and can do nothing else", () => {
  let client: pg.Client;
  beforeAll(async () => {
    client = new pg.Client(writer);
    await client.connect();
  });
  afterAll(() => client.end());

  it.each([
    ...CHANGES,
    `INSERT INTO motcua.events (position, ${COLUMNS}) VALUES (99, ${ROW})`,
    `INSERT INTO motcua.events (position, ${COLUMNS}) OVERRIDING SYSTEM VALUE VALUES (99, ${ROW})`,
    `INSERT INTO motcua.events (${COLUMNS}, recorded_at) VALUES (${ROW}, 0)`,
    "COPY motcua.events FROM STDIN",
    `COPY motcua.events (${COLUMNS}, recorded_at) FROM STDIN`,
    `COPY motcua.events (position, ${COLUMNS}) FROM STDIN`,
    `INSERT INTO motcua.events (${COLUMNS}) VALUES (${ROW}) ON CONFLICT (id) DO UPDATE SET type = 'Other'`,
    "ALTER TABLE motcua.events DISABLE TRIGGER ALL",
    "ALTER TABLE motcua.events DISABLE TRIGGER events_before_append",
    "DROP TRIGGER events_never_change ON motcua.events",
    "CREATE OR REPLACE FUNCTION motcua.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'",
    "SELECT setval('motcua.events_position_seq', 1)",
    "SELECT nextval('motcua.events_position_seq')",
    "ALTER SEQUENCE motcua.events_position_seq RESTART",
    "CREATE TABLE motcua.mine (n integer)",
    "CREATE RULE nothing AS ON INSERT TO motcua.events DO INSTEAD NOTHING",
    "INSERT INTO motcua.migrations (number) VALUES (2)",
    "DELETE FROM motcua.migrations",
    "DROP TABLE motcua.events",
    "ALTER TABLE motcua.events DROP CONSTRAINT events_id_once",
    "SET session_replication_role = replica",
    "SET ROLE motcua_owner",
  ])("%s", async (statement) => {
    expect([NOT_ALLOWED, ALWAYS_GENERATED]).toContain(await refusalOf(client, statement));
  });

  it("nor does it skip a version, whatever operators it puts before those of PostgreSQL", async () => {
    const insert = `INSERT INTO motcua.events (${COLUMNS}) VALUES (${ROW.replace(", 1,", ", 7,")})`;
    expect(await refusalOf(client, insert)).toBe("MC001");
    const [name = ""] = (await client.query("SELECT current_user AS name")).rows.map((row) => row.name);
    await connected(url, (admin) => admin.query(`CREATE SCHEMA tricks AUTHORIZATION "${name}"`));
    await client.query(`
      CREATE FUNCTION tricks.never(bigint, integer) RETURNS boolean LANGUAGE sql AS 'SELECT false';
      CREATE FUNCTION tricks.never(integer, integer) RETURNS boolean LANGUAGE sql AS 'SELECT false';
      CREATE OPERATOR tricks.> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = tricks.never);
      CREATE OPERATOR tricks.<> (LEFTARG = integer, RIGHTARG = integer, FUNCTION = tricks.never);
      SET search_path = tricks, pg_catalog`);
    expect(await refusalOf(client, insert)).toBe("MC001");
    await client.query("RESET search_path");
  });
});

describe("a reader", () => {
  it("reads all, and an append is denied, not lost or in doubt", async () => {
    const store = await opened({ url: reader });
    expect(rightOf(await store.readStream("a-1")()).events).toHaveLength(3);
    expect(rightOf(await store.readAll()()).events.length).toBeGreaterThanOrEqual(3);
    expect(isRight(await store.head())).toBe(true);
    for (const append of [store.append("a-1", eventsFor(1), "any"), store.append("b-1", eventsFor(200), "none")])
      expect(await append()).toMatchObject({ left: { code: "AccessDenied" } });
    expect(await store.doctor()).toMatchObject({ right: expect.arrayContaining([roleIs("reader")]) });
    await store.close();
  });
});

const roleIs = (role: string) =>
  expect.objectContaining({ rule: "rights", ok: true, detail: expect.stringContaining(`is ${role}`) });

const heardBy = async (store: PostgresEventStore, count: number): Promise<number> => {
  let events = 0;
  const ending = new AbortController();
  for await (const page of store.subscribe({ signal: ending.signal, categories: ["w"] })) {
    events += rightOf(page).events.length;
    if (events >= count) ending.abort();
  }
  return events;
};

describe("a writer works through the adapter in every way", () => {
  it("appends one, a thousand, in a hook and in its own transaction; subscribes; and the doctor knows it", async () => {
    const hooked: number[] = [];
    const inTransaction = async ({ client, events }: AppendTransaction) => {
      hooked.push(
        (await client.query("SELECT count(*)::integer AS n FROM motcua.events WHERE stream = 'w-3'")).rows[0].n,
      );
      expect(events).toHaveLength(2);
    };
    const store = await opened({ url: writer });
    const withHook = await opened({ url: writer, inTransaction });
    const hearing = heardBy(await opened({ url: reader }), 1 + 1_000 + 2 + 1);
    expect(isRight(await store.append("w-1", eventsFor(1), "none")())).toBe(true);
    expect(isRight(await store.append("w-2", eventsFor(1_000), "none")())).toBe(true);
    expect(isRight(await withHook.append("w-3", eventsFor(2), "none")())).toBe(true);
    expect(hooked).toEqual([2]);
    await connected(writer, async (client) => {
      await client.query("BEGIN");
      expect(isRight(await appendWithin(client)("w-4", eventsFor(1), "none")())).toBe(true);
      await client.query("COMMIT");
    });
    expect(await hearing).toBe(1_004);
    expect(await store.doctor()).toMatchObject({ right: expect.arrayContaining([roleIs("writer")]) });
    await Promise.all([store.close(), withHook.close()]);
  });

  it("may not restore another log's events; a migrator may, and both times stay", async () => {
    const copies = eventsFor(150, { occurredAt: 1_000 }).map((event, index) => ({
      ...event,
      ...{ stream: "copied-1", version: index + 1, recordedAt: 2_000 + index },
    }));
    const [asWriter, asMigrator] = [await opened({ url: writer }), await opened({ url: migrator })];
    for (const some of [copies.slice(0, 2), copies])
      expect(await asWriter.restore(some)()).toMatchObject({ left: { code: "AccessDenied" } });
    // An append in the same turn shares the transaction, and keeps its own time.
    const [appended, restored] = await Promise.all([
      asMigrator.append("d-1", eventsFor(1), "none")(),
      asMigrator.restore(copies.slice(0, 2))(),
    ]);
    expect(isRight(appended) && isRight(restored)).toBe(true);
    expect(isRight(await asMigrator.restore(copies.slice(2))())).toBe(true);
    expect(rightOf(await asWriter.readStream("copied-1")()).events).toEqual(copies);
    expect(rightOf(await asWriter.readStream("d-1")()).events[0]?.recordedAt).toBeGreaterThan(2_000_000);
    await Promise.all([asWriter.close(), asMigrator.close()]);
  });
});

describe("the superuser is refused by the guards, as long as they stand", () => {
  it.each(CHANGES)("%s", async (statement) => {
    await connected(url, async (client) => {
      expect(await refusalOf(client, statement)).toBe(NEVER_CHANGED);
      await client.query("SET session_replication_role = replica");
      expect(await refusalOf(client, statement)).toBe(NEVER_CHANGED);
    });
  });

  it("a replica's session skips no version either", async () => {
    await connected(url, async (client) => {
      await client.query("SET session_replication_role = replica");
      const insert = `INSERT INTO motcua.events (${COLUMNS}) VALUES (${ROW.replace(", 1,", ", 7,")})`;
      expect(await refusalOf(client, insert)).toBe("MC001");
    });
  });
});
