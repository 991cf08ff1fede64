import { anyDue, anyTerm } from "@motcua/testkit";
import fc from "fast-check";
import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { formatTerm, parseTerm } from "../../src/index.js";
import { DueCodec, InstantCodec, TermCodec } from "../../src/time/term.js";
import { runs } from "../support/tier.js";

describe("terms as text", () => {
  it.each([
    ["5wd", { unit: "workingDay", amount: 5 }],
    ["20cd", { unit: "calendarDay", amount: 20 }],
    ["8wh", { unit: "workingHour", amount: 8 }],
    ["0wd", { unit: "workingDay", amount: 0 }],
  ])("%s", (text, term) => {
    expect(parseTerm(text)).toEqual(term);
  });

  it.each(["", "5", "wd", "5 wd", "-5wd", "1.5wd", "5WD", "5wdx", "12345wd", "5wd\n"])("%j is none", (text) => {
    expect(parseTerm(text)).toBeUndefined();
  });

  it("written and read again is the same term", () => {
    fc.assert(
      fc.property(anyTerm(), ({ unit, amount }) => {
        expect(parseTerm(formatTerm({ unit, amount }))).toEqual({ unit, amount });
      }),
      runs(200),
    );
  });
});

describe("terms and due dates as data", () => {
  it("pass their codecs after a trip through JSON", () => {
    fc.assert(
      fc.property(anyTerm(), anyDue(), (term, due) => {
        expect(isRight(TermCodec.decode(JSON.parse(JSON.stringify(term))))).toBe(true);
        expect(isRight(DueCodec.decode(JSON.parse(JSON.stringify(due))))).toBe(true);
      }),
      runs(200),
    );
  });

  it.each<[string, unknown]>([
    ["a unit of another system", { unit: "businessDay", amount: 5 }],
    ["half a day", { unit: "workingDay", amount: 0.5 }],
    ["no amount", { unit: "workingDay" }],
    ["hours as text", { unit: "workingHour", amount: "8" }],
    ["a count from nowhere", { unit: "workingDay", amount: 5, countFrom: "sunrise" }],
  ])("a term of %s is refused", (_, term) => {
    expect(isRight(TermCodec.decode(term))).toBe(false);
  });

  it.each<[string, unknown]>([
    ["of a date that does not exist", { kind: "date", date: "2018-02-30" }],
    ["of a date with its time", { kind: "date", date: "2018-07-09T17:00" }],
    ["of half a millisecond", { kind: "instant", instant: 0.5 }],
    ["of an instant as text", { kind: "instant", instant: "2018-07-09" }],
    ["of neither kind", { kind: "never" }],
  ])("a due date %s is refused", (_, due) => {
    expect(isRight(DueCodec.decode(due))).toBe(false);
  });

  it("an instant beyond the years that dates can be written in is refused", () => {
    for (const text of ["0001-01-02T00:00Z", "9999-12-30T00:00Z"]) expect(InstantCodec.is(Date.parse(text))).toBe(true);
    for (const instant of [8.64e15 + 1, -8.64e15 - 1, Date.UTC(10_000, 0, 3)])
      expect(InstantCodec.is(instant)).toBe(false);
  });
});
