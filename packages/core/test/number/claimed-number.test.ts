import { left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  type ClaimNumber,
  dossierCode,
  HO_CHI_MINH,
  isDossierCode,
  localDateOf,
  numberDecider,
  numberDeciderFor,
  numberEvents,
  numberStream,
} from "../../src/index.js";
import { rightOf } from "../support/either.js";
import { vn } from "../support/vietnam.js";

const claim = (dossier: string): ClaimNumber => ({ type: "claimNumber", at: vn("2018-07-02T09:00"), dossier });

const afterClaims = (count: number, decider = numberDecider): number => {
  let last = decider.initial;
  for (let n = 1; n <= count; n++) last = rightOf(decider.decide(claim(`d${n}`), last)).reduce(decider.evolve, last);
  return last;
};

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

  it("where codes have the levels of QĐ 20/2020/QĐ-TTg, the 10,000th widens the code, up to seven digits", () => {
    const wide = numberDeciderFor("QD-20-2020");
    expect(afterClaims(10_000, wide)).toBe(10_000);
    expect(dossierCode("H56.14", "2024-08-23", 10_000)).toBe("H56.14-240823-10000");
    expect(isDossierCode("H56.14-240823-10000")).toBe(true);
    expect(wide.decide(claim("last"), 9_999_998)).toMatchObject({ right: [{ data: { number: 9_999_999 } }] });
    expect(wide.decide(claim("one too many"), 9_999_999)).toEqual(left({ code: "NumbersExhausted", last: 9_999_999 }));
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
