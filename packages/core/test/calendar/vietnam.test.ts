import { describe, expect, it } from "vitest";
import {
  closure,
  type DayOff,
  dayOfWeek,
  isWorkingDay,
  type LocalDate,
  toEpochDay,
  VIETNAM,
  VIETNAM_YEARS,
} from "../../src/index.js";

/** Weekdays off and weekend days worked, as a year's official notices have them (month-day). */
const official: ReadonlyArray<readonly [year: number, workingDays: number, closed: string, worked: string]> = [
  [2018, 250, "01-01 02-14 02-15 02-16 02-19 02-20 04-25 04-30 05-01 09-03 12-31", ""],
  [2019, 252, "01-01 02-04 02-05 02-06 02-07 02-08 04-15 04-29 04-30 05-01 09-02", "01-05 05-04"],
  [2020, 252, "01-01 01-23 01-24 01-27 01-28 01-29 04-02 04-30 05-01 09-02", ""],
  [2021, 250, "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03", ""],
  [2022, 249, "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02", ""],
  [2023, 249, "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04", ""],
  [2024, 251, "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03", "05-04"],
  [2025, 250, "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02", "04-26"],
  [2026, 249, "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24", "01-10 08-22"],
];

const daysOf = (year: number): ReadonlyArray<number> => {
  const first = toEpochDay(`${year}-01-01` as LocalDate);
  return Array.from({ length: toEpochDay(`${year + 1}-01-01` as LocalDate) - first }, (_, n) => first + n);
};

const isWeekend = (day: number) => [0, 6].includes(dayOfWeek(day));

describe.each(official)("%d", (year, workingDays, closed, worked) => {
  const days = daysOf(year);
  const marked = (wanted: (day: number) => boolean) =>
    days.filter(wanted).map((day) => new Date(day * 86_400_000).toISOString().slice(5, 10));

  it(`has ${workingDays} working days`, () => {
    expect(days.filter((day) => isWorkingDay(VIETNAM, day))).toHaveLength(workingDays);
  });

  it("is closed on these weekdays and on no others", () => {
    expect(marked((day) => !isWeekend(day) && !isWorkingDay(VIETNAM, day)).join(" ")).toBe(closed);
  });

  it("works on these days of the weekend and on no others", () => {
    expect(marked((day) => isWeekend(day) && isWorkingDay(VIETNAM, day)).join(" ")).toBe(worked);
  });
});

it("no other years are loaded", () => {
  expect(VIETNAM_YEARS.map(({ year }) => year)).toEqual(official.map(([year]) => year));
});

describe("a day says why it does not count", () => {
  const why = (date: LocalDate) => closure(VIETNAM, toEpochDay(date));

  it("by the holiday and its law", () => {
    expect(why("2018-02-16")).toEqual({
      date: "2018-02-16",
      reason: "Tết Nguyên đán Mậu Tuất",
      basis: "Bộ luật Lao động 10/2012/QH13, Đ115",
      off: "holiday",
    });
  });

  it("the Day of Vietnamese Culture is off from 2026 (Nghị quyết 28/2026/QH16), not in 2025", () => {
    expect(why("2026-11-24")).toMatchObject({ reason: "Ngày Văn hóa Việt Nam" });
    expect(why("2025-11-24")).toBeUndefined();
  });

  it("a Sunday by the weekend, a working day and an unknown one not at all", () => {
    expect(why("2018-07-01")).toBe("weekend");
    expect(why("2018-07-02")).toBeUndefined();
    expect(why("2017-07-02")).toBeUndefined();
  });

  it("every closed day names its law and what kind of day off it is", () => {
    for (const { closed } of VIETNAM_YEARS) {
      for (const { reason, basis, off } of closed) expect([reason, basis, off ?? ""]).not.toContain("");
    }
  });
});

describe("compensatory days and swap days are two things (Labour Code 2019, art. 111.3; yearly notices)", () => {
  const all = VIETNAM_YEARS.flatMap(({ closed }) => closed);
  const off = (kind: DayOff) => all.filter((day) => day.off === kind);
  const pairs = (kind: DayOff) => off(kind).map(({ date, insteadOf }) => `${insteadOf} -> ${date}`);

  it("a compensatory day stands for a holiday on the weekly rest, and comes after it", () => {
    expect(off("compensatory")).toHaveLength(22);
    for (const { date, insteadOf = date } of off("compensatory")) {
      expect([insteadOf, isWeekend(toEpochDay(insteadOf))]).toEqual([insteadOf, true]);
      expect(insteadOf < date).toBe(true);
    }
    expect(pairs("compensatory")).toContain("2018-09-02 -> 2018-09-03");
    expect(pairs("compensatory")).toContain("2026-04-26 -> 2026-04-27");
  });

  it("a swap is told from both sides: the weekday that is off, the weekend day that is worked", () => {
    const worked = VIETNAM_YEARS.flatMap(({ makeUp }) => makeUp.map(({ date, replaces }) => `${date} -> ${replaces}`));
    expect(pairs("swapped").toSorted()).toEqual(worked.toSorted());
    expect(worked).toEqual([
      "2019-01-05 -> 2018-12-31",
      "2019-05-04 -> 2019-04-29",
      "2024-05-04 -> 2024-04-29",
      "2025-04-26 -> 2025-05-02",
      "2026-01-10 -> 2026-01-02",
      "2026-08-22 -> 2026-08-31",
    ]);
  });

  it("Tết has five days by law (art. 112.1): as many are off in every year", () => {
    const tet = all.filter(({ reason }) => reason.startsWith("Tết Nguyên đán"));
    expect(tet).toHaveLength(9 * 5);
  });
});

it("says which edition of the data it is", () => {
  expect(VIETNAM).toMatchObject({ id: "vn", version: "2026.1" });
});
