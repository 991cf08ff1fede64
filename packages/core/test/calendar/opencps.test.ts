import { describe, expect, it } from "vitest";
import { dueAt, type Instant, MINUTE, type WorkingCalendar } from "../../src/index.js";
import { calendarOf, plainYear } from "../support/calendars.js";
import { rightOf } from "../support/either.js";
import { sharedData } from "../support/shared-data.js";
import { dueBy, vn } from "../support/vietnam.js";

interface Vector {
  readonly dossierNo: string;
  readonly receive: string;
  readonly working_days: number;
  readonly due: string;
}

const withoutHolidays = calendarOf(plainYear(2018), plainYear(2019));
const newYearClosed = calendarOf(
  plainYear(2018),
  plainYear(2019, { closed: [{ date: "2019-01-01", reason: "New Year", basis: "Labour Code 2012, art. 115" }] }),
);

const vectors = (text: string): ReadonlyArray<Vector> => JSON.parse(text).vectors;

/** The rule of that system: days from the instant, its seconds cut. */
const dueIn = (calendar: WorkingCalendar, { receive, working_days }: Vector) => {
  const start: Instant = Math.floor(vn(receive) / MINUTE) * MINUTE;
  return rightOf(dueAt(calendar)(start, { unit: "workingDay", amount: working_days, countFrom: "instant" }));
};

describe("deadlines that a real one-stop system gave", () => {
  it("all 86 are met where no holidays are known, as in that system", (ctx) => {
    const data = sharedData("opencps_vn/truth.json");
    if ("absent" in data) return ctx.skip(data.absent);
    const all = vectors(data.text);
    expect(all).toHaveLength(86);
    for (const vector of all)
      expect([vector.dossierNo, dueIn(withoutHolidays, vector)]).toEqual([vector.dossierNo, dueBy(vector.due)]);
  });

  it("with New Year closed, the three that run over it move by one working day, and no other", (ctx) => {
    const data = sharedData("opencps_vn/truth.json");
    if ("absent" in data) return ctx.skip(data.absent);
    const moved = vectors(data.text)
      .map((vector) => ({ receive: vector.receive, was: vector.due, is: dueIn(newYearClosed, vector) }))
      .filter(({ was, is }) => JSON.stringify(is) !== JSON.stringify(dueBy(was)));
    expect(moved.toSorted((a, b) => (a.receive < b.receive ? -1 : 1))).toEqual([
      { receive: "2018-11-23T08:55:01", was: "2019-01-04T08:55:00", is: dueBy("2019-01-07T08:55:00") },
      { receive: "2018-11-23T15:20:25", was: "2019-01-04T15:20:00", is: dueBy("2019-01-07T15:20:00") },
      { receive: "2018-11-26T17:14:03", was: "2019-01-07T17:14:00", is: dueBy("2019-01-08T17:14:00") },
    ]);
  });
});
