import type { Finding } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import { beforeAll, describe, expect, it } from "vitest";
import type { PostgresEventStore } from "../src/index.js";
import { eventsFor } from "./support/events.js";
import { connected, opened, testServer } from "./support/postgres.js";

const { newDatabase, newUser, own } = testServer({ fsync: true });

const OF_THE_SERVER = ["fsync", "fullPageWrites", "synchronousCommit"];

let url: string;
let store: PostgresEventStore;

beforeAll(async () => {
  url = await newDatabase();
  await (await opened({ url })).close();
  store = await opened({ url: await newUser(url, "IN ROLE motcua_writer") });
  await store.append("a-1", eventsFor(2), "none")();
});

const findings = async (): Promise<ReadonlyArray<Finding>> => {
  const found = await store.doctor();
  if (isLeft(found)) throw new Error(JSON.stringify(found.left));
  return found.right;
};
/** Of the log; the server that was given for the tests may be set up in any way. */
const faults = async () => (await findings()).filter(({ rule, ok }) => !ok && !OF_THE_SERVER.includes(rule));
const byOwner = (statement: string) => connected(url, (client) => client.query(statement));

describe("the doctor", () => {
  it("finds nothing wrong with a log that a writer has open", async () => {
    expect(await faults()).toEqual([]);
    expect((await findings()).map(({ rule }) => rule)).toContain("appendOnly");
  });

  it("holds it against the owner of the tables, and the superuser, that they work with it", async () => {
    const asOwner = await opened({ url });
    const found = await asOwner.doctor();
    expect(isLeft(found) ? [] : found.right).toContainEqual(expect.objectContaining({ rule: "rights", ok: false }));
    await asOwner.close();
  });

  const body = "LANGUAGE plpgsql SET search_path TO 'pg_catalog', 'pg_temp' AS 'BEGIN RETURN NULL; END'";
  it.each([
    [
      "a guard that is disabled",
      "ALTER TABLE motcua.events DISABLE TRIGGER events_never_change",
      "events_never_change",
    ],
    [
      "a guard that fires only now and then",
      "ALTER TABLE motcua.events ENABLE TRIGGER events_after_append",
      "events_after_append",
    ],
    ["a guard that is missing", "DROP TRIGGER events_before_append ON motcua.events", "events_before_append"],
    [
      "a guard that does something else",
      `CREATE OR REPLACE FUNCTION motcua.refuse() RETURNS trigger ${body}`,
      "never_change",
    ],
    ["a guard that a writer can bend", "ALTER FUNCTION motcua.after_append() RESET ALL", "events_after_append"],
    [
      "a guard that another has taken the name of",
      `DROP TRIGGER events_never_change ON motcua.events;
       CREATE TRIGGER events_never_change BEFORE DELETE ON motcua.events FOR EACH STATEMENT EXECUTE FUNCTION motcua.refuse();
       ALTER TABLE motcua.events ENABLE ALWAYS TRIGGER events_never_change`,
      "events_never_change",
    ],
    [
      "a trigger that keeps rows away",
      `CREATE FUNCTION motcua.away() RETURNS trigger ${body};
       CREATE TRIGGER away BEFORE INSERT ON motcua.events FOR EACH ROW EXECUTE FUNCTION motcua.away()`,
      "trigger away",
    ],
    ["a rule that keeps rows away", "CREATE RULE away AS ON INSERT TO motcua.events DO INSTEAD NOTHING", "rule away"],
    ["row security", "ALTER TABLE motcua.events ENABLE ROW LEVEL SECURITY", "row security"],
    ["ids that are not unique", "ALTER TABLE motcua.events DROP CONSTRAINT events_id_once", "constraint"],
  ])("tells %s", async (_, statement, named) => {
    const whole = url;
    url = await newDatabase();
    const asOwner = await opened({ url });
    await byOwner(statement);
    const found = await asOwner.doctor();
    expect(isLeft(found) ? [] : found.right.filter(({ rule, ok }) => rule === "appendOnly" && !ok)).toMatchObject([
      { detail: expect.stringContaining(named) },
    ]);
    await asOwner.close();
    url = whole;
  });

  it("tells a sequence that is behind the log", async () => {
    await byOwner("SELECT setval('motcua.events_position_seq', 1)");
    expect(await faults()).toMatchObject([{ rule: "positions", detail: expect.stringContaining("1 behind") }]);
    await byOwner("SELECT setval('motcua.events_position_seq', 2)");
    expect(await faults()).toEqual([]);
  });

  it("tells a sequence that keeps positions ready: they would be given out behind the backs of readers", async () => {
    await byOwner("ALTER SEQUENCE motcua.events_position_seq CACHE 20");
    expect(await faults()).toMatchObject([{ rule: "positions", detail: expect.stringContaining("CACHE 1") }]);
    await byOwner("ALTER SEQUENCE motcua.events_position_seq CACHE 1");
    expect(await faults()).toEqual([]);
  });

  it("tells a server that does not sync its disk", async (ctx) => {
    if (own() === undefined) return ctx.skip("needs a server of its own, which MOTCUA_TEST_POSTGRES_URL is not");
    const set = async (setting: string) => {
      await byOwner(setting);
      await byOwner("SELECT pg_reload_conf()");
    };
    await set("ALTER SYSTEM SET full_page_writes = off");
    await expect.poll(findings).toContainEqual({ rule: "fullPageWrites", ok: false, detail: "off" });
    await set("ALTER SYSTEM RESET full_page_writes");
    await expect.poll(async () => (await findings()).every(({ ok }) => ok)).toBe(true);
    await byOwner(`ALTER DATABASE "${new URL(url).pathname.slice(1)}" SET synchronous_commit = off`);
    const again = await opened({ url });
    const found = await again.doctor();
    expect(isLeft(found) ? [] : found.right).toEqual(
      expect.arrayContaining([expect.objectContaining({ rule: "synchronousCommit", ok: false })]),
    );
    await again.close();
    await byOwner(`ALTER DATABASE "${new URL(url).pathname.slice(1)}" RESET synchronous_commit`);
  });
});
