import type { IndicatorsReport, TimeReport } from "@motcua/core";
import { expect, it } from "vitest";
import { motcua, motcuaJson } from "./support/motcua.js";
import { simulated } from "./support/simulated.js";

it("what lies there is what is in progress, and the places add up to the whole", async () => {
  const store = await simulated();
  const asOf = ["--as-of", "2018-06-29T15:00+07:00", ...store];
  const { total: indicators } = await motcuaJson<IndicatorsReport>("report", "indicators", ...asOf);
  const { total, groups } = await motcuaJson<TimeReport>("report", "time", "--by", "unit,step", ...asOf);
  expect(indicators.inProgress.total).toBeGreaterThan(0);
  expect(total.queue.dossiers).toBe(indicators.inProgress.total);
  expect(groups.reduce((sum, { queue }) => sum + queue.dossiers, 0)).toBe(total.queue.dossiers);
  expect(groups.reduce((sum, { hours }) => sum + hours.total, 0)).toBeCloseTo(total.hours.total, 2);
  expect(total.hours.waiting).toBeGreaterThan(0);
});

it("it has all four forms, in both languages, and names the steps in them", async () => {
  const store = await simulated();
  for (const [lang, step] of [
    ["vi", "tiếp nhận"],
    ["en", "received"],
  ] as const) {
    const out = async (...words: ReadonlyArray<string>) =>
      (await motcua("report", "time", "--lang", lang, ...words, ...store)).out;
    const table = await out("--format", "table", "--by", "step");
    expect(table).toMatch(new RegExp(`^ ${step} `, "m"));
    expect(table).not.toMatch(/undefined|NaN|DossierReceived/);
    const page = await out("--format", "html");
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).not.toMatch(/<script|https?:|src=|undefined|NaN/);
    const [head] = (await out("--format", "csv", "--by", "handler")).split("\r\n");
    expect(head).toContain("scope,from,to,asOf,handler,dossiers,hours.total,hours.working,hours.waiting");
    expect(await motcuaJson<TimeReport>("report", "time", ...store)).toMatchObject({ total: { unmeasured: 0 } });
  }
});
