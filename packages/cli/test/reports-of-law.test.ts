import { readFileSync } from "node:fs";
import { join } from "node:path";
import {
  II06_COLUMNS,
  type Ii06Figures,
  type Index766Report,
  type IndicatorsReport,
  type ScoresReport,
} from "@motcua/core";
import { describe, expect, it } from "vitest";
import { sharedData } from "./support/data.js";
import { folder, motcua, motcuaJson } from "./support/motcua.js";
import { simulated } from "./support/simulated.js";

type FormRow = Ii06Figures & { readonly field: string | null };
interface Form {
  readonly rows: ReadonlyArray<FormRow>;
}

const totalOf = ({ rows }: Form) => rows.at(-1) as FormRow;
const year = ["--from", "2018-01-01", "--to", "2019-01-01"];

it.each([
  ["ii06", 3 + 22],
  ["index766", 3],
  ["scores", 3 + 15],
])("report %s has all four forms, in both languages", async (name, lines) => {
  const store = await simulated();
  for (const lang of ["vi", "en"]) {
    const out = async (format: string) =>
      (await motcua("report", name, "--format", format, "--lang", lang, ...year, ...store)).out;
    expect(await out("table")).toContain("(Asia/Ho_Chi_Minh)");
    const csv = (await out("csv")).split("\r\n");
    expect(csv).toHaveLength(lines);
    expect(JSON.parse(await out("json"))).toMatchObject({ period: { timeZone: "Asia/Ho_Chi_Minh" } });
    const page = await out("html");
    expect(page).toContain(`<html lang="${lang}">`);
    for (const text of [await out("table"), page]) expect(text).not.toMatch(/<script|https?:|src=|undefined|NaN/);
    expect(await out("html")).toBe(page);
  }
});

describe("report ii06", () => {
  it("has a row for each field, in the form's own columns; the last is the total", async () => {
    const store = await simulated();
    const form = await motcuaJson<Form>("report", "ii06", ...year, ...store);
    const total = totalOf(form);
    expect(form.rows.map(({ field }) => field).slice(-2)).toEqual(["Đấu thầu", null]);
    for (const column of II06_COLUMNS)
      expect(form.rows.slice(0, -1).reduce((sum, row) => sum + row[column], 0)).toBe(total[column]);
    expect(total[3]).toBe(400);
    expect(total[7]).toBeGreaterThan(300);
    expect(total.notes).toMatchObject({ resumed: 0, otherChannel: 0 });
  });

  it("quarter by quarter: what is in progress at the end of one is carried over into the next", async () => {
    const store = await simulated();
    const starts = ["2018-01-01", "2018-04-01", "2018-07-01", "2018-10-01", "2019-01-01"];
    let carried = 0;
    for (const [n, from] of starts.slice(0, -1).entries()) {
      const quarter = ["--from", from, "--to", starts[n + 1] ?? ""];
      const total = totalOf(await motcuaJson<Form>("report", "ii06", ...quarter, ...store));
      expect([total[6], total[3]]).toEqual([carried, total[7] + total[11]]);
      carried = total[11];
    }
  });

  it("by agency and field the fields of each agency, under the heads of the form", async () => {
    const store = await simulated();
    const asked = ["report", "ii06", "--by", "agency,field", ...year, ...store];
    const { rows } = await motcuaJson<Form>(...asked);
    expect(Object.keys(rows.at(-1) ?? {})).toEqual([...II06_COLUMNS, "agency", "field", "notes"]);
    const { out } = await motcua(...asked, "--format", "html", "--lang", "vi");
    expect(out).toContain('<th scope="colgroup" colspan="4">Số hồ sơ tiếp nhận</th>');
    expect(out).toContain('<th scope="row" colspan="2">Tổng cộng</th><td>400</td>');
  });

  it("of an empty log has the total alone", async () => {
    const { rows } = await motcuaJson<Form>("report", "ii06", "--store", "memory:");
    expect(rows).toEqual([
      { ...Object.fromEntries(II06_COLUMNS.map((column) => [column, 0])), field: null, notes: expect.any(Object) },
    ]);
  });

  it("agrees with the counts that were made of 1,434 real permit dossiers, month by month", async (ctx) => {
    const truth = JSON.parse(readFileSync(sharedData(ctx, "receipt/truth.json"), "utf8"));
    const store = ["--store", `sqlite:${join(folder(), "receipt.db")}`, "--time-zone", "Europe/Amsterdam"];
    await motcuaJson("import", sharedData(ctx, "receipt/receipt.csv.gz"), "--preset", "receipt", ...store);
    const form = (from: string, to: string, ...asOf: ReadonlyArray<string>) =>
      motcuaJson<Form>("report", "ii06", "--from", from, "--to", to, ...asOf, ...store);
    const whole = totalOf(await form("2010-10-01", "2012-02-01"));
    const { all, by_channel: channel } = truth.on_time;
    expect(whole).toMatchObject({ "3": all.cases, "6": 0, "7": all.closed, "9": all.on_time, "10": all.late });
    expect(whole).toMatchObject({ "4": channel.Internet.cases + channel["e-mail"].cases, "11": all.open });
    expect(whole).toMatchObject({ "13": all.open_overdue_as_of, notes: { otherChannel: channel.Intern.cases } });
    const months = Object.keys(truth.received_by_month);
    for (const [n, month] of months.entries()) {
      const next = months[n + 1] ?? "2012-02";
      const total = totalOf(await form(`${month}-01`, `${next}-01`, "--as-of", `${next}-01T00:00:00`));
      expect([month, total[4] + total[5], total[7], total[11], total[13]]).toEqual([
        month,
        truth.received_by_month[month],
        truth.closed_by_month[month],
        truth.open_at_month_end[month],
        truth.open_overdue_at_month_end[month],
      ]);
      expect(total[6]).toBe(n === 0 ? 0 : truth.open_at_month_end[months[n - 1] ?? ""]);
    }
  });
});

describe("report index766", () => {
  it("has one object for each indicator: numerator, denominator, value and source, or why there is none", async () => {
    const store = await simulated();
    const { total } = await motcuaJson<Index766Report>("report", "index766", ...year, ...store);
    const { total: indicators } = await motcuaJson<IndicatorsReport>("report", "indicators", ...year, ...store);
    expect(total.indicators).toHaveLength(21);
    for (const { numerator, denominator, value, missing, source } of total.indicators) {
      expect(source).toMatch(/^QĐ 766\/QĐ-TTg, [1-5]\.\d/);
      if (missing === null) expect(value).toBeCloseTo((numerator ?? 0) / (denominator ?? 0), 5);
      else expect(value).toBeNull();
    }
    const byId = new Map(total.indicators.map((one) => [one.id, one]));
    expect(byId.get("1.1")?.missing).toBe("notRecorded");
    expect(byId.get("3.1")).toMatchObject({ numerator: 49, denominator: 254, value: 0.192913, fullMarksAt: 0.8 });
    expect(byId.get("3.3")?.denominator).toBe(indicators.received);
    expect(byId.get("2.1")?.denominator).toBe(indicators.received + indicators.carriedOver);
  });

  it("by agency says what it does not know of one", async () => {
    const store = await simulated();
    const { groups } = await motcuaJson<Index766Report>("report", "index766", "--by", "agency", ...year, ...store);
    expect(groups).toHaveLength(15);
    const reasons = groups.map(({ indicators }) => indicators.find(({ id }) => id === "5.2")?.missing);
    expect(new Set(reasons)).toEqual(new Set(["notOfTheseGroups"]));
  });
});

describe("report scores", () => {
  it("scores each agency by nine indices, with what is attainable beside the total", async () => {
    const store = await simulated(2_000);
    const { total, groups, rules } = await motcuaJson<ScoresReport>("report", "scores", ...year, ...store);
    expect(rules).toBe("TT-01-2018");
    expect(groups).toHaveLength(15);
    for (const { indices, level, score, maxAttainable, maximum, band } of [total, ...groups]) {
      expect([indices.length, level, maximum]).toEqual([9, "district", 18]);
      expect(score ?? 0).toBeLessThanOrEqual(maxAttainable);
      expect(["good", "fair", "average", "weak"]).toContain(band);
      expect(indices[5]).toMatchObject({ index: 6, value: null, missing: "notRecorded" });
    }
    expect(total.indices[4]).toMatchObject({ numerator: 44, denominator: 254, value: 0 });
  });

  it("and each member of staff by five", async () => {
    const store = await simulated();
    const { groups } = await motcuaJson<ScoresReport>("report", "scores", "--by", "handler", ...year, ...store);
    expect(groups.length).toBeGreaterThan(50);
    for (const { of, indices, maximum, band } of groups) {
      expect([of, maximum, indices.map(({ index }) => index)]).toEqual(["staff", 10, [1, 2, 3, 4, 7]]);
      expect([null, "full", "most", "less"]).toContain(band);
    }
  });
});

it.each(["ii06", "index766", "scores"])("report %s can be asked of one of several centres", async (name) => {
  const store = await simulated(1_000);
  const of = async (...words: ReadonlyArray<string>) =>
    (await motcua("report", name, "--format", "json", ...year, ...words, ...store)).out;
  expect(await of("--centre", "H05.22")).toBe(await of());
  expect(await of("--centre", "H05.99")).not.toBe(await of());
});
