import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type PostgresServer, startEventStoreDbDouble, startPostgres } from "@motcua/testkit";
import { afterAll, beforeAll, expect, it } from "vitest";
import { motcua, motcuaJson, sharedFolder } from "./support/motcua.js";

const path = sharedFolder();
const original = `sqlite:${join(path, "original.db")}`;
let server: PostgresServer;
let double: Awaited<ReturnType<typeof startEventStoreDbDouble>>;

beforeAll(async () => {
  server = await startPostgres();
  double = await startEventStoreDbDouble({ client: "@eventstore/db-client" });
  await motcuaJson("simulate", "--dossiers", "60", "--store", original);
  // What lies open: received, and nothing done about it.
  for (const [n, at] of ["2018-12-03T09:00", "2018-12-20T09:00", "2018-12-27T14:00"].entries()) {
    const file = join(path, "command.json");
    const procedure = { code: "1.001776", version: 1, field: "land" };
    const place = { centre: "bac-ninh", unit: "one-stop", agency: "land office", channel: "inPerson" };
    const received = { type: "receive", at: `${at}+07:00`, code: `c-${n}`, subjectRef: `s-${n}`, ...place, procedure };
    writeFileSync(file, JSON.stringify({ ...received, legalTerm: { unit: "workingDay", amount: 5 } }));
    const asked = await motcua("dossier", "do", `open-${n}`, "--command", file, "--store", original);
    expect(asked.err).toBe("");
  }
});
afterAll(async () => {
  await double?.stop();
  await server?.stop();
});

it("a monitor over any store finds the same, and over none finds it twice", { timeout: 120_000 }, async () => {
  const views = (name: string) => ["--views", `sqlite:${join(path, `${name}-views.db`)}`];
  const copies = [
    [original, []],
    [server.url, []],
    [`esdb://127.0.0.1:${double.port}?tls=false`, views("esdb")],
  ] as const;
  for (const [url] of copies.slice(1)) await motcuaJson("copy", "--from", original, "--to", url);
  const found: unknown[] = [];
  for (const [url, words] of copies) {
    const tick = (time: string) => motcuaJson("tick", "--at", `${time}+07:00`, "--store", url, ...words);
    const rounds = [];
    for (const time of [
      "2018-12-07T08:00",
      "2018-12-11T08:00",
      "2018-12-28T08:00",
      "2019-01-08T08:00",
      "2019-01-08T08:00",
    ])
      rounds.push(await tick(time));
    found.push(rounds);
  }
  expect(found[1]).toEqual(found[0]);
  expect(found[2]).toEqual(found[0]);
  // In January one of the year's own is among them.
  expect(found[0]).toMatchObject([{}, { overdue: 1 }, { overdue: 1 }, { overdue: 2 }, { overdue: 0, warnings: 0 }]);
});
