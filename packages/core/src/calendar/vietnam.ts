import { isLeft } from "fp-ts/lib/Either.js";
import type { LocalDate } from "../time/local-date.js";
import { HO_CHI_MINH } from "../time/time-zone.js";
import type { CalendarYear, ClosedDay, MakeUpDay, Session } from "./calendar-year.js";
import { type WorkingCalendar, workingCalendar } from "./working-calendar.js";

/** Office hours of most administrations in the Red River delta: 07:30-11:30 and 13:00-17:00, eight hours a day. */
export const OFFICE_HOURS: ReadonlyArray<Session> = [
  { from: 7 * 60 + 30, to: 11 * 60 + 30 },
  { from: 13 * 60, to: 17 * 60 },
];

const LABOUR_CODE_2012 = "Bộ luật Lao động 10/2012/QH13, Đ115";
const LABOUR_CODE_2019 = "Bộ luật Lao động 45/2019/QH14, Đ112";
const SUBSTITUTE = "nghỉ bù: ngày lễ trùng ngày nghỉ hằng tuần";
const SWAP = "hoán đổi ngày làm việc";

/**
 * The working calendar of State offices in Vietnam, 2018 to 2026: only closed weekdays and worked weekends are listed.
 *
 * The dates of 2025 (Tết) and of 2026 were read in official plans, the others are from general knowledge; each version
 * says which. Check a year against the official notice before a right depends on it; correct it by a new version.
 */
export const VIETNAM_YEARS: ReadonlyArray<CalendarYear> = [
  {
    year: 2018,
    version: "1-recalled",
    closed: closedDays(LABOUR_CODE_2012, {
      "Tết Dương lịch": ["2018-01-01"],
      "Tết Nguyên đán Mậu Tuất": ["2018-02-14", "2018-02-15", "2018-02-16", "2018-02-19", "2018-02-20"],
      "Giỗ Tổ Hùng Vương": ["2018-04-25"],
      "Ngày Chiến thắng": ["2018-04-30"],
      "Quốc tế Lao động": ["2018-05-01"],
      [`Quốc khánh, ${SUBSTITUTE}`]: ["2018-09-03"],
      [SWAP]: ["2018-12-31"],
    }),
    makeUp: [],
  },
  {
    year: 2019,
    version: "1-recalled",
    closed: closedDays(LABOUR_CODE_2012, {
      "Tết Dương lịch": ["2019-01-01"],
      "Tết Nguyên đán Kỷ Hợi": ["2019-02-04", "2019-02-05", "2019-02-06", "2019-02-07", "2019-02-08"],
      [`Giỗ Tổ Hùng Vương, ${SUBSTITUTE}`]: ["2019-04-15"],
      [SWAP]: ["2019-04-29"],
      "Ngày Chiến thắng": ["2019-04-30"],
      "Quốc tế Lao động": ["2019-05-01"],
      "Quốc khánh": ["2019-09-02"],
    }),
    makeUp: [swapped("2019-01-05", "2018-12-31"), swapped("2019-05-04", "2019-04-29")],
  },
  {
    year: 2020,
    version: "1-recalled",
    closed: closedDays(LABOUR_CODE_2012, {
      "Tết Dương lịch": ["2020-01-01"],
      "Tết Nguyên đán Canh Tý": ["2020-01-23", "2020-01-24", "2020-01-27", "2020-01-28", "2020-01-29"],
      "Giỗ Tổ Hùng Vương": ["2020-04-02"],
      "Ngày Chiến thắng": ["2020-04-30"],
      "Quốc tế Lao động": ["2020-05-01"],
      "Quốc khánh": ["2020-09-02"],
    }),
    makeUp: [],
  },
  {
    year: 2021,
    version: "1-recalled",
    closed: closedDays(LABOUR_CODE_2019, {
      "Tết Dương lịch": ["2021-01-01"],
      "Tết Nguyên đán Tân Sửu": ["2021-02-10", "2021-02-11", "2021-02-12", "2021-02-15", "2021-02-16"],
      "Giỗ Tổ Hùng Vương": ["2021-04-21"],
      "Ngày Chiến thắng": ["2021-04-30"],
      [`Quốc tế Lao động, ${SUBSTITUTE}`]: ["2021-05-03"],
      "Quốc khánh": ["2021-09-02", "2021-09-03"],
    }),
    makeUp: [],
  },
  {
    year: 2022,
    version: "1-recalled",
    closed: closedDays(LABOUR_CODE_2019, {
      [`Tết Dương lịch, ${SUBSTITUTE}`]: ["2022-01-03"],
      "Tết Nguyên đán Nhâm Dần": ["2022-01-31", "2022-02-01", "2022-02-02", "2022-02-03", "2022-02-04"],
      [`Giỗ Tổ Hùng Vương, ${SUBSTITUTE}`]: ["2022-04-11"],
      [`Ngày Chiến thắng, ${SUBSTITUTE}`]: ["2022-05-02"],
      [`Quốc tế Lao động, ${SUBSTITUTE}`]: ["2022-05-03"],
      "Quốc khánh": ["2022-09-01", "2022-09-02"],
    }),
    makeUp: [],
  },
  {
    year: 2023,
    version: "1-recalled",
    closed: closedDays(LABOUR_CODE_2019, {
      [`Tết Dương lịch, ${SUBSTITUTE}`]: ["2023-01-02"],
      "Tết Nguyên đán Quý Mão": ["2023-01-20", "2023-01-23", "2023-01-24", "2023-01-25", "2023-01-26"],
      "Quốc tế Lao động": ["2023-05-01"],
      [`Giỗ Tổ Hùng Vương, ${SUBSTITUTE}`]: ["2023-05-02"],
      [`Ngày Chiến thắng, ${SUBSTITUTE}`]: ["2023-05-03"],
      "Quốc khánh": ["2023-09-01"],
      [`Quốc khánh, ${SUBSTITUTE}`]: ["2023-09-04"],
    }),
    makeUp: [],
  },
  {
    year: 2024,
    version: "1-recalled",
    closed: closedDays(LABOUR_CODE_2019, {
      "Tết Dương lịch": ["2024-01-01"],
      "Tết Nguyên đán Giáp Thìn": ["2024-02-08", "2024-02-09", "2024-02-12", "2024-02-13", "2024-02-14"],
      "Giỗ Tổ Hùng Vương": ["2024-04-18"],
      [SWAP]: ["2024-04-29"],
      "Ngày Chiến thắng": ["2024-04-30"],
      "Quốc tế Lao động": ["2024-05-01"],
      "Quốc khánh": ["2024-09-02", "2024-09-03"],
    }),
    makeUp: [swapped("2024-05-04", "2024-04-29")],
  },
  {
    year: 2025,
    version: "1-tet-read-others-recalled",
    closed: closedDays(LABOUR_CODE_2019, {
      "Tết Dương lịch": ["2025-01-01"],
      "Tết Nguyên đán Ất Tỵ": ["2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"],
      "Giỗ Tổ Hùng Vương": ["2025-04-07"],
      "Ngày Chiến thắng": ["2025-04-30"],
      "Quốc tế Lao động": ["2025-05-01"],
      [SWAP]: ["2025-05-02"],
      "Quốc khánh": ["2025-09-01", "2025-09-02"],
    }),
    makeUp: [swapped("2025-04-26", "2025-05-02")],
  },
  {
    year: 2026,
    version: "1-read",
    closed: [
      ...closedDays(LABOUR_CODE_2019, {
        "Tết Dương lịch": ["2026-01-01"],
        [SWAP]: ["2026-01-02", "2026-08-31"],
        "Tết Nguyên đán Bính Ngọ": ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"],
        [`Giỗ Tổ Hùng Vương, ${SUBSTITUTE}`]: ["2026-04-27"],
        "Ngày Chiến thắng": ["2026-04-30"],
        "Quốc tế Lao động": ["2026-05-01"],
        "Quốc khánh": ["2026-09-01", "2026-09-02"],
      }),
      ...closedDays("Nghị quyết 28/2026/QH16", { "Ngày Văn hóa Việt Nam": ["2026-11-24"] }),
    ],
    makeUp: [swapped("2026-01-10", "2026-01-02"), swapped("2026-08-22", "2026-08-31")],
  },
];

/**
 * The calendar above with the common office hours.
 *
 * @example
 * dueAt(VIETNAM)(receivedAt, { unit: "workingDay", amount: 5 })
 */
export const VIETNAM: WorkingCalendar = built();

function closedDays(basis: string, days: Readonly<Record<string, ReadonlyArray<LocalDate>>>): ReadonlyArray<ClosedDay> {
  return Object.entries(days).flatMap(([reason, dates]) => dates.map((date) => ({ date, reason, basis })));
}

function swapped(date: LocalDate, replaces: LocalDate): MakeUpDay {
  return { date, replaces, basis: SWAP };
}

function built(): WorkingCalendar {
  const calendar = workingCalendar({
    id: "vn",
    version: "2026.1",
    zone: HO_CHI_MINH,
    years: VIETNAM_YEARS,
    sessions: OFFICE_HOURS,
  });
  if (isLeft(calendar)) throw new Error(calendar.left.detail);
  return calendar.right;
}
