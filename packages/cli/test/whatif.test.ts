import type { IndicatorsReport, WhatIfReport } from "@motcua/core";
import { expect, it } from "vitest";
import { motcua, motcuaJson } from "./support/motcua.js";
import { simulated } from "./support/simulated.js";

/** The procedure of which there are most dossiers. */
const busiest = async (store: ReadonlyArray<string>): Promise<string> => {
  const { groups } = await motcuaJson<IndicatorsReport>("report", "indicators", "--by", "procedure", ...store);
  const [first] = groups.toSorted((a, b) => b.received - a.received);
  return first?.key.procedure ?? "";
};

const asked = (procedure: string, term: string) => ["report", "whatif", "--procedure", procedure, "--term", term];

it("as it was, a procedure has the indicators that it has in their own report", async () => {
  const store = await simulated();
  const procedure = await busiest(store);
  const { groups } = await motcuaJson<IndicatorsReport>("report", "indicators", "--by", "procedure", ...store);
  const report = await motcuaJson<WhatIfReport>(...asked(procedure, "0wd"), ...store);
  const { key: _, ...own } = groups.find(({ key }) => key.procedure === procedure) ?? { key: {} };
  expect(report.asItWas).toEqual(own);
  expect(report).toMatchObject({ procedure, term: "0wd", period: { timeZone: "Asia/Ho_Chi_Minh" } });
  expect(report.leftAsTheyWere.total).toBe(0);
});

it("a shorter term makes dossiers late, a longer one none, and they come in and go out as they did", async () => {
  const store = await simulated();
  const procedure = await busiest(store);
  const [shorter, longer] = await Promise.all(
    ["0wd", "300wd"].map((term) => motcuaJson<WhatIfReport>(...asked(procedure, term), ...store)),
  );
  expect(shorter?.turned.late).toBeGreaterThan(0);
  expect(shorter?.turned.onTime).toBe(0);
  expect(longer?.turned.late).toBe(0);
  expect(longer?.underTheTerm.resolved.late).toBe(0);
  expect(longer?.underTheTerm.resolved.total).toBe(longer?.asItWas.resolved.total);
});

it("it has all four forms, in both languages", async () => {
  const store = await simulated();
  const words = asked(await busiest(store), "3wd");
  for (const lang of ["vi", "en"]) {
    const out = async (format: string) => (await motcua(...words, "--format", format, "--lang", lang, ...store)).out;
    const table = await out("table");
    expect(table).toContain(lang === "vi" ? "nếu 3wd" : "under 3wd");
    expect(table).not.toMatch(/undefined|NaN/);
    const page = await out("html");
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).not.toMatch(/<script|https?:|src=|undefined|NaN/);
    const [head, first] = (await out("csv")).split("\r\n");
    expect(head).toBe("from,to,asOf,figure,asItWas,underTheTerm,difference");
    expect(first).toMatch(/,received,\d+,\d+,0$/);
  }
});

it("an unknown procedure is answered with the nearest that there are; a bad term is refused", async () => {
  const store = await simulated();
  const procedure = await busiest(store);
  const misspelt = await motcua(...asked(`${procedure}0`, "10wd"), ...store);
  expect(misspelt).toMatchObject({ code: 1, out: "", err: expect.stringContaining(`are: ${procedure}, `) });
  const bad = await motcua(...asked(procedure, "ten days"), ...store);
  expect(bad).toMatchObject({ code: 2, out: "", err: expect.stringContaining("must be as 5wd, 20cd or 8wh") });
});
