import { left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  type ClaimNumber,
  dossierCode,
  HO_CHI_MINH,
  isDossierCode,
  localDateOf,
  MAX_NUMBER,
  numberDecider,
  numberEvents,
  numberStream,
} from "../../src/index.js";
import { rightOf } from "../support/either.js";
import { vn } from "../support/vietnam.js";

const claim = (dossier: string): ClaimNumber => ({ type: "claimNumber", at: vn("2018-07-02T09:00"), dossier });

const afterClaims = (count: number): number => {
  let last = numberDecider.initial;
  for (let n = 1; n <= count; n++) {
    last = rightOf(numberDecider.decide(claim(`d${n}`), last)).reduce(numberDecider.evolve, last);
  }
  return last;
};

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
    ["eight digits of order", "H56.14-240823-00000001"],
    ["something before it", "x000.00.06.H56-231027-0361"],
    ["a line after it", "000.00.06.H56-231027-0361\n"],
    ["another system's number", "CNTBD.181121.00334"],
  ])("%s is none", (_, code) => {
    expect(isDossierCode(code)).toBe(false);
  });

  it("every code that is made is one", () => {
    for (const number of [1, 42, MAX_NUMBER])
      expect(isDossierCode(dossierCode("000.00.01.H05", "2020-02-29", number))).toBe(true);
  });
});

describe("the numbers of a day are claimed one by one", () => {
  it("the first is 1, the next 2", () => {
    expect(numberDecider.decide(claim("a"), numberDecider.initial)).toEqual(
      right([{ type: "NumberClaimed", occurredAt: vn("2018-07-02T09:00"), data: { dossier: "a", number: 1 } }]),
    );
    expect(afterClaims(2)).toBe(2);
  });

  it("two units count apart on the same day, and one unit anew on the next", () => {
    const streams = [
      numberStream("000.00.01.H05", "2018-07-02"),
      numberStream("000.00.02.H05", "2018-07-02"),
      numberStream("000.00.01.H05", "2018-07-03"),
    ];
    expect(new Set(streams).size).toBe(3);
  });

  it("the day begins at local midnight, 17:00 in UTC", () => {
    const dayOf = (utc: string) => numberStream("u", localDateOf(HO_CHI_MINH, Date.parse(utc)));
    expect(dayOf("2018-07-02T16:59:59.999Z")).toBe("dossierNumbers-u.2018-07-02");
    expect(dayOf("2018-07-02T17:00:00.000Z")).toBe("dossierNumbers-u.2018-07-03");
  });

  it("the 10,000th is refused: the code does not wrap round", () => {
    const last = afterClaims(9_999);
    expect(last).toBe(9_999);
    expect(numberDecider.decide(claim("one too many"), last)).toEqual(left({ code: "NumbersExhausted", last: 9_999 }));
  });

  it("claims that are read out of order leave the highest as the last", () => {
    const claimed = (number: number) =>
      ({ type: "NumberClaimed", occurredAt: 0, data: { dossier: "d", number } }) as const;
    expect([claimed(3), claimed(1), claimed(2)].reduce(numberDecider.evolve, numberDecider.initial)).toBe(3);
  });

  it("a claim that is not one is refused with its place", () => {
    expect(numberEvents.NumberClaimed.decode({ dossier: "d", number: 1.5 })).toEqual(
      left(["number: must be a whole number"]),
    );
  });
});
