import { readFileSync } from "node:fs";
import type { RecordedEvent } from "@motcua/event-store";
import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { eventsFor } from "./support/events.js";
import { connected, opened, testServer } from "./support/postgres.js";
import { everything } from "./support/writing.js";

const { newDatabase } = testServer();

const data = (name: string): string => readFileSync(new URL(`data/${name}`, import.meta.url), "utf8");

/** A log of the first release, in a new database. */
const frozen = async (): Promise<string> => {
  const url = await newDatabase();
  await connected(url, (client) => client.query(data("schema-1.sql")));
  return url;
};

/** What PostgreSQL says of every relation, column, constraint, trigger and function of the schema. */
const described = (url: string): Promise<ReadonlyArray<string>> =>
  connected(url, async (client) => {
    const { rows } = await client.query(`
      SELECT concat_ws(' ', c.relkind, c.relname, a.attnum, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull,
        a.attidentity, l.collname, pg_get_expr(d.adbin, d.adrelid)) AS line
      FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
      LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum LEFT JOIN pg_collation l ON l.oid = a.attcollation
      WHERE c.relnamespace = 'motcua'::regnamespace
      UNION ALL SELECT conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'motcua'::regnamespace
      UNION ALL SELECT tgenabled::text || ' ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE tgrelid = 'motcua.events'::regclass
      UNION ALL SELECT pg_get_functiondef(oid) FROM pg_proc WHERE pronamespace = 'motcua'::regnamespace
      UNION ALL SELECT pg_get_viewdef('motcua.log'::regclass) ORDER BY line`);
    return rows.map(({ line }) => line);
  });

describe("a log of schema version 1", () => {
  it("opens, and reads as it was written", async () => {
    const store = await opened({ url: await frozen() });
    const log: ReadonlyArray<RecordedEvent> = JSON.parse(data("schema-1.json"));
    expect(await everything(store)).toEqual(log);
    const stream = await store.readStream("dossier-1")();
    expect(isRight(stream) && stream.right.events).toEqual(log.filter(({ stream }) => stream === "dossier-1"));
    await store.close();
  });

  it("takes appends, after its last position", async () => {
    const store = await opened({ url: await frozen() });
    const head = await store.head();
    const [repeated] = JSON.parse(data("schema-1.json"));
    expect(await store.append("dossier-1", [repeated], "none")()).toMatchObject({ right: { version: 1 } });
    expect(await store.append("dossier-1", eventsFor(2), 3)()).toMatchObject({ right: { version: 5 } });
    const late = isRight(head) ? await store.readAll({ after: head.right.cursor })() : head;
    expect(late).toMatchObject({ right: { events: [{ version: 4 }, { version: 5 }] } });
    await store.close();
  });

  it("has its guards in place, as the doctor of this release knows them", async () => {
    const store = await opened({ url: await frozen() });
    const found = await store.doctor();
    expect(
      isRight(found) && found.right.filter(({ rule, ok }) => !ok && rule !== "rights" && rule !== "fsync"),
    ).toEqual([]);
    await store.close();
  });

  it("is described as one that this release makes anew", async () => {
    const [old, url] = [await frozen(), await newDatabase()];
    for (const each of [old, url]) await (await opened({ url: each })).close();
    expect(await described(old)).toEqual(await described(url));
  });
});

describe("migrating", () => {
  it("from nothing is done once, however often the log is opened", async () => {
    const url = await newDatabase();
    const numbers = () =>
      connected(url, async (client) => (await client.query("SELECT number, applied_at FROM motcua.migrations")).rows);
    await (await opened({ url })).close();
    const [before, description] = [await numbers(), await described(url)];
    for (const mode of ["readWriteCreate", "readWrite", "readOnly"] as const)
      await (await opened({ url, mode })).close();
    expect(before).toHaveLength(1);
    expect(await numbers()).toEqual(before);
    expect(await described(url)).toEqual(description);
  });

  it("goes on in a schema that somebody has made and left empty", async () => {
    const url = await newDatabase();
    await connected(url, (client) => client.query("CREATE SCHEMA motcua"));
    const store = await opened({ url });
    expect(await store.append("a-1", eventsFor(1), "none")()).toMatchObject({ right: { version: 1 } });
    await store.close();
  });

  it("that fails half-way leaves nothing behind", async () => {
    const url = await newDatabase();
    // The view is made last, and this name is taken.
    await connected(url, (client) =>
      client.query(
        "CREATE SCHEMA motcua; CREATE FUNCTION motcua.refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
      ),
    );
    await expect(opened({ url })).rejects.toThrow("StoreUnavailable");
    const tables = "SELECT count(*)::integer AS n FROM pg_class WHERE relnamespace = 'motcua'::regnamespace";
    expect((await connected(url, (client) => client.query(tables))).rows).toEqual([{ n: 0 }]);
  });
});
