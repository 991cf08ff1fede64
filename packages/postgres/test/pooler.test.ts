import { contractChecks } from "@motcua/testkit";
import { isRight } from "fp-ts/lib/Either.js";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type AppendTransaction, openPostgresEventStore } from "../src/index.js";
import { eventsFor } from "./support/events.js";
import { logsIn } from "./support/logs.js";
import { type Pooler, startPooler } from "./support/pooler.js";
import { connected, opened, testServer } from "./support/postgres.js";

const server = testServer({ settings: { max_connections: "60" } });
let pooler: Pooler | undefined;

beforeAll(async () => {
  pooler = await startPooler(await server.newDatabase());
});
afterAll(() => pooler?.stop());
beforeEach((ctx) => {
  if (pooler === undefined) ctx.skip("needs the program pgbouncer");
});

const newDatabase = async (): Promise<string> => {
  const url = await server.newDatabase();
  return pooler?.through(url) ?? url;
};

const GROUPS = ["versions", "repetition", "races", "large appends", "live", "one log, opened twice"];
const NIGHTLY = process.env["MOTCUA_TIER"] === "nightly";
const { open, openAgain } = logsIn({ ...server, newDatabase }, { pooler: "transaction" });

describe("behind a pooler that lends connections for a transaction, the contract of the event store is kept", () => {
  for (const check of contractChecks)
    if (check.appliesTo({ uniqueIds: "log" }) && (NIGHTLY || GROUPS.includes(check.group)))
      it(`${check.group}: ${check.name}`, () => check.run({ open, openAgain }));
});

describe("behind a pooler", () => {
  it("a hook is in the transaction of its append", async () => {
    const url = await newDatabase();
    await connected(url, (client) => client.query("CREATE TABLE inbox (stream text PRIMARY KEY)"));
    const inTransaction = async ({ client, events }: AppendTransaction) => {
      for (const { stream } of events) await client.query("INSERT INTO inbox VALUES ($1)", [stream]);
    };
    const store = await opened({ url, pooler: "transaction", inTransaction });
    expect(isRight(await store.append("a-1", eventsFor(1), "none")())).toBe(true);
    expect(isRight(await store.append("a-1", eventsFor(1), 1)())).toBe(false);
    expect(await store.readStream("a-1")()).toMatchObject({ right: { version: 1 } });
    await store.close();
  });

  it("a store that was not told of it is refused, and told what to do", async () => {
    expect(await openPostgresEventStore({ url: await newDatabase() })()).toMatchObject({
      left: { code: "StoreUnavailable", detail: expect.stringContaining("pooler") },
    });
  });
});
