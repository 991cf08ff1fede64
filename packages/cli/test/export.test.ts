import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { EXPORTERS } from "../src/export/formats.js";
import { folder, motcua, motcuaJson, sharedFolder } from "./support/motcua.js";

interface Exported {
  readonly dossiers: number;
  readonly events: number;
  readonly bytes: number;
}

const store = `sqlite:${join(sharedFolder(), "year.db")}`;
let simulated: { readonly dossiers: number; readonly events: number };

beforeAll(async () => {
  simulated = await motcuaJson("simulate", "--dossiers", "120", "--store", store);
});

/** Runs the export as in a pipe and reads what it says. */
const exported = async (out: string, ...words: ReadonlyArray<string>): Promise<Exported> => {
  const { code, out: said, err } = await motcua("export", ...words, "--out", out, "--store", store);
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(said);
};

describe("motcua export", () => {
  it.each([...EXPORTERS.keys()])(
    "as %s writes a whole file, the same each time, and says what is in it",
    async (format) => {
      const path = folder();
      const [first, second] = [join(path, "first"), join(path, "second")];
      const said = await exported(first, "--format", format);
      await exported(second, "--format", format);
      expect(readdirSync(path)).toEqual(["first", "second"]);
      expect(readFileSync(first).equals(readFileSync(second))).toBe(true);
      expect(said.bytes).toBe(statSync(first).size);
      // A number that was claimed for a code, and the like, are events of the log, and of no dossier.
      const isWholeLog = ["ndjson", "cloudevents", "csv", "parquet"].includes(format);
      expect(said.events > simulated.dossiers * 5 && said.events <= simulated.events).toBe(true);
      expect(said.events === simulated.events).toBe(isWholeLog);
      expect(said.dossiers).toBeGreaterThanOrEqual(simulated.dossiers);
    },
  );

  it("gives a table a row for each dossier when it is asked to", async () => {
    const path = folder();
    const { dossiers } = await exported(join(path, "register.csv"), "--format", "csv", "--rows", "dossiers");
    const lines = readFileSync(join(path, "register.csv"), "utf8").trimEnd().split("\r\n");
    expect(lines).toHaveLength(dossiers + 1);
    expect(lines[0]).toMatch(/^dossier,code,status,/);
  });

  it("brings a log back that it wrote as CloudEvents", async () => {
    const path = folder();
    const file = join(path, "log.cloudevents");
    const { events, dossiers } = await exported(file, "--format", "cloudevents");
    const copy = `sqlite:${join(path, "copy.db")}`;
    expect(await motcuaJson("import", file, "--store", copy)).toMatchObject({ events, dossiers, skipped: 0 });
    const reports = await Promise.all(
      [store, copy].map((each) => motcua("report", "indicators", "--by", "agency", "--store", each)),
    );
    expect(reports[0]?.out).toBe(reports[1]?.out);
  });

  it("writes text to standard output, with nothing else on it", async () => {
    const { code, out, err } = await motcua("export", "--format", "xes", "--out", "-", "--store", store);
    expect([code, err, out.startsWith("<?xml"), out.endsWith("</log>\n")]).toEqual([0, "", true, true]);
  });

  it.each([
    [["--format", "parquet", "--out", "-"], "parquet is no text"],
    [["--format", "ocel-sqlite", "--out", "-"], "ocel-sqlite is no text"],
    [["--format", "xes", "--rows", "dossiers", "--out", "log.xes"], "xes is no table"],
    [["--format", "csv", "--rows", "officials", "--out", "log.csv"], "Allowed choices are events, dossiers"],
  ])("%j is a wrong request, and nothing is written", async (words, message) => {
    const { code, out, err } = await motcua("export", ...words, "--store", store);
    expect([code, out, err]).toEqual([2, "", expect.stringContaining(message)]);
    expect(existsSync(words.at(-1) ?? "")).toBe(false);
  });
});
