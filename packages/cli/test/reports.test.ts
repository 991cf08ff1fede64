import type {
  BacklogReport,
  CatalogueReport,
  IndicatorsReport,
  PetitionsReport,
  RevenueReport,
  SatisfactionReport,
  UnitsReport,
} from "@motcua/core";
import { expect, it } from "vitest";
import { motcua, motcuaJson } from "./support/motcua.js";
import { simulated } from "./support/simulated.js";

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

const REPORTS = [
  ["indicators", 3],
  ["satisfaction", 3],
  ["backlog", 3],
  ["catalogue", 3],
  ["petitions", 3],
  ["revenue", 3],
  // Units are always listed, one by one.
  ["units", 3 + 37],
] as const;

it.each(REPORTS)("report %s has all four forms, in both languages", async (name, lines) => {
  const store = await simulated();
  for (const lang of ["vi", "en"]) {
    const out = async (format: string) =>
      (await motcua("report", name, "--format", format, "--lang", lang, ...store)).out;
    const table = await out("table");
    expect(table).toContain("(Asia/Ho_Chi_Minh)");
    expect(table).not.toMatch(/undefined|NaN/);
    const csv = (await out("csv")).split("\r\n");
    expect(csv).toHaveLength(lines);
    expect(new Set(csv.slice(0, -1).map(fieldsIn)).size).toBe(1);
    expect(JSON.parse(await out("json"))).toMatchObject({ period: { timeZone: "Asia/Ho_Chi_Minh" } });
    const page = await out("html");
    expect(page).toContain(`<html lang="${lang}">`);
    expect(page).not.toMatch(/<script|https?:|src=|undefined|NaN/);
  }
});

it("report catalogue counts the city of 2018, and says of which day", async () => {
  const store = await simulated();
  const { date, total, groups } = await motcuaJson<CatalogueReport>("report", "catalogue", "--by", "agency", ...store);
  expect(total).toMatchObject({ procedures: 254, agencies: 15, wards: 19, onlineLevel34: 49 });
  expect(groups.reduce((sum, { procedures }) => sum + procedures, 0)).toBe(254);
  const { out } = await motcua("report", "catalogue", "--format", "table", "--lang", "en", ...store);
  expect(out).toContain(`counted on ${date}`);
});

it("report catalogue counts what holds on the last day of the period: nothing before the year began", async () => {
  const store = await simulated();
  const until = (to: string) => motcuaJson<CatalogueReport>("report", "catalogue", "--to", to, ...store);
  expect((await until("2018-01-01")).total.procedures).toBe(0);
  expect((await until("2018-01-02")).total.procedures).toBe(254);
});

it("report petitions balances: what came in has ended or lies open", async () => {
  const store = await simulated(2_000);
  const half = ["--from", "2018-01-01", "--to", "2018-07-01"];
  const { total, groups } = await motcuaJson<PetitionsReport>(
    "report",
    "petitions",
    "--by",
    "month",
    ...half,
    ...store,
  );
  const { answered, refused, withdrawn, passedOn, inProgress } = total;
  expect(total.lodged).toBeGreaterThan(0);
  expect(total.carriedOver + total.lodged + total.reopened).toBe(
    answered.total + refused + withdrawn + passedOn + inProgress.total,
  );
  expect(groups.reduce((sum, { lodged }) => sum + lodged, 0)).toBe(total.lodged);
});

it("report revenue balances, kind by kind, and names the quarters that were settled", async () => {
  const store = await simulated();
  const asked = ["report", "revenue", "--by", "kind", "--from", "2018-01-01", "--to", "2018-07-01", ...store];
  const { total, groups, currency, settlements } = await motcuaJson<RevenueReport>(...asked);
  expect(currency).toBe("VND");
  expect(total.collected).toBeGreaterThan(0);
  for (const { broughtForward, collected, refunded, remitted, onHand } of [total, ...groups])
    expect(broughtForward + collected - refunded).toBe(remitted + onHand);
  expect(groups.reduce((sum, { collected }) => sum + collected, 0)).toBe(total.collected);
  expect(new Set(settlements.map(({ quarter }) => quarter))).toEqual(new Set(["2018-Q1", "2018-Q2"]));
});

it("report revenue shows the quarters that are over and not settled, line by line", async () => {
  const store = await simulated();
  const asOf = ["--as-of", "2019-01-01T00:00+07:00", "--from", "2018-07-01", "--to", "2019-01-01"];
  const { settlements } = await motcuaJson<RevenueReport>("report", "revenue", ...asOf, ...store);
  const open = settlements.filter(({ status }) => status === "open");
  expect(open.length).toBeGreaterThan(0);
  const { out } = await motcua("report", "revenue", ...asOf, "--format", "table", "--lang", "en", ...store);
  expect(out).toContain(
    `Quarters of the units: agree ${settlements.length - open.length}, differ 0, not settled ${open.length}, not over 0`,
  );
  expect(out).not.toContain("2018-Q3");
  expect(out.match(/2018-Q4/g)).toHaveLength(open.reduce((sum, { lines }) => sum + lines.length, 0));
});

it("report units lists the units in force with their own dossiers, folded in one reading", async () => {
  const store = await simulated();
  const { total, groups } = await motcuaJson<UnitsReport>("report", "units", ...store);
  const { total: indicators } = await motcuaJson<IndicatorsReport>("report", "indicators", ...store);
  expect(total).toMatchObject({ units: 37, byKind: { district: 1, ward: 19, centre: 1, branch: 1, agency: 15 } });
  expect(total.dossiers?.received).toBe(indicators.received);
  expect(total.standards).toEqual([{ standard: "Liên thông - Hiện đại - Thân thiện - Hiệu quả", units: 12 }]);
  const centre = groups.find(({ kind }) => kind === "centre");
  expect(centre?.dossiers?.received).toBe(indicators.received);
  const { out } = await motcua("report", "units", "--format", "table", "--lang", "vi", ...store);
  expect(out).toMatch(/ 001\.00\.22\.H05 +Vũ Ninh +phường +H05\.CITY +H05\.22 +Liên thông/);
});

it("a report that cannot be asked for one centre says so, instead of answering for all", async () => {
  const { code, err } = await motcua("report", "catalogue", "--centre", "H05.22", "--store", "memory:");
  expect([code, err]).toEqual([2, expect.stringContaining("unknown option '--centre'")]);
});

/** Fields of a line of CSV: commas inside quotes divide nothing. */
const fieldsIn = (line: string): number => line.replace(/"[^"]*"/g, "").split(",").length;

it.each(["catalogue", "petitions", "revenue", "units"])(
  "report %s of an empty log has zeros and blanks, and no group",
  async (name) => {
    const { code, out } = await motcua("report", name, "--format", "csv", "--store", "memory:");
    const lines = out.split("\r\n");
    expect([code, lines.length]).toEqual([0, 3]);
    expect(lines[1]).toMatch(/^total,1970-01-01,1970-01-02,1970-01-01T07:00:00.000\+07:00,[0,]*$/);
  },
);

it("a report refuses dimensions that it does not have", async () => {
  const { code, err } = await motcua("report", "backlog", "--by", "month", "--store", "memory:");
  expect([code, err]).toEqual([2, expect.stringContaining("must be some of agency,procedure")]);
});

it.each([
  ["indicators", "received"],
  ["satisfaction", "responses"],
  ["backlog", "open"],
  ["petitions", "lodged"],
  ["revenue", "collected"],
  ["units", "units"],
])("report %s can be asked of one of several centres", async (name, figure) => {
  const store = await simulated(1_000);
  const of = async (...words: ReadonlyArray<string>) =>
    (await motcuaJson<{ total: Record<string, number> }>("report", name, ...words, ...store)).total[figure];
  const all = await of();
  expect(all).toBeGreaterThan(0);
  expect(await of("--centre", "H05.22")).toBe(all);
  expect(await of("--centre", "H05.99")).toBe(0);
});
