import { readFileSync } from "node:fs";
import { HO_CHI_MINH } from "@motcua/core";
import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { datePattern } from "../src/date-pattern.js";
import { minorAmount } from "../src/mapping/amount.js";
import { dueAs, endOfTerm, termCounter } from "../src/mapping/due-rule.js";
import { importedCsv, presetWith } from "./support/mapping.js";
import { sharedData } from "./support/reading.js";

const HEADER = "case:concept:name,concept:name,time:timestamp,case:received,who,paid,sum";
const BY_CASE = { source: { rows: "case", caseId: "id" } };

const dataOf = (events: ReadonlyArray<{ readonly type: string; readonly data: object }>, type: string) =>
  events.filter((event) => event.type === type).map(({ data }) => data);

describe("amounts", () => {
  it.each([
    ["157.09305", 5, 15_709_305],
    ["0.1", 2, 10],
    ["-12.50", 1, -125],
    ["+3", 0, 3],
    ["1.", 2, 100],
    ["9007199254740991", 0, 9_007_199_254_740_991],
    ["-0.00", 2, 0],
  ])("%s in %i places is %i minor units", (text, digits, minor) => {
    expect(minorAmount(text, digits)).toEqual({ _tag: "Right", right: { minor } });
  });

  it("that have more places than are kept are not rounded", () => {
    expect(minorAmount("157.093", 2)).toEqual({ _tag: "Right", right: "notExact" });
    expect(minorAmount("157.0900", 2)).toEqual({ _tag: "Right", right: { minor: 15_709 } });
  });

  it.each(["", "1,5", "1e3", "NaN", "0x10", "1 000", "9007199254740992"])("%j is none", (text) => {
    expect(isRight(minorAmount(text, 0))).toBe(false);
  });
});

describe("dates in a pattern", () => {
  it.each([
    ["MM/dd/yyyy hh:mm:ss a", "06/26/2018 12:58:54 AM", "2018-06-26T00:58:54"],
    ["MM/dd/yyyy hh:mm:ss a", "06/26/2018 12:58:54 PM", "2018-06-26T12:58:54"],
    ["dd/MM/yyyy HH:mm", "21/11/2018 09:24", "2018-11-21T09:24:00"],
    ["d.M.yyyy", "1.2.2018", "2018-02-01T00:00:00"],
    ["MM/dd/yyyy hh:mm:ss a", "06/26/2018 13:58:54 PM", null],
    ["MM/dd/yyyy hh:mm:ss a", "06/26/2018 00:58:54 PM", null],
    ["dd/MM/yyyy", "2018-11-21", null],
  ])("%s reads %s as %s", (pattern, text, iso) => {
    expect(datePattern(pattern)?.(text)).toBe(iso);
  });

  it.each(["yyyy", "MM/dd", "dd/MM/yyyy hh:mm", "dd/MM/yyyy HH a", "dd/dd/MM/yyyy"])("%s is no pattern", (pattern) => {
    expect(datePattern(pattern)).toBe(null);
  });
});

describe("a due date by a rule", () => {
  it("is the day on which calendar days end, whatever day that is", async () => {
    const preset = presetWith({ ...BY_CASE, due: { term: { unit: "calendarDay", amount: 60 } } });
    const { events } = await importedCsv(preset, "id,received", "1,2024-01-02 08:00");
    expect(dataOf(events, "DossierReceived")).toMatchObject([{ promisedDue: { kind: "date", date: "2024-03-02" } }]);
  });

  it("counts from an activity, at the same time of day", async () => {
    const due = { term: { unit: "calendarDay", amount: 60 }, after: { activity: ["Send"] }, as: "instant" };
    const rows = ["1,Receive,2024-01-02 08:00,2024-01-02 08:00,,,", "1,Send,2024-01-05 09:30,2024-01-02 08:00,,,"];
    const { events } = await importedCsv(presetWith({ due }), HEADER, ...rows);
    const instant = Date.parse("2024-03-05T09:30:00+07:00");
    expect(dataOf(events, "DossierReceived")).toMatchObject([{ promisedDue: { kind: "instant", instant } }]);
  });

  it("passes over closed days and counts worked ones", async () => {
    const calendar = { closed: ["2024-01-03"], worked: ["2024-01-06"] };
    const preset = presetWith({ ...BY_CASE, calendar, due: { term: { unit: "workingDay", amount: 4 } } });
    const { events } = await importedCsv(preset, "id,received", "1,2024-01-02 08:00");
    // Thursday 4, Friday 5, Saturday 6 (worked), Monday 8
    expect(dataOf(events, "DossierReceived")).toMatchObject([{ promisedDue: { date: "2024-01-08" } }]);
  });

  it("is that of 86 dossiers of a Vietnamese one-stop: working days, same minute, seconds cut", (ctx) => {
    const file = sharedData("opencps_vn/truth.json");
    if (file === null) return ctx.skip("needs the data opencps_vn/truth.json");
    const truth: { readonly vectors: ReadonlyArray<Vector> } = JSON.parse(readFileSync(file, "utf8"));
    const count = termCounter(HO_CHI_MINH, undefined);
    const wrong = truth.vectors.filter((vector) => {
      const start = Date.parse(`${vector.receive}+07:00`);
      const day = count(start, { unit: "workingDay", amount: vector.working_days });
      const due = endOfTerm(HO_CHI_MINH, start, day, "minute");
      return due.kind !== "instant" || due.instant !== Date.parse(`${vector.due}+07:00`);
    });
    expect([truth.vectors.length, wrong]).toEqual([86, []]);
  });

  it("of an attribute may be a date, kept through the whole of it", () => {
    const late = Date.parse("2024-01-02T23:59:00+07:00");
    expect(dueAs(HO_CHI_MINH, late, "date")).toEqual({ kind: "date", date: "2024-01-02" });
  });
});

interface Vector {
  readonly receive: string;
  readonly working_days: number;
  readonly due: string;
}

describe("what a map makes of events", () => {
  const events = {
    handler: "who",
    supplementAsked: ["Ask"],
    supplementGot: ["Got"],
    clockStopped: ["Stop"],
    clockStarted: ["Start"],
  };
  const rows = ["Ask", "Got", "Stop", "Start", "Else"].map(
    (activity) => `1,${activity},2024-01-03 08:00,2024-01-02 08:00,Lan,,`,
  );

  it("stands after the event itself, and ties keep the order of the file", async () => {
    const { events: all } = await importedCsv(presetWith({ events }), HEADER, ...rows);
    expect(all.map(({ type }) => type)).toEqual([
      "DossierReceived",
      ...["SourceEventRecorded", "SupplementRequested", "SourceEventRecorded", "SupplementReceived"],
      ...["SourceEventRecorded", "ProcessingStopped", "SourceEventRecorded", "ProcessingResumed"],
      "SourceEventRecorded",
    ]);
    expect(dataOf(all, "SourceEventRecorded")).toMatchObject(
      ["Ask", "Got", "Stop", "Start", "Else"].map((activity) => ({ activity, handler: "Lan" })),
    );
  });

  it("are payments, and a total that does not grow by what was paid is counted", async () => {
    const payments = [
      { charge: "f", kind: "fee", currency: "EUR", digits: 2, amount: "paid", total: "sum", activity: ["Pay"] },
    ];
    const paid = (amount: string, sum: string) => `1,Pay,2024-01-03 08:00,2024-01-02 08:00,,${amount},${sum}`;
    const { summary, events: all } = await importedCsv(
      presetWith({ payments }),
      HEADER,
      paid("0.1", "0.1"),
      paid("0.2", "0.3"),
      paid("0.3", "0.5"),
      paid("0.005", "0.505"),
    );
    expect(dataOf(all, "PaymentCollected").map((data) => Reflect.get(data, "amount"))).toEqual(
      [10, 20, 30].map((minor) => ({ kind: "fee", minor, currency: "EUR" })),
    );
    expect(summary.anomalies).toEqual({ runningTotalDiffers: 1, amountNotExact: 1 });
    expect(dataOf(all, "SourceEventRecorded")).toHaveLength(4);
  });

  it("keeps what it has no member for, and counts words that it has no other for", async () => {
    const agency = { attribute: "office", values: { A: "Agency A" } };
    const preset = presetWith({ ...BY_CASE, agency });
    const { summary, events: all } = await importedCsv(
      preset,
      "id,received,office,constructor",
      "1,2024-01-02,A,x",
      "2,2024-01-02,B,y",
    );
    expect(summary.anomalies).toEqual({ valueNotMapped: 1 });
    expect(dataOf(all, "DossierReceived").map((data) => Reflect.get(data, "agency"))).toEqual(["Agency A", "B"]);
    const [first] = dataOf(all, "DossierReceived").map((data) => Reflect.get(data, "source"));
    expect(JSON.stringify(first)).toContain('"constructor":"x"');
    expect(JSON.stringify(first)).toContain('"office":"A"');
  });

  it("is a rating, within its scale", async () => {
    const satisfaction = { score: "stars", scale: 5, aspect: "whole" };
    const preset = presetWith({ ...BY_CASE, satisfaction });
    const { events: all } = await importedCsv(preset, "id,received,stars", "1,2024-01-02,4", "2,2024-01-02,");
    expect(dataOf(all, "SatisfactionRated")).toEqual([{ score: 4, scale: 5, aspect: "whole" }]);
  });
});
