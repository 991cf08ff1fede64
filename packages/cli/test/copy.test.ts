import { join } from "node:path";
import { type PostgresServer, startEventStoreDbDouble, startPostgres } from "@motcua/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { folder, motcua, motcuaJson, sharedFolder } from "./support/motcua.js";

const path = sharedFolder();
const original = `sqlite:${join(path, "original.db")}`;
let server: PostgresServer;
let double: Awaited<ReturnType<typeof startEventStoreDbDouble>>;

beforeAll(async () => {
  server = await startPostgres();
  double = await startEventStoreDbDouble({ client: "@eventstore/db-client" });
  await motcuaJson("simulate", "--dossiers", "150", "--store", original);
});
afterAll(async () => {
  await double?.stop();
  await server?.stop();
});

const REPORTS = [
  ["report", "indicators", "--by", "agency"],
  ["report", "revenue"],
  ["report", "petitions"],
  ["dossier", "list"],
];

it("views of a log in PostgreSQL stand beside it, those of one in EventStoreDB where they are told to", {
  timeout: 300_000,
}, async () => {
  const places = [
    ["--store", server.url],
    ["--store", double.connectionString, "--views", `sqlite:${join(folder(), "views.db")}`],
  ];
  await motcua("copy", "--from", original, "--to", server.url);
  await motcua("copy", "--from", original, "--to", double.connectionString);
  for (const place of places) {
    expect((await motcua("projections", "update", ...place)).err).toBe("");
    const { projections } = await motcuaJson<{ projections: ReadonlyArray<{ state: string; lag: number }> }>(
      ...["projections", "status", ...place],
    );
    expect(projections.filter(({ state, lag }) => state !== "serving" || lag > 0)).toEqual([]);
    expect(projections.length).toBeGreaterThan(0);
    for (const words of REPORTS.slice(0, 3)) {
      const wanted = await motcua(...words, "--format", "json", "--store", original);
      expect(await motcua(...words, "--format", "json", ...place)).toEqual(wanted);
    }
  }
});

describe("motcua copy", () => {
  it("moves a log through every store, and each copy reports the same, byte for byte", {
    timeout: 300_000,
  }, async () => {
    const { events } = await motcuaJson<{ events: number }>("copy", "--from", original, "--to", server.url);
    const stores = [server.url, double.connectionString, `sqlite:${join(folder(), "again.db")}`];
    for (const [from, to] of [stores.slice(0, 2), stores.slice(1, 3)])
      expect(await motcuaJson("copy", "--from", from ?? "", "--to", to ?? "")).toEqual({ events, verified: true });
    for (const words of REPORTS) {
      const wanted = await motcua(...words, "--format", "json", "--store", original);
      expect(wanted).toMatchObject({ code: 0, err: "" });
      for (const store of stores) expect(await motcua(...words, "--format", "json", "--store", store)).toEqual(wanted);
    }
  });

  it("may be repeated, and says what was there before", async () => {
    const to = `sqlite:${join(folder(), "copy.db")}`;
    const { events } = await motcuaJson<{ events: number }>("copy", "--from", original, "--to", to);
    const again = await motcua("copy", "--from", original, "--to", to, "--format", "table");
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining(`${events} of them there before`) });
  });

  it("leaves a store alone that holds something else, and answers no", async () => {
    const to = `sqlite:${join(folder(), "other.db")}`;
    await motcuaJson("simulate", "--dossiers", "20", "--seed", "2", "--store", to);
    const before = await motcua("dossier", "list", "--store", to, "--format", "json");
    expect(await motcua("copy", "--from", original, "--to", to)).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("Event 1 is not the same"),
    });
    expect(await motcua("dossier", "list", "--store", to, "--format", "json")).toEqual(before);
  });

  it("says how far it is on standard error alone", async () => {
    const to = `sqlite:${join(folder(), "copy.db")}`;
    const { err } = await motcua("copy", "--from", original, "--to", to, "--progress");
    expect(err).toContain("copying");
    expect(err).toContain("verifying");
  });
});

describe("a store's address", () => {
  const secret = "tr0ub4dor";
  it.each([
    ["a password that is wrong", () => server.url.replace(/:[^:@]*@/, `:${secret}@`), 3, "wrong user or password"],
    ["a database that is not there", () => server.url.replace(/postgres$/, "nowhere"), 3, "no such log"],
    ["a server that is not there", () => `postgres://u:${secret}@127.0.0.1:9/db`, 3, "cannot be reached"],
    ["an EventStoreDB's that is none", () => `esdb://u:${secret}@:x`, 2, "not an address"],
    ["a scheme that nobody knows", () => "mysql://localhost/db", 2, "no store that this release knows"],
  ])("%s: says what is wrong, and never a password", async (_, url, code, said) => {
    const ran = await motcua("dossier", "list", "--store", url(), "--debug");
    expect(ran).toMatchObject({ code, out: "", err: expect.stringContaining(said) });
    expect(ran.err).not.toContain(secret);
  });

  it("an empty database is set up by the first command that writes, and by none that reads", async () => {
    const url = `${server.url}`;
    const empty = url.replace(/postgres$/, "template1");
    expect((await motcua("dossier", "list", "--store", empty)).code).toBe(3);
    expect((await motcua("doctor", "--store", url, "--format", "json")).out).toContain('"rule": "appendOnly"');
  });
});
