import { inspect } from "node:util";
import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { openPostgresEventStore, type PostgresOptions } from "../src/index.js";
import { eventsFor } from "./support/events.js";
import { messageOf } from "./support/message.js";
import { as, connected, opened, testServer } from "./support/postgres.js";
import { silentPort } from "./support/silent.js";

const { newDatabase, newUser, own } = testServer();
const PASSWORD = "canary-password";

/** Why it was not opened; fails where it was, and where the error tells what nobody may read. */
const refusalOf = async (options: PostgresOptions) => {
  const answer = await openPostgresEventStore(options)();
  if (isRight(answer)) throw new Error("it was opened");
  expect(messageOf(answer.left)).not.toContain("canary");
  return answer.left;
};

describe("opening tells what is wrong", () => {
  it("where no server listens", async () => {
    const url = `postgres://app:${PASSWORD}@127.0.0.1:1/centre`;
    expect(await refusalOf({ url })).toMatchObject({
      ...{ code: "StoreUnavailable", inDoubt: false },
      detail: "the database cannot be reached (ECONNREFUSED)",
    });
  });

  // Less than the default of timeoutMs.
  it("where a server never answers, within timeoutMs", { timeout: 20_000 }, async () => {
    const url = `postgres://app:${PASSWORD}@127.0.0.1:${await silentPort()}/centre`;
    expect(await refusalOf({ url, timeoutMs: 300 })).toMatchObject({
      code: "StoreUnavailable",
      detail: "the database did not answer in time",
    });
  });

  it("where the password is wrong, or missing", async (ctx) => {
    if (own() === undefined) return ctx.skip("needs a server of its own, which MOTCUA_TEST_POSTGRES_URL is not");
    const url = await newDatabase();
    const user = new URL(await newUser(url)).username;
    expect(await refusalOf({ url: as(url, user, PASSWORD) })).toMatchObject({
      code: "AccessDenied",
      detail: expect.stringContaining("wrong user or password"),
    });
    const known = process.env["PGPASSWORD"];
    delete process.env["PGPASSWORD"];
    expect(await refusalOf({ url: as(url, user, "") })).toMatchObject({
      code: "StoreUnavailable",
      detail: "the database asks for a password",
    });
    if (known !== undefined) process.env["PGPASSWORD"] = known;
  });

  it("and never shows the password, wherever the driver keeps it", async () => {
    const url = await newDatabase();
    const user = new URL(await newUser(url)).username;
    const answer = await openPostgresEventStore({ url: as(url, user, PASSWORD) })();
    expect(inspect(answer, { depth: 10, showHidden: true })).not.toContain("canary");
  });

  it("where there is no such database", async () => {
    const url = new URL(await newDatabase());
    url.pathname = "/no_such_database";
    expect(await refusalOf({ url: url.href })).toMatchObject({
      code: "StoreMissing",
      where: `${url.host}/no_such_database schema motcua`,
    });
  });

  it.each(["", "centre", "mysql://app@localhost/centre", "http://localhost", "postgres://app:%zz@127.0.0.1:1/centre"])(
    "where the address is %j",
    async (url) => {
      expect(await refusalOf({ url })).toMatchObject({ code: "StoreUnavailable" });
    },
  );

  it.each(["", "Motcua", 'mo"tcua', "motcua; DROP TABLE x", "pg_motcua", "1st", "x".repeat(50), "mộtcửa"])(
    "where the schema is %j",
    async (schema) => {
      expect(await refusalOf({ url: `postgres://app:${PASSWORD}@127.0.0.1:1/centre`, schema })).toMatchObject({
        code: "StoreUnavailable",
        detail: expect.stringContaining("schema a plain name"),
      });
    },
  );

  it.each([
    ["other tables", "CREATE TABLE motcua.dossiers (n integer)"],
    ["tables of the same names", "CREATE TABLE motcua.events (id text); CREATE TABLE motcua.migrations (name text)"],
  ])("where the schema holds %s: it is left as it is", async (_, tables) => {
    const url = await newDatabase();
    await connected(url, (client) => client.query(`CREATE SCHEMA motcua; ${tables}`));
    const before = await catalogue(url);
    expect(await refusalOf({ url })).toMatchObject({ code: "StoreForeign" });
    expect(await catalogue(url)).toEqual(before);
  });

  it.each(["readWriteCreate", "readWrite", "readOnly"] as const)(
    "where a later release wrote the log: it is left as it is (%s)",
    async (mode) => {
      const url = await newDatabase();
      await (await opened({ url })).close();
      await connected(url, (client) => client.query("INSERT INTO motcua.migrations (number) VALUES (99)"));
      const before = await catalogue(url);
      expect(await refusalOf({ url, mode })).toMatchObject({ code: "StoreNewer", schema: 99, known: 1 });
      expect(await catalogue(url)).toEqual(before);
    },
  );

  it.each(["readWrite", "readOnly"] as const)("where there is no log, and none may be made (%s)", async (mode) => {
    const url = await newDatabase();
    expect(await refusalOf({ url, mode })).toMatchObject({ code: "StoreMissing" });
    expect(await catalogue(url)).toEqual([]);
  });
});

/** Everything in the schema, by its number. */
const catalogue = (url: string) =>
  connected(url, async (client) => {
    const { rows } = await client.query(
      "SELECT oid, relname FROM pg_class WHERE relnamespace = to_regnamespace('motcua') ORDER BY oid",
    );
    return rows;
  });

describe("a log that was opened to be read", () => {
  it("is read, and no append comes to the server", async () => {
    const url = await newDatabase();
    const writing = await opened({ url });
    await writing.append("a-1", eventsFor(2), "none")();
    const reading = await opened({ url, mode: "readOnly" });
    expect(await reading.readAll()()).toMatchObject({ right: { events: [{}, {}], atEnd: true } });
    expect(await reading.append("a-1", eventsFor(1), "any")()).toMatchObject({ left: { code: "AccessDenied" } });
    await Promise.all([writing.close(), reading.close()]);
  });
});
