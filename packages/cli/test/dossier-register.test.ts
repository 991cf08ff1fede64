import type { RegisterBook } from "@motcua/core";
import { describe, expect, it } from "vitest";
import { motcua, motcuaJson } from "./support/motcua.js";
import { listed, simulated } from "./support/simulated.js";

const COUNTER = "000.00.22.H05";
const asked = ["dossier", "register", "--unit", COUNTER, "--year", "2018"];

/** As JSON has it: instants with their offset. */
type Book = Omit<RegisterBook, "lines"> & {
  readonly lines: ReadonlyArray<{ readonly number: string; readonly code: string; readonly receivedAt: string }>;
};

describe("dossier register", () => {
  it("has every dossier of the unit and year once, numbered from 01 without a gap (TT 01/2018, Đ10)", async () => {
    const store = await simulated();
    const { lines, ...head } = await motcuaJson<Book>(...asked, ...store);
    expect(head).toMatchObject({ unit: COUNTER, year: 2018, period: { from: "2018-01-01", to: "2019-01-01" } });
    const codes = (await listed(store)).map(({ code }) => code).filter((code) => code?.startsWith(`${COUNTER}-18`));
    expect(lines.map(({ code }) => code).toSorted()).toEqual(codes.toSorted());
    expect(lines.map(({ number }) => Number(number))).toEqual(lines.map((_, n) => n + 1));
    expect(lines.map(({ receivedAt }) => receivedAt)).toEqual(lines.map(({ receivedAt }) => receivedAt).toSorted());
    expect(lines[0]?.receivedAt).toMatch(/^2018-\d\d-\d\dT.*\+07:00$/);
  });

  it("as of an instant has no later line, and none returned later", async () => {
    const store = await simulated();
    const asOf = "2018-03-31T23:59+07:00";
    const { lines } = await motcuaJson<Book>(...asked, "--as-of", asOf, ...store);
    expect(lines.length).toBeGreaterThan(10);
    for (const line of lines) expect(line.receivedAt < "2018-04").toBe(true);
    expect(JSON.stringify(lines)).not.toMatch(/"returnedAt":"2018-(0[4-9]|1)/);
  });

  it("is CSV with a row for each line, and a table in both languages", async () => {
    const store = await simulated();
    const { lines } = await motcuaJson<Book>(...asked, ...store);
    const out = async (...words: ReadonlyArray<string>) => (await motcua(...asked, ...words, ...store)).out;
    const rows = (await out("--format", "csv")).split("\r\n");
    expect(rows[0]).toBe("number,code,procedure,subjectRef,receivedAt,promisedDue,movedDue,stands,returnedAt,method");
    expect(rows.slice(1, -1).map((row) => row.split(",")[1])).toEqual(lines.map(({ code }) => code));
    expect(await out("--format", "table", "--lang", "en")).toContain(`Register of ${COUNTER}, 2018`);
    expect(await out("--format", "table", "--lang", "vi")).toContain(`Sổ theo dõi hồ sơ của ${COUNTER}, 2018`);
  });

  it("is a form that prints: number 06, since 2025 number 07, on the long side of A4", async () => {
    const store = await simulated();
    const { lines } = await motcuaJson<Book>(...asked, ...store);
    const page = (await motcua(...asked, "--format", "html", "--lang", "vi", ...store)).out;
    expect(page).toContain("Mẫu số 06 - Thông tư 01/2018/TT-VPCP");
    expect(page).toContain("@page { size: A4 landscape;");
    expect(page.match(/<tr><td>/g)).toHaveLength(lines.length);
    expect(page).not.toMatch(/<script|https?:|undefined|NaN/);
    const of2025 = (await motcua(...asked, "--format", "html", "--regulation", "TT-03-2025", ...store)).out;
    expect(of2025).toContain("Mẫu số 07 - Thông tư 03/2025/TT-VPCP");
  });

  it("of a unit or a year without dossiers there is none: says which there are", async () => {
    const store = await simulated();
    for (const [unit, year] of [
      ["999", "2018"],
      [COUNTER, "2019"],
    ] as const) {
      const words = ["dossier", "register", "--unit", unit, "--year", year, "--lang", "en", ...store];
      const { code, out, err } = await motcua(...words);
      expect([code, out]).toEqual([1, ""]);
      expect(err).toContain(`${unit} received no dossier in ${year}. There are registers of: ${COUNTER} 2018, `);
    }
  });
});
