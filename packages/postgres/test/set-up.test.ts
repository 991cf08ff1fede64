import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { openPostgresEventStore } from "../src/index.js";
import { eventsFor } from "./support/events.js";
import { connected, opened, testServer } from "./support/postgres.js";
import { refusalOf } from "./support/refusal.js";

const { newDatabase, newUser, own } = testServer();

describe("setting up", () => {
  it("works for a user who may not make roles: then it owns the log, and the doctor says so", async () => {
    const database = await newDatabase();
    const user = await newUser(database);
    await connected(database, (client) =>
      client.query(`GRANT CREATE ON DATABASE "${nameOf(database)}" TO "${userOf(user)}"`),
    );
    // Another name than that of the roles which other tests have made in this cluster.
    const store = await opened({ url: user, schema: "small" });
    expect(isRight(await store.append("a-1", eventsFor(1), "none")())).toBe(true);
    const findings = await store.doctor();
    expect(isRight(findings) && findings.right.find(({ rule }) => rule === "rights")).toMatchObject({
      ok: false,
      detail: expect.stringContaining("there are no roles"),
    });
    await connected(user, async (client) => {
      expect(await refusalOf(client, "DELETE FROM small.events")).toBe("MC002");
    });
    await store.close();
  });

  it("works for a user who may make roles and is no superuser", async () => {
    const database = await newDatabase();
    const user = await newUser(database, "CREATEROLE");
    await connected(database, (client) =>
      client.query(`GRANT CREATE ON DATABASE "${nameOf(database)}" TO "${userOf(user)}"`),
    );
    const schema = `made_${process.pid}`;
    const store = await opened({ url: user, schema });
    const appending = await opened({ url: await newUser(database, `IN ROLE ${schema}_writer`), schema });
    expect(isRight(await appending.append("a-1", eventsFor(1), "none")())).toBe(true);
    expect(isRight(await store.append("a-1", eventsFor(1), 1)())).toBe(true);
    const owner = "SELECT tableowner FROM pg_tables WHERE schemaname = $1 AND tablename = 'events'";
    expect(await connected(database, (client) => client.query(owner, [schema]))).toMatchObject({
      rows: [{ tableowner: `${schema}_owner` }],
    });
    await Promise.all([store.close(), appending.close()]);
  });

  it("is denied where the roles of that name are another's, who has a log in another database of the cluster", async (ctx) => {
    // Before PostgreSQL 16, whoever may make roles may hand out any.
    if (own() === undefined) return ctx.skip("needs a server of its own, which MOTCUA_TEST_POSTGRES_URL is not");
    const [first, second] = [await newDatabase(), await newDatabase()];
    const schema = `taken_${process.pid}`;
    await (await opened({ url: first, schema })).close();
    const user = await newUser(second, "CREATEROLE");
    await connected(second, (client) =>
      client.query(`GRANT CREATE ON DATABASE "${nameOf(second)}" TO "${userOf(user)}"`),
    );
    expect(await openPostgresEventStore({ url: user, schema })()).toMatchObject({ left: { code: "AccessDenied" } });
    const left = "SELECT count(*)::integer AS n FROM pg_namespace WHERE nspname = $1";
    expect((await connected(second, (client) => client.query(left, [schema]))).rows).toEqual([{ n: 0 }]);
  });

  it("works for eight at once in one database, and in four databases of a cluster", async () => {
    const one = await newDatabase();
    const databases = [await newDatabase(), await newDatabase(), await newDatabase(), await newDatabase()];
    const schema = `at_once_${process.pid}`;
    const stores = await Promise.all([
      ...Array.from({ length: 8 }, () => opened({ url: one })),
      ...databases.map((database) => opened({ url: database, schema })),
    ]);
    const answers = await Promise.all(stores.map((store, n) => store.append(`a-${n}`, eventsFor(1), "none")()));
    expect(answers.every(isRight)).toBe(true);
    await Promise.all(stores.map((store) => store.close()));
  });

  it("is denied, typed, to a user who may not make a schema", async () => {
    const database = await newDatabase();
    expect(await openPostgresEventStore({ url: await newUser(database) })()).toMatchObject({
      left: { code: "AccessDenied" },
    });
  });
});

const nameOf = (address: string): string => new URL(address).pathname.slice(1);
const userOf = (address: string): string => new URL(address).username;
