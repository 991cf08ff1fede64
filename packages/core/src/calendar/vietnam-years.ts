import type { LocalDate } from "../time/local-date.js";
import type { CalendarYear, ClosedDay, MakeUpDay } from "./calendar-year.js";

const LABOUR_CODE_2012 = "Bộ luật Lao động 10/2012/QH13, Đ115";
const LABOUR_CODE_2019 = "Bộ luật Lao động 45/2019/QH14, Đ112";

const SWAP = "hoán đổi ngày làm việc";
/** Of the Prime Minister's office, each year; the numbers of the notices were not read. */
const NOTICE = "thông báo nghỉ lễ, Tết hằng năm";

/**
 * The working calendar of State offices in Vietnam, 2018 to 2026: only closed weekdays and worked weekends are listed.
 *
 * The dates of 2025 (Tết) and of 2026 were read in official plans, the others are from general knowledge; each version
 * says which. Which days of a Tết stand for a Saturday or Sunday follows from its five days by law. Check a year against
 * the official notice before a right depends on it; correct it by a new version (`amended`).
 */
export const VIETNAM_YEARS: ReadonlyArray<CalendarYear> = [
  {
    year: 2018,
    version: "1-recalled",
    closed: [
      ...holidays(LABOUR_CODE_2012, {
        "Tết Dương lịch": ["2018-01-01"],
        "Tết Nguyên đán Mậu Tuất": ["2018-02-14", "2018-02-15", "2018-02-16"],
        "Giỗ Tổ Hùng Vương": ["2018-04-25"],
        "Ngày Chiến thắng": ["2018-04-30"],
        "Quốc tế Lao động": ["2018-05-01"],
      }),
      compensatory(LABOUR_CODE_2012, "Tết Nguyên đán Mậu Tuất", "2018-02-17", "2018-02-19"),
      compensatory(LABOUR_CODE_2012, "Tết Nguyên đán Mậu Tuất", "2018-02-18", "2018-02-20"),
      compensatory(LABOUR_CODE_2012, "Quốc khánh", "2018-09-02", "2018-09-03"),
      swappedOff("2018-12-31", "2019-01-05"),
    ],
    makeUp: [],
  },
  {
    year: 2019,
    version: "1-recalled",
    closed: [
      ...holidays(LABOUR_CODE_2012, {
        "Tết Dương lịch": ["2019-01-01"],
        "Tết Nguyên đán Kỷ Hợi": ["2019-02-04", "2019-02-05", "2019-02-06", "2019-02-07", "2019-02-08"],
        "Ngày Chiến thắng": ["2019-04-30"],
        "Quốc tế Lao động": ["2019-05-01"],
        "Quốc khánh": ["2019-09-02"],
      }),
      compensatory(LABOUR_CODE_2012, "Giỗ Tổ Hùng Vương", "2019-04-14", "2019-04-15"),
      swappedOff("2019-04-29", "2019-05-04"),
    ],
    makeUp: [workedFor("2019-01-05", "2018-12-31"), workedFor("2019-05-04", "2019-04-29")],
  },
  {
    year: 2020,
    version: "1-recalled",
    closed: [
      ...holidays(LABOUR_CODE_2012, {
        "Tết Dương lịch": ["2020-01-01"],
        "Tết Nguyên đán Canh Tý": ["2020-01-23", "2020-01-24", "2020-01-27"],
        "Giỗ Tổ Hùng Vương": ["2020-04-02"],
        "Ngày Chiến thắng": ["2020-04-30"],
        "Quốc tế Lao động": ["2020-05-01"],
        "Quốc khánh": ["2020-09-02"],
      }),
      compensatory(LABOUR_CODE_2012, "Tết Nguyên đán Canh Tý", "2020-01-25", "2020-01-28"),
      compensatory(LABOUR_CODE_2012, "Tết Nguyên đán Canh Tý", "2020-01-26", "2020-01-29"),
    ],
    makeUp: [],
  },
  {
    year: 2021,
    version: "1-recalled",
    closed: [
      ...holidays(LABOUR_CODE_2019, {
        "Tết Dương lịch": ["2021-01-01"],
        "Tết Nguyên đán Tân Sửu": ["2021-02-10", "2021-02-11", "2021-02-12"],
        "Giỗ Tổ Hùng Vương": ["2021-04-21"],
        "Ngày Chiến thắng": ["2021-04-30"],
        "Quốc khánh": ["2021-09-02", "2021-09-03"],
      }),
      compensatory(LABOUR_CODE_2019, "Tết Nguyên đán Tân Sửu", "2021-02-13", "2021-02-15"),
      compensatory(LABOUR_CODE_2019, "Tết Nguyên đán Tân Sửu", "2021-02-14", "2021-02-16"),
      compensatory(LABOUR_CODE_2019, "Quốc tế Lao động", "2021-05-01", "2021-05-03"),
    ],
    makeUp: [],
  },
  {
    year: 2022,
    version: "1-recalled",
    closed: [
      ...holidays(LABOUR_CODE_2019, {
        "Tết Nguyên đán Nhâm Dần": ["2022-01-31", "2022-02-01", "2022-02-02", "2022-02-03", "2022-02-04"],
        "Quốc khánh": ["2022-09-01", "2022-09-02"],
      }),
      compensatory(LABOUR_CODE_2019, "Tết Dương lịch", "2022-01-01", "2022-01-03"),
      compensatory(LABOUR_CODE_2019, "Giỗ Tổ Hùng Vương", "2022-04-10", "2022-04-11"),
      compensatory(LABOUR_CODE_2019, "Ngày Chiến thắng", "2022-04-30", "2022-05-02"),
      compensatory(LABOUR_CODE_2019, "Quốc tế Lao động", "2022-05-01", "2022-05-03"),
    ],
    makeUp: [],
  },
  {
    year: 2023,
    version: "1-recalled",
    closed: [
      ...holidays(LABOUR_CODE_2019, {
        "Tết Nguyên đán Quý Mão": ["2023-01-20", "2023-01-23", "2023-01-24"],
        "Quốc tế Lao động": ["2023-05-01"],
        "Quốc khánh": ["2023-09-01"],
      }),
      compensatory(LABOUR_CODE_2019, "Tết Dương lịch", "2023-01-01", "2023-01-02"),
      compensatory(LABOUR_CODE_2019, "Tết Nguyên đán Quý Mão", "2023-01-21", "2023-01-25"),
      compensatory(LABOUR_CODE_2019, "Tết Nguyên đán Quý Mão", "2023-01-22", "2023-01-26"),
      compensatory(LABOUR_CODE_2019, "Giỗ Tổ Hùng Vương", "2023-04-29", "2023-05-02"),
      compensatory(LABOUR_CODE_2019, "Ngày Chiến thắng", "2023-04-30", "2023-05-03"),
      compensatory(LABOUR_CODE_2019, "Quốc khánh", "2023-09-02", "2023-09-04"),
    ],
    makeUp: [],
  },
  {
    year: 2024,
    version: "1-recalled",
    closed: [
      ...holidays(LABOUR_CODE_2019, {
        "Tết Dương lịch": ["2024-01-01"],
        "Tết Nguyên đán Giáp Thìn": ["2024-02-08", "2024-02-09", "2024-02-12"],
        "Giỗ Tổ Hùng Vương": ["2024-04-18"],
        "Ngày Chiến thắng": ["2024-04-30"],
        "Quốc tế Lao động": ["2024-05-01"],
        "Quốc khánh": ["2024-09-02", "2024-09-03"],
      }),
      compensatory(LABOUR_CODE_2019, "Tết Nguyên đán Giáp Thìn", "2024-02-10", "2024-02-13"),
      compensatory(LABOUR_CODE_2019, "Tết Nguyên đán Giáp Thìn", "2024-02-11", "2024-02-14"),
      swappedOff("2024-04-29", "2024-05-04"),
    ],
    makeUp: [workedFor("2024-05-04", "2024-04-29")],
  },
  {
    year: 2025,
    version: "1-tet-read-others-recalled",
    closed: [
      ...holidays(LABOUR_CODE_2019, {
        "Tết Dương lịch": ["2025-01-01"],
        "Tết Nguyên đán Ất Tỵ": ["2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31"],
        "Giỗ Tổ Hùng Vương": ["2025-04-07"],
        "Ngày Chiến thắng": ["2025-04-30"],
        "Quốc tế Lao động": ["2025-05-01"],
        "Quốc khánh": ["2025-09-01", "2025-09-02"],
      }),
      swappedOff("2025-05-02", "2025-04-26"),
    ],
    makeUp: [workedFor("2025-04-26", "2025-05-02")],
  },
  {
    year: 2026,
    version: "1-read",
    closed: [
      ...holidays(LABOUR_CODE_2019, {
        "Tết Dương lịch": ["2026-01-01"],
        "Tết Nguyên đán Bính Ngọ": ["2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19", "2026-02-20"],
        "Ngày Chiến thắng": ["2026-04-30"],
        "Quốc tế Lao động": ["2026-05-01"],
        "Quốc khánh": ["2026-09-01", "2026-09-02"],
      }),
      ...holidays("Nghị quyết 28/2026/QH16", {
        "Ngày Văn hóa Việt Nam": ["2026-11-24"],
      }),
      compensatory(LABOUR_CODE_2019, "Giỗ Tổ Hùng Vương", "2026-04-26", "2026-04-27"),
      swappedOff("2026-01-02", "2026-01-10"),
      swappedOff("2026-08-31", "2026-08-22"),
    ],
    makeUp: [workedFor("2026-01-10", "2026-01-02"), workedFor("2026-08-22", "2026-08-31")],
  },
];

function holidays(basis: string, days: Readonly<Record<string, ReadonlyArray<LocalDate>>>): ReadonlyArray<ClosedDay> {
  return Object.entries(days).flatMap(([reason, dates]) =>
    dates.map((date): ClosedDay => ({ date, reason, basis, off: "holiday" })),
  );
}

/** The working day that is off for a holiday on the weekly rest (Labour Code 2019, art. 111.3, from general knowledge). */
function compensatory(basis: string, holiday: string, insteadOf: LocalDate, date: LocalDate): ClosedDay {
  const reason = `${holiday}, nghỉ bù: ngày lễ trùng ngày nghỉ hằng tuần`;
  return { date, reason, basis, off: "compensatory", insteadOf };
}

function swappedOff(date: LocalDate, insteadOf: LocalDate): ClosedDay {
  return { date, reason: SWAP, basis: NOTICE, off: "swapped", insteadOf };
}

function workedFor(date: LocalDate, replaces: LocalDate): MakeUpDay {
  return { date, replaces, basis: NOTICE };
}
