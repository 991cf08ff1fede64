import { processStoreContract } from "@motcua/testkit";
import { afterAll, beforeAll, describe, it } from "vitest";
import { type Pooler, startPooler } from "../support/pooler.js";
import { testServer } from "../support/postgres.js";
import { processStoresIn } from "../support/view-stores.js";

const server = testServer({ settings: { max_connections: "60" } });
let pooler: Pooler | undefined;

beforeAll(async () => {
  pooler = await startPooler(await server.newDatabase());
});
afterAll(() => pooler?.stop());

processStoreContract({ name: "PostgreSQL", ...processStoresIn(server.newDatabase), describe, it });

const newDatabaseBehindPooler = async (): Promise<string> => {
  const url = await server.newDatabase();
  return pooler?.through(url) ?? url;
};

processStoreContract({
  name: "PostgreSQL behind a pooler that lends connections for a transaction",
  ...processStoresIn(newDatabaseBehindPooler),
  describe,
  it: (name, body) => it(name, (ctx) => (pooler === undefined ? ctx.skip("needs the program pgbouncer") : body())),
});
