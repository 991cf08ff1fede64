import { join } from "node:path";
import type { BacklogReport, SatisfactionReport } from "@motcua/core";
import { expect, it } from "vitest";
import { folder, motcua, motcuaJson } from "./support/motcua.js";

const simulated = async (): Promise<ReadonlyArray<string>> => {
  const store = ["--store", `sqlite:${join(folder(), "year.db")}`];
  await motcuaJson("simulate", "--dossiers", "400", "--seed", "3", ...store);
  return store;
};

it("report satisfaction names the aspect, and what it divides by", async () => {
  const store = await simulated();
  const { total, groups } = await motcuaJson<SatisfactionReport>("report", "satisfaction", "--by", "aspect", ...store);
  expect(total.responses).toBeGreaterThan(100);
  expect(total.responseRate).toBeCloseTo(total.rated / (total.decided ?? 0), 5);
  expect(groups).toMatchObject([{ key: { aspect: "staffAttitude" }, responses: total.responses, responseRate: null }]);
});

it("report backlog counts what lies open as of an instant", async () => {
  const store = await simulated();
  const asked = ["report", "backlog", "--as-of", "2018-06-30T17:00+07:00", "--by", "agency", ...store];
  const { total, groups, asOf } = await motcuaJson<BacklogReport>(...asked);
  expect(asOf).toBe("2018-06-30T17:00:00.000+07:00");
  expect(total.open).toBe(total.withinTerm + total.overdue + total.noDeadline);
  expect(groups.reduce((sum, { open }) => sum + open, 0)).toBe(total.open);
  expect(total.perDay.workingDays?.days).toBeGreaterThan(100);
});

it.each(["indicators", "satisfaction", "backlog"])("report %s has all four forms, in both languages", async (name) => {
  const store = await simulated();
  for (const lang of ["vi", "en"]) {
    const out = async (format: string) =>
      (await motcua("report", name, "--format", format, "--lang", lang, ...store)).out;
    expect(await out("table")).toContain("(Asia/Ho_Chi_Minh)");
    expect((await out("csv")).split("\r\n")).toHaveLength(3);
    expect(JSON.parse(await out("json"))).toMatchObject({ period: { timeZone: "Asia/Ho_Chi_Minh" } });
    const page = await out("html");
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).not.toMatch(/<script|https?:|src=|undefined|NaN/);
  }
});

it("a report refuses dimensions that it does not have", async () => {
  const { code, err } = await motcua("report", "backlog", "--by", "month", "--store", "memory:");
  expect([code, err]).toEqual([2, expect.stringContaining("must be some of agency,procedure")]);
});
