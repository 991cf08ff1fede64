import { describe, expect, it } from "vitest";
import { type LocalDate, type ProcedureCommand, procedureOn, type Term } from "../../src/index.js";
import { days, decided, hours, procedureOf, publish, refusalOf } from "../support/procedures.js";

const shorten = (effectiveFrom: LocalDate, committedTerm: Term | null) =>
  decided("shortenTerm", effectiveFrom, { committedTerm });

const committedOn = (date: LocalDate, ...commands: ReadonlyArray<ProcedureCommand>) =>
  procedureOn(procedureOf(...commands), date).committedTerm;

describe("an announced term shortens the legal one", () => {
  const shortened = [publish("2018-01-01"), shorten("2018-07-01", days(5))] as const;

  it("from its day on, and not a day earlier", () => {
    expect(committedOn("2018-06-30", ...shortened)).toBeNull();
    expect(committedOn("2018-07-01", ...shortened)).toEqual(days(5));
    expect(procedureOn(procedureOf(...shortened), "2018-07-01").legalTerm).toEqual(days(10));
  });

  it("is recorded with the term that it was shortened from", () => {
    expect(procedureOf(...shortened).shortenings).toMatchObject([
      { effectiveFrom: "2018-07-01", basis: "QĐ 575/2017", value: { from: days(10), to: days(5) } },
    ]);
  });

  it("until it is lifted", () => {
    const lifted = [...shortened, shorten("2018-10-01", null)] as const;
    expect(committedOn("2018-09-30", ...lifted)).toEqual(days(5));
    expect(committedOn("2018-10-01", ...lifted)).toBeNull();
  });

  it("and is refused where it is none: by the rule of reception", () => {
    const refusal = (committed: Term) =>
      refusalOf(procedureOf(publish("2018-01-01")), shorten("2018-07-01", committed));
    expect(refusal(days(11))).toEqual({ code: "TermRefused", detail: "longerThanLegal" });
    expect(refusal(hours(81))).toEqual({ code: "TermRefused", detail: "longerThanLegal" });
    expect(refusal({ unit: "calendarDay", amount: 3 })).toEqual({ code: "TermRefused", detail: "otherUnit" });
    expect(refusal(days(-1))).toEqual({ code: "TermRefused", detail: "notPositive" });
  });

  it.each([
    ["9 days for 10", days(9), undefined],
    ["10 days for 10", days(10), "TermNotShortened"],
    ["79 hours for 10 days of 8", hours(79), undefined],
    ["80 hours for 10 days of 8", hours(80), "TermNotShortened"],
  ])("%s", (_, committed, code) => {
    expect(refusalOf(procedureOf(publish("2018-01-01")), shorten("2018-07-01", committed))?.code).toBe(code);
  });

  it("of a day on which nothing is in force there is none to shorten", () => {
    expect(refusalOf(procedureOf(publish("2018-01-01")), shorten("2017-12-31", days(5)))).toMatchObject({
      code: "ProcedureNotInForce",
      standing: "notYet",
    });
  });
});

describe("the law may shorten its own term below the announced one", () => {
  const then = (legalTerm: Term, committed: Term) =>
    committedOn(
      "2018-07-01",
      publish("2018-01-01"),
      shorten("2018-02-01", committed),
      publish("2018-07-01", { legalTerm }),
    );

  it.each<[string, Term, Term, Term | null]>([
    ["6 days still stand under 7", days(7), days(6), days(6)],
    ["6 days say nothing under 6", days(6), days(6), null],
    ["6 days say nothing under 5", days(5), days(6), null],
    ["nor under a term in another unit", { unit: "calendarDay", amount: 30 }, days(6), null],
    ["hours that were announced for 10 days stand under 10 days", days(10), hours(20), hours(20)],
    ["and under 15 days", days(15), hours(20), hours(20)],
    ["but under 9 days they are to be announced anew", days(9), hours(20), null],
  ])("%s", (_, legal, committed, expected) => {
    expect(then(legal, committed)).toEqual(expected);
  });
});

it("a procedure is solved on the same day from the day on which that is declared until it is lifted", () => {
  const state = procedureOf(
    publish("2018-01-01"),
    decided("declareSameDay", "2018-03-01", {}),
    decided("liftSameDay", "2018-09-01", {}),
  );
  const dates: ReadonlyArray<LocalDate> = ["2018-02-28", "2018-03-01", "2018-08-31", "2018-09-01"];
  expect(dates.map((date) => procedureOn(state, date).sameDay)).toEqual([false, true, true, false]);
});
