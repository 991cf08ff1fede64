import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout as sleep } from "node:timers/promises";
import { openSqliteEventStore } from "@motcua/sqlite";
import { beforeAll, expect, it } from "vitest";
import { motcua, sharedFolder } from "./support/motcua.js";
import { rightOf } from "./support/right-of.js";

const folder = sharedFolder();
const file = join(folder, "year.db");
const viewsFile = join(folder, "year-views.db");
const url = `sqlite:${file}`;

beforeAll(async () => {
  await motcua("simulate", "--year", "2018", "--dossiers", "600", "--seed", "5", "--store", url);
});

const status = async () => {
  const { code, out } = await motcua("projections", "status", "--store", url);
  expect(code).toBe(0);
  return JSON.parse(out).projections as ReadonlyArray<Record<string, unknown>>;
};

const REPORTS = [
  ["indicators", "--by", "agency,month"],
  ["ii06"],
  ["index766"],
  ["scores"],
  ["satisfaction"],
  ["backlog"],
  ["catalogue"],
  ["petitions"],
  ["revenue"],
  ["units"],
  ["time"],
];

const reports = async (): Promise<ReadonlyArray<string>> => {
  const printed: string[] = [];
  for (const report of REPORTS) printed.push((await motcua("report", ...report, "--store", url)).out);
  return printed;
};

it("projections that were never built are listed, and nothing is made by looking", async () => {
  const rows = await status();
  expect(rows.map(({ name }) => name)).toEqual([
    "dossier-rows",
    "catalogue-rows",
    "petition-rows",
    "revenue-accounts",
    "dossier-register",
    "time-rows",
  ]);
  expect(new Set(rows.map(({ state }) => state))).toEqual(new Set(["never built"]));
  expect(rows.every(({ lag }) => Number(lag) > 0)).toBe(true);
  expect(existsSync(viewsFile)).toBe(false);
});

it("reports are the same bytes from the log, from kept views, from views that are behind, and from rebuilt ones", async () => {
  const folded = await reports();
  const updated = await motcua("projections", "update", "--store", url);
  expect(updated.code).toBe(0);
  expect(JSON.parse(updated.out).projections).toHaveLength(6);
  expect((await status()).map(({ state, lag }) => [state, lag])).toEqual(Array(6).fill(["serving", 0]));
  expect(await reports()).toEqual(folded);

  const store = rightOf(await openSqliteEventStore({ file })());
  const page = rightOf(await store.readAll({ types: ["DossierReceived"], limit: 1 })());
  const stream = page.events[0]?.stream ?? "";
  const rated = {
    id: crypto.randomUUID(),
    type: "SatisfactionRated",
    schemaVersion: 1,
    occurredAt: Date.parse("2018-12-31T16:59:00+07:00"),
    data: { score: 1, scale: 5, aspect: "attitude" },
    meta: {},
  };
  rightOf(await store.append(stream, [rated], "exists")());
  await store.close();
  expect((await status())[0]).toMatchObject({ name: "dossier-rows", lag: 1 });
  const behind = await reports();
  expect(behind).not.toEqual(folded);

  const rebuilt = await motcua("projections", "rebuild", "dossier-rows", "--store", url);
  expect(JSON.parse(rebuilt.out).projections).toMatchObject([{ name: "dossier-rows", build: 2 }]);
  expect(await reports()).toEqual(behind);
  rmSync(viewsFile);
  expect(await reports()).toEqual(behind);
});

it("a view that was tampered with is not served in silence", async () => {
  rmSync(viewsFile, { force: true });
  await motcua("projections", "update", "dossier-rows", "--store", url);
  const wanted = await reports();
  const raw = new DatabaseSync(viewsFile);
  raw.exec("UPDATE views SET bytes = x'00' WHERE part = 1");
  raw.close();
  expect(await reports()).toEqual(wanted);
});

it("an event that a fold breaks on is told of, and no report is made without it", async () => {
  const broken = join(folder, "broken.db");
  const at = ["--store", `sqlite:${broken}`];
  await motcua("simulate", "--year", "2018", "--dossiers", "50", "--seed", "6", ...at);
  const none = await motcua("projections", "dead-letters", ...at);
  expect([none.code, JSON.parse(none.out)]).toEqual([0, { deadLetters: [] }]);

  const raw = new DatabaseSync(broken);
  const first = raw.prepare("SELECT position, data FROM log WHERE type = 'DossierReceived' ORDER BY position").get();
  const put = (data: string) => {
    raw.exec("DROP TRIGGER IF EXISTS events_never_change");
    raw.prepare("UPDATE events SET data = ? WHERE position = ?").run(data, Number(first?.["position"]));
  };
  put("{");
  const stopped = await motcua("projections", "update", "dossier-rows", ...at);
  expect(stopped.code).toBe(3);
  expect(stopped.err).toContain("stands still before dossier-");
  const told = await motcua("projections", "dead-letters", ...at);
  expect(told.code).toBe(1);
  expect(JSON.parse(told.out).deadLetters).toMatchObject([{ projection: "dossier-rows", type: "DossierReceived" }]);
  put(String(first?.["data"]));
  raw.close();
  expect((await motcua("projections", "update", "dossier-rows", ...at)).code).toBe(0);
  expect((await motcua("projections", "dead-letters", ...at)).code).toBe(0);
});

it("says where views of a log in memory go, and what names there are", async () => {
  expect(await motcua("projections", "status", "--store", "memory:")).toMatchObject({ code: 2 });
  const unknown = await motcua("projections", "rebuild", "nothing", "--store", url);
  expect(unknown.code).toBe(2);
  expect(unknown.err).toContain("dossier-rows");
  const foreign = await motcua("projections", "status", "--store", url, "--views", "mysql://x");
  expect([foreign.code, foreign.err]).toEqual([2, expect.stringContaining("sqlite:./file.db")]);
  expect((await motcua("projections", "update", "--store", url, "--views", url)).code).toBe(3);
});

it("the status reads in both languages", async () => {
  for (const [lang, words] of [
    ["en", "behind"],
    ["vi", "còn thiếu"],
  ] as const) {
    const { out } = await motcua("projections", "status", "--store", url, "--format", "table", "--lang", lang);
    expect(out).toContain(words);
  }
});

it("follows the log until Ctrl-C, and leaves its views at the end", async () => {
  const followed = join(folder, "followed.db");
  const at = ["--store", `sqlite:${followed}`];
  await motcua("simulate", "--year", "2018", "--dossiers", "30", "--seed", "7", ...at);
  const following = motcua("projections", "follow", "dossier-rows", "petition-rows", ...at);
  const rows = async () => JSON.parse((await motcua("projections", "status", ...at)).out).projections;
  while ((await rows())[0].state !== "serving" || (await rows())[2].state !== "serving") await sleep(20);
  const store = rightOf(await openSqliteEventStore({ file: followed })());
  const page = rightOf(await store.readAll({ types: ["DossierReceived"], limit: 1 })());
  const stream = page.events[0]?.stream ?? "";
  const last = rightOf(await store.readStream(stream, { direction: "backward", limit: 1 })());
  const again = { ...last.events[0], id: crypto.randomUUID() } as (typeof page.events)[number];
  rightOf(await store.append(stream, [again], "exists")());
  await store.close();
  await sleep(200);
  process.emit("SIGINT");
  const { code, out } = await following;
  expect(code).toBe(0);
  expect(JSON.parse(out).folded).toBeGreaterThan(30);
  expect((await rows())[0]).toMatchObject({ state: "serving", lag: 0 });
});
