import { catchUp, readView, type ViewStore } from "@motcua/event-store";
import { describe, expect, it } from "vitest";
import { rightOf } from "../../../../scripts/workers/right-of.js";
import { addEvents, countsOf } from "../../../../scripts/workers/tallied.js";
import { tallies } from "../../../../scripts/workers/tallies.js";
import { openPostgresViewStore } from "../../src/index.js";
import { connected, opened, testServer } from "../support/postgres.js";
import { openedViews } from "../support/view-stores.js";

const { newDatabase, newUser } = testServer();

const sql = (url: string, statement: string) => connected(url, (client) => client.query(statement));

/** Everything that a view store can be asked to write. */
const writes = async (views: ViewStore) => {
  const build = { ...tallies, build: 1, parts: 1 };
  const part = { name: "tallies", version: 1, build: 1, parts: 1, part: 0 };
  return [
    await views.begin({ name: "other", version: 1 }, 1)(),
    await views.claim(part, "a", 1)(),
    await views.save({ ...part, owner: "a", token: 1 }, { forMs: 0 })(),
    await views.serve(build)(),
  ];
};

describe("opening", () => {
  it("tells where no server listens, and where the address or the schema is none", async () => {
    const unavailable = { left: { code: "StoreUnavailable", inDoubt: false } };
    const url = "postgres://app:secret@127.0.0.1:1/centre";
    expect(await openPostgresViewStore({ url })()).toMatchObject(unavailable);
    expect(await openPostgresViewStore({ url: "centre-views.db" })()).toMatchObject(unavailable);
    expect(await openPostgresViewStore({ url, schema: 'views"; DROP TABLE x' })()).toMatchObject(unavailable);
  });

  it("leaves the schema of a log alone, and that of a later release", async () => {
    const url = await newDatabase();
    const log = await opened({ url });
    expect(await openPostgresViewStore({ url, schema: "motcua" })()).toMatchObject({ left: { code: "StoreForeign" } });
    await log.close();
    await (await openedViews({ url })).close();
    await sql(url, "COMMENT ON TABLE motcua_views.views IS 'Views of motcua, schema 2.'");
    expect(await openPostgresViewStore({ url })()).toMatchObject({ left: { code: "StoreNewer", schema: 2, known: 1 } });
  });

  it("to read only makes nothing", async () => {
    const url = await newDatabase();
    const missing = { left: { code: "StoreMissing", where: expect.stringContaining("schema motcua_views") } };
    expect(await openPostgresViewStore({ url, mode: "readOnly" })()).toMatchObject(missing);
    expect(await openPostgresViewStore({ url, mode: "readOnly" })()).toMatchObject(missing);
    await (await openedViews({ url })).close();
    await sql(url, "DROP TABLE motcua_views.views");
    const reading = await openedViews({ url, mode: "readOnly" });
    expect(await reading.parts()()).toMatchObject({ left: { code: "StoreDamaged" } });
    await reading.close();
  });

  it("by many at once makes the tables once", async () => {
    const url = await newDatabase();
    const all = await Promise.all(Array.from({ length: 8 }, () => openedViews({ url })));
    for (const views of all) expect(rightOf(await views.parts()())).toEqual([]);
    await Promise.all(all.map((views) => views.close()));
  });
});

describe("who lacks a right is told so", () => {
  it("a reader of reports reads views and writes nothing", async () => {
    const url = await newDatabase();
    const [log, views] = [await opened({ url }), await openedViews({ url })];
    await addEvents(log);
    rightOf(await catchUp(log, views, tallies, { parts: 1 })());
    const reader = await newUser(url);
    const user = new URL(reader).username;
    const denied = { left: { code: "AccessDenied" } };

    const before = await openedViews({ url: reader });
    expect(await before.parts()()).toMatchObject(denied);
    await before.close();
    await sql(
      url,
      `GRANT USAGE ON SCHEMA motcua_views TO ${user}; GRANT SELECT ON ALL TABLES IN SCHEMA motcua_views TO ${user}`,
    );
    for (const mode of ["readOnly", "readWriteCreate"] as const) {
      const reading = await openedViews({ url: reader, mode });
      expect(rightOf(await readView(log, reading, tallies)())).toEqual(await countsOf(log));
      for (const answer of await writes(reading)) expect(answer).toMatchObject(denied);
      await reading.close();
    }
    await log.close();
    await views.close();
  });

  it("another worker than the owner needs no more than to change rows", async () => {
    const url = await newDatabase();
    const [log, views] = [await opened({ url }), await openedViews({ url })];
    await addEvents(log);
    const worker = await newUser(url);
    const { username } = new URL(worker);
    await sql(
      url,
      `GRANT USAGE ON SCHEMA motcua_views TO ${username};
       GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA motcua_views TO ${username}`,
    );
    const working = await openedViews({ url: worker });
    rightOf(await catchUp(log, working, tallies)());
    rightOf(await catchUp(log, working, tallies)());
    expect(rightOf(await readView(log, views, tallies)())).toEqual(await countsOf(log));
    await Promise.all([working.close(), log.close(), views.close()]);
  });

  it("whoever may not make the schema", async () => {
    const user = await newUser(await newDatabase());
    expect(await openPostgresViewStore({ url: user })()).toMatchObject({ left: { code: "AccessDenied" } });
  });
});

it("connections that the server ends cost no more than the calls that were under way", async () => {
  const url = await newDatabase();
  const views = await openedViews({ url });
  for (let round = 0; round < 5; round++) {
    await sql(
      url,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'motcua' AND datname = current_database()",
    );
    await views.parts()();
    expect(await views.parts()()).toMatchObject({ right: [] });
  }
  await views.close();
});
