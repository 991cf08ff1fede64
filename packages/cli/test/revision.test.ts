import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { IndicatorsReport, RevisionReport } from "@motcua/core";
import { beforeAll, expect, it } from "vitest";
import { motcua, motcuaJson, sharedFolder } from "./support/motcua.js";

const DAY = 86_400_000;

const path = sharedFolder();
const store = ["--store", `sqlite:${join(path, "told-late.db")}`];

interface Line {
  readonly stream: string;
  readonly type: string;
  readonly occurredAt: string;
}

/** A year in which all is learned of when it happens, but every tenth decision four weeks later. */
beforeAll(async () => {
  const file = join(path, "log.ndjson");
  const prompt = ["--store", `sqlite:${join(path, "year.db")}`];
  await motcuaJson("simulate", "--dossiers", "400", "--seed", "3", ...prompt);
  await motcua("export", "--format", "ndjson", "--out", file, ...prompt);
  let decided = 0;
  const recordedAt = ({ type, occurredAt }: Line) =>
    new Date(Date.parse(occurredAt) + (type === "DossierResolved" && decided++ % 10 === 0 ? 28 * DAY : 0));
  const told = (line: string) => ({ ...JSON.parse(line), recordedAt: recordedAt(JSON.parse(line)).toISOString() });
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  writeFileSync(file, lines.map((line) => `${JSON.stringify(told(line))}\n`).join(""));
  await motcuaJson("import", file, ...store);
});

const then = "2018-07-02T08:00+07:00";
const quarter = ["--from", "2018-04-01", "--to", "2018-07-01"];
const asked = ["report", "revision", "--known-then", then, ...quarter, ...store];

it("each side is the report of the indicators by what was known, and the difference is between them", async () => {
  const { asKnownThen, asKnownNow, difference, revised, knownThen, knownAt } = await motcuaJson<RevisionReport>(
    ...asked,
  );
  const indicators = async (...words: ReadonlyArray<string>) => {
    const { total } = await motcuaJson<IndicatorsReport>("report", "indicators", ...quarter, ...words, ...store);
    const { perDay: _, ...figures } = total;
    return figures;
  };
  expect([knownThen, knownAt]).toEqual(["2018-07-02T08:00:00.000+07:00", null]);
  expect(asKnownNow).toEqual(await indicators());
  expect(asKnownThen).toMatchObject({ resolved: (await indicators("--known-at", then)).resolved });
  expect(difference.resolved.total).toBeGreaterThan(0);
  expect(difference.resolved.total).toBe(asKnownNow.resolved.total - asKnownThen.resolved.total);
  expect(revised.dossiers).toBe(difference.resolved.total);
});

it("it names the events that made the difference, and no more than were asked for", async () => {
  const { revised } = await motcuaJson<RevisionReport>(...asked, "--at-most", "2");
  expect(revised.first).toHaveLength(2);
  expect(revised.events).toBe(revised.dossiers);
  for (const { stream, figures, events } of revised.first) {
    expect(figures).toContain("resolved.total");
    expect(events).toMatchObject({ count: 1, first: [{ stream, type: "DossierResolved" }] });
    const [{ occurredAt, recordedAt } = { occurredAt: "", recordedAt: "" }] = events.first;
    expect(Date.parse(`${recordedAt}`) - Date.parse(`${occurredAt}`)).toBe(28 * DAY);
  }
});

it("without a period it is of the whole days that were over then", async () => {
  const words = ["report", "revision", "--known-then", then, ...store];
  expect(await motcuaJson<RevisionReport>(...words)).toMatchObject({ period: { to: "2018-07-02" } });
});

it("it has all four forms, in both languages", async () => {
  for (const lang of ["vi", "en"]) {
    const out = async (format: string) => (await motcua(...asked, "--format", format, "--lang", lang)).out;
    const table = await out("table");
    expect(table).toContain(lang === "vi" ? "biết lúc 2018-07-02 08:00" : "known at 2018-07-02 08:00");
    expect(table).not.toMatch(/undefined|NaN|DossierResolved/);
    const page = await out("html");
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).not.toMatch(/<script|https?:|src=|undefined|NaN/);
    expect((await out("csv")).split("\r\n")[0]).toBe("from,to,asOf,figure,asKnownThen,asKnownNow,difference");
  }
});

it("what cannot be asked is refused, and where nothing was known the answer is no", async () => {
  const code = async (...words: ReadonlyArray<string>) => (await motcua("report", "revision", ...words, ...store)).code;
  expect(await code("--known-then", "2017-01-01T00:00")).toBe(1);
  expect(await code("--known-then", then, "--known-at", "2018-01-01T00:00")).toBe(2);
  expect(await code("--known-then", then, "--from", "2018-08-01")).toBe(2);
  expect(await code("--known-then", "yesterday")).toBe(2);
  expect(await code()).toBe(2);
});
