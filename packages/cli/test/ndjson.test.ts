import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type EventStore, inMemoryEventStore } from "@motcua/event-store";
import { checkNdjson, exportNdjson, importNdjson, textSource } from "@motcua/interchange";
import { populate } from "@motcua/simulator";
import { type PostgresServer, startEventStoreDbDouble, startPostgres } from "@motcua/testkit";
import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run } from "../src/index.js";
import { folder, motcua, motcuaJson, sharedFolder } from "./support/motcua.js";
import { rightOf } from "./support/right-of.js";

interface Exported {
  readonly dossiers: number;
  readonly events: number;
  readonly bytes: number;
}

/** Writes a log to a file through the command. */
const exported = async (store: string, out: string): Promise<Exported> => {
  const { code, out: said, err } = await motcua("export", "--format", "ndjson", "--out", out, "--store", store);
  expect([code, err]).toEqual([0, ""]);
  return JSON.parse(said);
};

const path = sharedFolder();
const original = `sqlite:${join(path, "original.db")}`;
const file = join(path, "log.ndjson");
let first: Exported;
let server: PostgresServer;
let double: Awaited<ReturnType<typeof startEventStoreDbDouble>>;

beforeAll(async () => {
  server = await startPostgres();
  double = await startEventStoreDbDouble({ client: "@eventstore/db-client" });
  await motcuaJson("simulate", "--dossiers", "150", "--store", original);
  first = await exported(original, file);
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

describe("motcua export and import, of motcua's own NDJSON", () => {
  it("move a log through files into every store: the same lines, the same reports, byte for byte", {
    timeout: 300_000,
  }, async () => {
    expect(first.bytes).toBe(statSync(file).size);
    expect(readFileSync(file, "utf8").trimEnd().split("\n")).toHaveLength(first.events);
    for (const store of [`sqlite:${join(folder(), "copy.db")}`, server.url, double.connectionString]) {
      const imported = await motcuaJson("import", file, "--store", store);
      const { dossiers, events } = first;
      expect(imported).toEqual({ dossiers, events, anomalies: {}, skipped: 0, seconds: expect.any(Number) });
      const again = join(folder(), "again.ndjson");
      await exported(store, again);
      expect(linesOf(again)).toEqual(linesOf(file));
      for (const words of REPORTS) {
        const wanted = await motcua(...words, "--format", "json", "--store", original);
        expect(await motcua(...words, "--format", "json", "--store", store)).toEqual(wanted);
      }
    }
  });

  it("whatever year is simulated, it is the same log afterwards", async () => {
    const seed = fc.record({
      year: fc.integer({ min: 2018, max: 2025 }),
      dossiers: fc.integer({ min: 1, max: 40 }),
      seed: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(seed, async (options) => {
        const store = inMemoryEventStore();
        rightOf(await populate(store, options)());
        const text = await textOf(store);
        const copy = inMemoryEventStore();
        const checked = rightOf(await checkNdjson(textSource("log.ndjson", text))());
        expect(rightOf(await importNdjson(copy, checked)())).toMatchObject({ skipped: 0 });
        expect(await textOf(copy)).toBe(text);
      }),
      { numRuns: 8 },
    );
  });

  it("the same file again changes nothing", async () => {
    const store = ["--store", `sqlite:${join(folder(), "copy.db")}`];
    await motcuaJson("import", file, ...store);
    const { dossiers } = first;
    expect(await motcuaJson("import", file, ...store)).toMatchObject({ dossiers, events: 0, skipped: dossiers });
  });

  it("a log that holds something else is left as it is", async () => {
    const store = ["--store", `sqlite:${join(folder(), "other.db")}`];
    await motcuaJson("simulate", "--dossiers", "20", "--seed", "2", ...store);
    const before = await motcua("dossier", "list", ...store);
    expect(await motcua("import", file, ...store)).toMatchObject({
      code: 3,
      out: "",
      err: expect.stringMatching(/holds something else than .*log\.ndjson: where line \d+ has unit-/),
    });
    expect(await motcua("dossier", "list", ...store)).toEqual(before);
  });

  it("--dry-run says what would come in, and makes no log", async () => {
    const log = join(folder(), "copy.db");
    const { dossiers, events } = first;
    const said = await motcuaJson("import", file, "--dry-run", "--store", `sqlite:${log}`);
    expect([said, existsSync(log)]).toMatchObject([{ dossiers, events, skipped: 0 }, false]);
  });

  it.each([
    ["cut in its last line", (text: string) => text.slice(0, -30), /:\d+:\d+: expected an event as one JSON object/],
    [
      "with a line left out",
      (text: string) => text.replace(/^.*"type":"DossierReceived".*\n/m, ""),
      /version: expected version \d+ of the stream/,
    ],
    [
      "with a date that does not exist",
      (text: string) => text.replace(/2018-0.-..T/, "2018-02-30T"),
      /occurredAt: expected an instant/,
    ],
    [
      "that is a legacy log",
      () => "case:concept:name,concept:name\n1,Register\n",
      /:1: expected an event as one JSON object.*needs --map or --preset/,
    ],
    ["that is empty", () => "", /expected a log with an event on each line, found an empty file/],
  ])("a file %s is refused with its place, and no log is made", async (_, broken, message) => {
    const own = folder();
    const [bad, log] = [join(own, "bad.ndjson"), join(own, "log.db")];
    writeFileSync(bad, broken(readFileSync(file, "utf8")));
    const { code, out, err } = await motcua("import", bad, "--store", `sqlite:${log}`);
    expect([code, out, existsSync(log)]).toEqual([2, "", false]);
    expect(err).toContain(bad);
    expect(err).toMatch(message);
  });
});

describe("the file of an export", () => {
  it("- is standard output: the lines and nothing else", async () => {
    const { code, out, err } = await motcua("export", "--format", "ndjson", "--out", "-", "--store", original);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(readFileSync(file, "utf8"));
  });

  it("takes the place of what is there, through a link too", async () => {
    const own = folder();
    const [real, link] = [join(own, "real.ndjson"), join(own, "link.ndjson")];
    writeFileSync(real, "yesterday's");
    symlinkSync(real, link);
    await exported(original, link);
    expect(readFileSync(real)).toEqual(readFileSync(file));
    expect(readdirSync(own).toSorted()).toEqual(["link.ndjson", "real.ndjson"]);
  });

  it("says how far it is on standard error alone", async () => {
    const words = ["--out", join(folder(), "log.ndjson"), "--store", original, "--progress"];
    const { out, err } = await motcua("export", "--format", "ndjson", ...words);
    expect(Object.keys(JSON.parse(out))).toEqual(["dossiers", "events", "bytes"]);
    expect(err).toContain("writing");
  });

  it("Ctrl-C leaves what was there before, and no half of a file", async () => {
    const own = folder();
    writeFileSync(join(own, "log.ndjson"), "yesterday's");
    let said = "";
    const stderr = {
      write: (text: string) => {
        if (text.startsWith("writing")) process.emit("SIGINT");
        said += text;
      },
    };
    const words = ["--out", join(own, "log.ndjson"), "--store", original, "--progress", "--lang", "vi"];
    const code = await run(["export", "--format", "ndjson", ...words], {
      stdout: { write: () => true },
      stderr,
      env: {},
    });
    expect([code, said]).toEqual([1, expect.stringContaining("đã dừng; không để lại gì")]);
    expect(readdirSync(own)).toEqual(["log.ndjson"]);
    expect(readFileSync(join(own, "log.ndjson"), "utf8")).toBe("yesterday's");
  });

  it.each([
    ["original.db", "that is the log itself"],
    ["a-folder", "is no file"],
    ["nowhere/log.ndjson", "folder is missing"],
    ["log.ndjson/log.ndjson", "folder is missing"],
  ])("is not %s", async (out, message) => {
    mkdirSync(join(path, "a-folder"), { recursive: true });
    const before = readdirSync(path);
    const words = ["--format", "ndjson", "--out", join(path, out), "--store", original];
    expect(await motcua("export", ...words)).toEqual({ code: 2, out: "", err: expect.stringContaining(message) });
    expect(readdirSync(path)).toEqual(before);
  });

  it.each([
    [["--out", "log.ndjson"], "--format"],
    [["--format", "ndjson"], "--out"],
    [["--format", "docx", "--out", "log.docx"], "Allowed choices are "],
  ])("%j is a wrong request", async (words, message) => {
    const { code, err } = await motcua("export", ...words, "--store", "memory:");
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

const textOf = async (store: EventStore): Promise<string> => {
  let text = "";
  for await (const page of exportNdjson(store)) text += rightOf(page).content;
  return text;
};

/** What the lines of a file say, in whatever order a store keeps the members of an object. */
const linesOf = (log: string): ReadonlyArray<unknown> =>
  readFileSync(log, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
