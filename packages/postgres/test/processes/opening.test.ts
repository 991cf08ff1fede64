import type { Cursor, ProcessCheckpoint, ProcessRow, ProcessStore } from "@motcua/event-store";
import { describe, expect, it } from "vitest";
import { rightOf } from "../../../../scripts/workers/right-of.js";
import { openPostgresProcessStore } from "../../src/index.js";
import { connected, opened, testServer } from "../support/postgres.js";
import { openedStates, openedViews } from "../support/view-stores.js";

const { newDatabase, newUser } = testServer();
const DESK = { name: "desk", version: 1 };
const place = (folded: number): ProcessCheckpoint => ({
  cursor: "1" as Cursor,
  folded,
  last: null,
  quietUntil: null,
});
const rows: ReadonlyArray<ProcessRow> = [{ stream: "dossier-1", version: 1, state: "{}", wakeAt: 5, rung: [] }];

const sql = (url: string, statement: string) => connected(url, (client) => client.query(statement));

const grant = (url: string, user: string, rights: string) => {
  const { username } = new URL(user);
  return sql(
    url,
    `GRANT USAGE ON SCHEMA motcua_views TO ${username}; GRANT ${rights} ON ALL TABLES IN SCHEMA motcua_views TO ${username}`,
  );
};

const begin = (states: ProcessStore) => states.save(DESK, { from: null, to: place(1), rows })();

/** Everything that a process store can be asked to write. */
const writes = async (states: ProcessStore) => [
  await states.save(DESK, { from: null, to: place(2) })(),
  await states.save(DESK, { from: place(1), to: place(2), rows })(),
  await states.forget(DESK)(),
];

describe("in the schema of views", () => {
  it("both are kept, whichever is opened first", async () => {
    const url = await newDatabase();
    const [states, views] = [await openedStates({ url }), await openedViews({ url })];
    rightOf(await begin(states));
    rightOf(await views.begin(DESK, 2)());
    rightOf(await states.forget(DESK)());
    expect(rightOf(await views.parts()())).toHaveLength(2);
    await Promise.all([states.close(), views.close()]);
  });

  it("of a time before there were processes, what they need is made beside the views, by its owner", async () => {
    const url = await newDatabase();
    const views = await openedViews({ url });
    rightOf(await views.begin({ name: "rows", version: 1 }, 2)());
    await sql(url, "DROP TABLE motcua_views.processes, motcua_views.process_streams, motcua_views.dead_intents");
    const worker = await newUser(url);
    await grant(url, worker, "SELECT, INSERT, UPDATE, DELETE");
    expect(await openPostgresProcessStore({ url: worker })()).toMatchObject({ left: { code: "AccessDenied" } });
    const states = await openedStates({ url });
    rightOf(await begin(states));
    expect(rightOf(await views.parts()())).toHaveLength(2);
    await Promise.all([states.close(), views.close()]);
  });

  it("by many at once, of either kind, the tables are made once", async () => {
    const url = await newDatabase();
    const all = await Promise.all(
      Array.from({ length: 8 }, (_, n) => (n % 2 === 0 ? openedViews({ url }) : openedStates({ url }))),
    );
    const states = await openedStates({ url });
    rightOf(await begin(states));
    await Promise.all([states, ...all].map((store) => store.close()));
  });
});

it("tells where no server listens, and leaves a log alone, and what is not there or of a later release", async () => {
  expect(await openPostgresProcessStore({ url: "postgres://app:secret@127.0.0.1:1/centre" })()).toMatchObject({
    left: { code: "StoreUnavailable" },
  });
  const url = await newDatabase();
  await (await opened({ url })).close();
  expect(await openPostgresProcessStore({ url, schema: "motcua" })()).toMatchObject({ left: { code: "StoreForeign" } });
  expect(await openPostgresProcessStore({ url, mode: "readOnly" })()).toMatchObject({ left: { code: "StoreMissing" } });
  await (await openedStates({ url })).close();
  await sql(url, "COMMENT ON TABLE motcua_views.processes IS 'Views of motcua, schema 2.'");
  expect(await openPostgresProcessStore({ url })()).toMatchObject({
    left: { code: "StoreNewer", schema: 2, known: 1 },
  });
});

describe("who lacks a right is told so", () => {
  it("a reader sees where processes stand, and writes nothing", async () => {
    const url = await newDatabase();
    const states = await openedStates({ url });
    rightOf(await begin(states));
    const reader = await newUser(url);
    await grant(url, reader, "SELECT");
    for (const mode of ["readOnly", "readWriteCreate"] as const) {
      const reading = await openedStates({ url: reader, mode });
      expect(rightOf(await reading.processes())).toMatchObject([{ ...DESK, streams: 1, wakeAt: 5 }]);
      expect(rightOf(await reading.due(DESK, 5, 1)())).toEqual(rows);
      for (const answer of await writes(reading)) expect(answer).toMatchObject({ left: { code: "AccessDenied" } });
      await reading.close();
    }
    expect(rightOf(await states.rows(DESK, ["dossier-1"])())).toEqual(rows);
    await states.close();
  });

  it("another worker than the owner needs no more than to change rows", async () => {
    const url = await newDatabase();
    const states = await openedStates({ url });
    const worker = await newUser(url);
    await grant(url, worker, "SELECT, INSERT, UPDATE, DELETE");
    const working = await openedStates({ url: worker });
    rightOf(await begin(working));
    rightOf(await working.save(DESK, { from: place(1), to: place(2), over: ["dossier-1"] })());
    rightOf(await working.forget(DESK)());
    expect(rightOf(await states.processes())).toEqual([]);
    await Promise.all([working.close(), states.close()]);
  });
});

it.each(["processes", "process_streams", "dead_intents"])(
  "the table %s dropped under a process is told with what to do, and nothing is half written; opened again, all begins anew",
  async (table) => {
    const url = await newDatabase();
    const states = await openedStates({ url });
    rightOf(await begin(states));
    await sql(url, `DROP TABLE motcua_views.${table}`);
    const late = { from: place(1), to: place(2), rows: rows.map((row) => ({ ...row, stream: "late" })) };
    expect(await states.save(DESK, late)()).toMatchObject({
      left: { code: "StoreDamaged", detail: expect.stringContaining("open") },
    });
    expect(await states.forget(DESK)()).toMatchObject({ left: { code: "StoreDamaged" } });
    await states.close();

    const again = await openedStates({ url });
    expect(rightOf(await again.places("desk")())).toHaveLength(table === "processes" ? 0 : 1);
    expect(rightOf(await again.rows(DESK, ["late"])())).toEqual([]);
    await again.close();
  },
);

it("connections that the server ends cost no more than the calls that were under way", async () => {
  const url = await newDatabase();
  const states = await openedStates({ url });
  for (let round = 0; round < 5; round++) {
    await sql(
      url,
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'motcua' AND datname = current_database()",
    );
    await states.forget(DESK)();
    expect(await states.forget(DESK)()).toMatchObject({ right: undefined });
    rightOf(await begin(states));
  }
  await states.close();
});

it("a forgetting that fails half way leaves all as it was, and its connection is given to nobody", async () => {
  const url = await newDatabase();
  const states = await openedStates({ url });
  rightOf(await begin(states));
  await sql(
    url,
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''no''; END';
     CREATE TRIGGER refusing BEFORE DELETE ON motcua_views.process_streams FOR EACH ROW EXECUTE FUNCTION refuse()`,
  );
  for (let round = 0; round < 5; round++)
    expect(await states.forget(DESK)()).toMatchObject({ left: { code: "StoreUnavailable" } });
  expect(rightOf(await states.rows(DESK, ["dossier-1"])())).toEqual(rows);
  rightOf(await states.save(DESK, { from: place(1), to: place(2) })());
  await states.close();
});
