import { describe, expect, it } from "vitest";
import { satisfactionReport, VIETNAM } from "../../src/index.js";
import { type History, happened, received, resolved, rowsOf } from "../support/figures.js";

const rated = (time: string, score: number, scale = 5, aspect = "attitude") =>
  happened("SatisfactionRated", time, { score, scale, aspect });

const life = (...ratings: History): History => [received("2018-07-02T09:00"), resolved("2018-07-05T09:00"), ...ratings];

const report = (histories: ReadonlyArray<History>, query: Partial<Parameters<typeof satisfactionReport>[1]> = {}) =>
  satisfactionReport(rowsOf(...histories), { zone: VIETNAM.zone, from: "2018-07-01", to: "2018-08-01", ...query });

describe("the report satisfaction", () => {
  it("names what it divides by: satisfied of responses, rated of decided", () => {
    const { total } = report([life(rated("2018-07-06T09:00", 5)), life(rated("2018-07-06T09:00", 3)), life()]);
    expect(total).toMatchObject({
      responses: 2,
      satisfied: 1,
      rate: 0.5,
      rated: 2,
      decided: 3,
      responseRate: 0.666667,
    });
  });

  it("the middle of a scale is not satisfied, on scales of five, four and three", () => {
    const ratings = [rated("2018-07-06T09:00", 3, 5), rated("2018-07-06T09:01", 3, 4), rated("2018-07-06T09:02", 2, 3)];
    const { total } = report([life(...ratings)]);
    expect(total).toMatchObject({ responses: 3, satisfied: 1, rated: 1 });
    expect(total.scores).toEqual({ "5": { "3": 1 }, "4": { "3": 1 }, "3": { "2": 1 } });
    expect(total.meanOfScale).toBe(0.555556);
  });

  it("keeps aspects apart, where a response rate would mix them up", () => {
    const ratings = [rated("2018-07-06T09:00", 5, 5, "attitude"), rated("2018-07-06T09:01", 1, 5, "time")];
    expect(report([life(...ratings)], { by: ["aspect"] }).groups).toMatchObject([
      { key: { aspect: "attitude" }, responses: 1, rate: 1, decided: null, responseRate: null },
      { key: { aspect: "time" }, responses: 1, rate: 0, decided: null, responseRate: null },
    ]);
  });

  it("by unit of the dossier, also where nobody answered", () => {
    const other = [received("2018-07-02T09:00", null, { unit: "ward" }), resolved("2018-07-05T09:00")];
    expect(report([life(rated("2018-07-06T09:00", 4)), other], { by: ["unit"] }).groups).toMatchObject([
      { key: { unit: "one-stop" }, responses: 1, responseRate: 1 },
      { key: { unit: "ward" }, responses: 0, rate: null, decided: 1, responseRate: 0 },
    ]);
  });

  it("counts a rating when it was given, not when the dossier was decided", () => {
    const late = [life(rated("2018-08-01T00:00", 5)), life(rated("2018-07-31T23:59", 5))];
    expect(report(late).total).toMatchObject({ responses: 1, decided: 2 });
    expect(report(late, { from: "2018-08-01", to: "2018-09-01" }).total).toMatchObject({ responses: 1, decided: 0 });
    expect(report(late, { to: "2018-09-01", by: ["month"] }).groups.map(({ key }) => key.month)).toEqual([
      "2018-07",
      "2018-08",
    ]);
  });

  it("nothing to divide by is no figure", () => {
    expect(report([]).total).toMatchObject({ rate: null, responseRate: null, meanOfScale: null });
  });
});
