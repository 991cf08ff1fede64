import { describe, expect, it } from "vitest";
import { motcua, motcuaJson } from "./support/motcua.js";

const due = (start: string, term: string) =>
  motcuaJson<{ dueAt: string; dueDate: string; excluded: ReadonlyArray<{ date: string }> }>(
    "calendar",
    "due",
    "--start",
    start,
    "--term",
    term,
  );

describe("calendar due", () => {
  it("leaves out the day of the start, weekends and Independence Day (Civil Code 2015, art. 147-148)", async () => {
    const { dueAt, dueDate, excluded } = await due("2019-08-30T10:00+07:00", "5wd");
    expect([dueAt, dueDate]).toEqual(["2019-09-09T23:59:59.999+07:00", "2019-09-09"]);
    expect(excluded.map(({ date }) => date)).toEqual([
      "2019-08-31",
      "2019-09-01",
      "2019-09-02",
      "2019-09-07",
      "2019-09-08",
    ]);
  });

  it.each([
    ["2026-08-20T10:00+07:00", "3wd", "2026-08-24"],
    ["2026-08-28T10:00+07:00", "1wd", "2026-09-03"],
    ["2026-11-23T10:00+07:00", "1wd", "2026-11-25"],
    ["2025-11-21T10:00+07:00", "1wd", "2025-11-24"],
    ["2018-04-10T09:00:00.123456+07:00", "20cd", "2018-05-02"],
    ["2018-01-05T16:00", "8wh", "2018-01-08"],
  ])("from %s a term of %s ends on %s", async (start, term, dueDate) => {
    expect((await due(start, term)).dueDate).toBe(dueDate);
  });

  it("does not guess a year that is not loaded", async () => {
    const { code, err } = await motcua("calendar", "due", "--start", "2026-12-20T10:00+07:00", "--term", "30wd");
    expect([code, err]).toEqual([2, expect.stringContaining("no calendar of 2027 is loaded")]);
  });
});
