import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folder, motcua, motcuaJson } from "./support/motcua.js";

const MAP = {
  motcuaMapping: 1,
  log: "office",
  timeZone: "Asia/Ho_Chi_Minh",
  source: { rows: "case", caseId: "id" },
  centre: { constant: "centre" },
  procedure: { code: { constant: "p-1" }, field: { constant: "land" } },
  received: { attribute: "received" },
  resolved: { attribute: "done" },
  due: { term: { unit: "workingDay", amount: 5 } },
};
const LOG = "id,received,done\n1,2024-01-02,2024-01-09\n2,2024-01-02,2024-01-10\n";

const made = (map: object | string = MAP) => {
  const path = folder();
  const files = { log: join(path, "log.csv"), map: join(path, "map.json"), db: join(path, "log.db") };
  writeFileSync(files.log, LOG);
  writeFileSync(files.map, typeof map === "string" ? map : JSON.stringify(map, null, 2));
  return { ...files, store: ["--store", `sqlite:${files.db}`] };
};

describe("import suggest", () => {
  it("prints a mapping that imports the file, in the zone that is asked for", async () => {
    const { log, map, store } = made();
    const mapping = await motcuaJson("import", "suggest", log, "--time-zone", "Europe/Amsterdam");
    expect(mapping).toMatchObject({
      motcuaMapping: 1,
      timeZone: "Europe/Amsterdam",
      received: { attribute: "received" },
    });
    writeFileSync(map, JSON.stringify(mapping));
    expect(await motcuaJson("import", log, "--map", map, ...store)).toMatchObject({ dossiers: 2 });
  });

  it("refuses a file of which it can make none", async () => {
    const { log } = made();
    writeFileSync(log, "name\n2024-01-02\n");
    const { code, err } = await motcua("import", "suggest", log);
    expect([code, err]).toEqual([2, expect.stringContaining("expected a column that may be the case id")]);
  });
});

describe("import --map", () => {
  it("brings in what the mapping says, and again changes nothing", async () => {
    const { log, map, store } = made();
    expect(await motcuaJson("import", log, "--map", map, ...store)).toMatchObject({
      dossiers: 2,
      events: 4,
      skipped: 0,
    });
    expect(await motcuaJson("import", log, "--map", map, ...store)).toMatchObject({ events: 0, skipped: 2 });
    const report = await motcuaJson("report", "indicators", ...store);
    expect(report["total"]).toMatchObject({ received: 2, resolved: { total: 2, onTime: 1, late: 1 } });
  });

  it("keeps the ids of two files apart by a namespace", async () => {
    const { log, map, store } = made();
    for (const name of ["a", "b"])
      expect(await motcuaJson("import", log, "--map", map, "--namespace", name, ...store)).toMatchObject({ events: 4 });
    expect(await motcuaJson("report", "indicators", ...store)).toMatchObject({ total: { received: 4 } });
  });

  it("with --dry-run says what would come in, and writes nothing", async () => {
    const { log, map, store, db } = made();
    expect(await motcuaJson("import", log, "--map", map, "--dry-run", ...store)).toMatchObject({
      dossiers: 2,
      events: 4,
    });
    expect(existsSync(db)).toBe(false);
  });

  it.each<readonly [what: string, map: object | string, words: ReadonlyArray<string>, said: string]>([
    [
      "a mapping that is wrong",
      { ...MAP, due: { term: { unit: "week", amount: 1 } } },
      [],
      ':28: /due/term/unit: expected "calendarDay" or "workingDay", found "week"',
    ],
    ["a mapping that is no JSON", "{", [], "expected JSON"],
    [
      "a column that the file has not",
      { ...MAP, source: { rows: "case", caseId: "nr" } },
      [],
      'log.csv:1: nr: expected the column "nr"',
    ],
    ["a date that is none", { ...MAP, received: { attribute: "id" } }, [], "log.csv:2: id: expected a date"],
    ["a namespace that is none", MAP, ["--namespace", "a b"], "--namespace: expected 1 to 64 letters"],
    ["both a mapping and a preset", MAP, ["--preset", "receipt"], "cannot be used with option"],
  ])("refuses %s, and writes nothing", async (_, map, words, said) => {
    const files = made(map);
    const { code, err } = await motcua("import", files.log, "--map", files.map, ...words, ...files.store);
    expect(err).toContain(said);
    expect([code, existsSync(files.db), readFileSync(files.log, "utf8")]).toEqual([2, false, LOG]);
  });

  it("refuses a mapping that is not there, and a namespace without one", async () => {
    const { log, store, db } = made();
    expect((await motcua("import", log, "--map", "nowhere.json", ...store)).code).toBe(2);
    expect((await motcua("import", log, "--namespace", "a", ...store)).code).toBe(2);
    expect(existsSync(db)).toBe(false);
  });
});
