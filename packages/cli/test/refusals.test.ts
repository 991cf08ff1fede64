import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { folder, motcua } from "./support/motcua.js";

/** Root may write everything, so root runs the built command as nobody. */
const asSomebodyElse = (...words: ReadonlyArray<string>) =>
  spawnSync(
    process.execPath,
    [fileURLToPath(new URL("../bin/motcua.mjs", import.meta.url)), ...words, "--lang", "en"],
    {
      encoding: "utf8",
      ...(process.getuid?.() === 0 && { uid: 65_534, gid: 65_534 }),
    },
  );

const HEAD = "case:concept:name,concept:name,time:timestamp,org:resource,org:group,case:startdate";
const ROW = "c-1,Register,2011-01-02T10:00:00+01:00,R1,G1,2011-01-02T09:00:00+01:00";

/** Imports a broken file into a log that does not exist yet, and expects it to be refused and nothing to be made. */
const refused = async (name: string, content: string | Buffer): Promise<string> => {
  const path = folder();
  const [file, log] = [join(path, name), join(path, "log.db")];
  writeFileSync(file, content);
  const { code, out, err } = await motcua("import", file, "--preset", "receipt", "--store", `sqlite:${log}`);
  expect([code, out, existsSync(log)]).toEqual([2, "", false]);
  expect(err).toContain(file);
  expect(err).not.toMatch(/\n\s+at /);
  return err.replaceAll(path, "");
};

describe("a file that cannot be meant is refused, with its place, and nothing is written", () => {
  it("a truncated gzip", async () => {
    const whole = gzipSync(`${HEAD}\n${`${ROW}\n`.repeat(5_000)}`);
    expect(await refused("log.csv.gz", whole.subarray(0, whole.length - 20))).toMatch(/gzip/);
  });

  it("XML with a document type", async () => {
    expect(await refused("log.xes", '<?xml version="1.0"?>\n<!DOCTYPE log SYSTEM "x">\n<log/>')).toMatch(/log\.xes:2/);
  });

  it("an entity bomb", async () => {
    const bomb = '<?xml version="1.0"?><!DOCTYPE log [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><log>&b;</log>';
    expect(await refused("log.xes", bomb)).toMatch(/log\.xes:1/);
  });

  it("a CSV without a column that it needs", async () => {
    expect(await refused("log.csv", "case:concept:name,concept:name\nc-1,Register\n")).toMatch(/time:timestamp/);
  });

  it("a date that does not exist", async () => {
    const err = await refused("log.csv", `${HEAD}\n${ROW}\n${ROW.replace("2011-01-02T10", "2011-02-30T10")}\n`);
    expect(err).toMatch(/log\.csv:3: time:timestamp: expected .*found "2011-02-30T10/);
  });

  it("an attribute of 10 MB", async () => {
    const huge = `<log><trace><string key="concept:name" value="${"x".repeat(10_000_000)}"/></trace></log>`;
    expect(await refused("log.xes", huge)).toMatch(/log\.xes:1/);
  });

  it("a file that is not there", async () => {
    const { code, err } = await motcua("import", "nowhere.xes", "--preset", "receipt", "--store", "memory:");
    expect([code, err]).toEqual([2, expect.stringContaining("nowhere.xes")]);
  });
});

describe("a store that is not to be had is told apart from a wrong request", () => {
  it("a file of another kind is left as it is", async () => {
    const file = join(folder(), "notes.txt");
    writeFileSync(file, "these are my notes\n".repeat(100));
    const before = readFileSync(file);
    for (const words of [["simulate", "--dossiers", "1"], ["report", "indicators"], ["doctor"]]) {
      const { code, err } = await motcua(...words, "--store", `sqlite:${file}`);
      expect([code, err]).toEqual([3, expect.stringContaining("not a motcua log")]);
    }
    expect(readFileSync(file)).toEqual(before);
  });

  it("a log that is missing", async () => {
    const { code, err } = await motcua("report", "indicators", "--store", `sqlite:${join(folder(), "none.db")}`);
    expect([code, err]).toEqual([3, expect.stringContaining("no such log")]);
  });

  it("a log that may not be written", async () => {
    const file = join(folder(), "log.db");
    await motcua("simulate", "--dossiers", "1", "--store", `sqlite:${file}`);
    chmodSync(dirname(file), 0o755);
    chmodSync(file, 0o444);
    const { status, stderr } = asSomebodyElse("simulate", "--dossiers", "1", "--store", `sqlite:${file}`);
    expect([status, stderr]).toEqual([3, expect.stringContaining("may not be written")]);
  });

  it.each([
    [["report", "indicators"], "Which log?"],
    [["report", "indicators", "--store", "mysql://x"], "no store that this release knows"],
    [["report", "indicators", "--store", "memory:", "--by", "colour"], "must be some of agency,procedure"],
    [["report", "indicators", "--store", "memory:", "--from", "2018-02-30"], "must be a date that exists"],
    [
      ["report", "indicators", "--store", "memory:", "--from", "2018-03-01", "--to", "2018-03-01"],
      "must be later than",
    ],
    [["report", "indicators", "--store", "memory:", "--as-of", "yesterday"], "--as-of"],
    [["report", "indicators", "--store", "memory:", "--time-zone", "Asia/Nowhere"], "IANA time zone"],
    [["simulate", "--store", "memory:", "--dossiers", "many"], "must be a whole number"],
    [["import", "--preset", "receipt"], "missing required argument"],
    [["fly"], "unknown command"],
  ])("%j is a wrong request", async (words, message) => {
    const { code, out, err } = await motcua(...words);
    expect([code, out, err]).toEqual([2, "", expect.stringContaining(message)]);
  });
});
