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

interface Shown {
  readonly version: string;
  readonly workingDays: number;
  readonly months: ReadonlyArray<{ readonly month: string; readonly workingDays: number }>;
  readonly days: ReadonlyArray<{ readonly date: string; readonly kind: string; readonly insteadOf?: string }>;
}

describe("calendar show", () => {
  it("lists what differs from the week, in order, each day with its reason and source", async () => {
    const { version, days } = await motcuaJson<Shown>("calendar", "show", "2019");
    expect(version).toBe("1-recalled");
    expect(days.map(({ date }) => date)).toEqual(days.map(({ date }) => date).toSorted());
    expect(days).toContainEqual({
      date: "2019-01-05",
      kind: "working",
      reason: "make-up day",
      basis: "thông báo nghỉ lễ, Tết hằng năm",
      insteadOf: "2018-12-31",
    });
    expect(days).toContainEqual({
      date: "2019-04-15",
      kind: "closed",
      off: "compensatory",
      insteadOf: "2019-04-14",
      reason: expect.stringContaining("Giỗ Tổ Hùng Vương"),
      basis: "Bộ luật Lao động 10/2012/QH13, Đ115",
    });
  });

  it("counts working days by month: weekdays, without the closed, with the made-up", async () => {
    const { workingDays, months, days } = await motcuaJson<Shown>("calendar", "show", "2019");
    expect(months).toHaveLength(12);
    // Twenty weekdays, of which the five of Tết are closed.
    expect(months[1]).toEqual({ month: "2019-02", workingDays: 15 });
    const closed = days.filter(({ kind }) => kind === "closed").length;
    const madeUp = days.filter(({ kind }) => kind === "working").length;
    expect(workingDays).toBe(261 - closed + madeUp);
    expect(months.reduce((sum, month) => sum + month.workingDays, 0)).toBe(workingDays);
  });

  it("is a table in both languages, and CSV with a row for each day", async () => {
    const out = async (...words: ReadonlyArray<string>) => (await motcua("calendar", "show", "2019", ...words)).out;
    expect(await out("--format", "table", "--lang", "en")).toMatch(/2019-05-04 +worked +2019-04-29 +make-up day/);
    expect(await out("--format", "table", "--lang", "vi")).toMatch(/2019-05-04 +làm việc +2019-04-29 +làm bù/);
    const { days } = await motcuaJson<Shown>("calendar", "show", "2019");
    const lines = (await out("--format", "csv")).split("\r\n");
    expect(lines[0]).toBe("date,kind,off,insteadOf,reason,basis");
    expect(lines.slice(1, -1).map((line) => line.slice(0, 10))).toEqual(days.map(({ date }) => date));
  });

  it("does not guess a year that is not loaded", async () => {
    const { code, out, err } = await motcua("calendar", "show", "2027");
    expect([code, out, err]).toEqual([2, "", expect.stringContaining("no calendar of 2027 is loaded")]);
  });
});
