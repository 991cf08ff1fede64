import { anyLocalDate } from "@motcua/testkit";
import fc from "fast-check";
import { left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { dossierCode, isDossierCode, type LocalDate, parseDossierCode } from "../../src/index.js";
import { rightOf } from "../support/either.js";
import { runs } from "../support/tier.js";

describe("every received dossier gets a code (NĐ 61/2018, Đ17.3; TT 01/2018/TT-VPCP, Đ19)", () => {
  it("is made of the unit, the local date and the order of the day", () => {
    expect(dossierCode("000.00.01.H05", "2018-01-02", 7)).toBe("000.00.01.H05-180102-0007");
    expect(dossierCode("000.00.01.H05", "2018-12-31", 9999)).toBe("000.00.01.H05-181231-9999");
  });

  it.each(["000.00.06.H56-231027-0361", "H15.50.05.13-261008-0975", "H56.14-240823-0001", "H05-200229-0000123"])(
    "%s is a code",
    (code) => {
      expect(isDossierCode(code)).toBe(true);
    },
  );

  it.each([
    ["a date that does not exist", "000.00.06.H56-230229-0361"],
    ["a letter beyond the list", "000.00.06.Z56-231027-0361"],
    ["three digits of order", "000.00.06.H56-231027-361"],
    ["five digits after a unit of four parts", "000.00.06.H56-231027-00361"],
    ["eight digits of order", "H56.14-240823-00000001"],
    ["a level of four digits", "H56.1400-240823-0001"],
    ["six levels", "H56.1.2.3.4.5-240823-0001"],
    ["a unit of three parts", "00.06.H56-231027-0361"],
    ["something before it", "x000.00.06.H56-231027-0361"],
    ["a line after it", "000.00.06.H56-231027-0361\n"],
    ["another system's number", "CNTBD.181121.00334"],
  ])("%s is none", (_, code) => {
    expect(isDossierCode(code)).toBe(false);
  });

  it("every code that is made is one", () => {
    for (const number of [1, 42, 9_999])
      expect(isDossierCode(dossierCode("000.00.01.H05", "2020-02-29", number))).toBe(true);
  });
});

describe("a code is read in its parts", () => {
  it("TT 01/2018/TT-VPCP, Đ19: the unit's parts from the smallest", () => {
    expect(parseDossierCode("000.00.06.H56-231027-0361")).toEqual(
      right({
        style: "TT-01-2018",
        unit: "000.00.06.H56",
        levels: ["H56", "06", "00", "000"],
        date: "2023-10-27",
        number: 361,
        digits: 4,
      }),
    );
  });

  it("QĐ 20/2020/QĐ-TTg: the levels from the highest, and up to seven digits", () => {
    expect(parseDossierCode("H15.50.05.13-261008-0000975")).toEqual(
      right({
        style: "QD-20-2020",
        unit: "H15.50.05.13",
        levels: ["H15", "50", "05", "13"],
        date: "2026-10-08",
        number: 975,
        digits: 7,
      }),
    );
  });

  it("says what is wrong: the form, or the date", () => {
    const refused = (detail: string) => left({ code: "DossierCodeRefused", detail });
    expect(parseDossierCode("CNTBD.181121.00334")).toEqual(refused("form"));
    expect(parseDossierCode("000.00.06.H56-230229-0361")).toEqual(refused("date"));
    expect(parseDossierCode("H56.14-241301-0001")).toEqual(refused("date"));
    expect(parseDossierCode("000.00.06.H56-240229-0361")).toMatchObject({ right: { date: "2024-02-29" } });
  });

  it("and is written again as it was, at both ends of its century", () => {
    for (const code of ["000.00.06.H56-000101-0001", "H56-991231-9999999"]) {
      const { unit, date, number, digits } = rightOf(parseDossierCode(code));
      expect(dossierCode(unit, date, number, digits)).toBe(code);
    }
  });

  it("what is made of parts is read as the same parts", () => {
    const two = fc.integer({ min: 0, max: 99 }).map((n) => String(n).padStart(2, "0"));
    const place = fc.tuple(fc.constantFrom(..."ABCDEFGHIKLMNOPQRSTUVXY"), two).map(([letter, n]) => `${letter}${n}`);
    const levels = fc.array(
      fc.integer({ min: 0, max: 999 }).map((n) => String(n)),
      { maxLength: 4 },
    );
    const wide = fc.tuple(place, levels).map(([first, others]) => [first, ...others].join("."));
    const narrow = fc.tuple(fc.constantFrom("000", "123"), two, two, place).map((parts) => parts.join("."));
    const dates = anyLocalDate();
    const check = (unit: string, date: LocalDate, number: number, digits: number) => {
      expect(parseDossierCode(dossierCode(unit, date, number, digits))).toMatchObject(
        right({ unit, date, number, digits: Math.max(digits, String(number).length) }),
      );
    };
    fc.assert(
      fc.property(wide, dates, fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 4, max: 7 }), check),
      runs(300),
    );
    fc.assert(fc.property(narrow, dates, fc.integer({ min: 1, max: 9_999 }), fc.constant(4), check), runs(200));
  });
});
