import type { BacklogFigures, BacklogReport } from "@motcua/core";
import { figuresOf } from "./figure.js";
import { PER_DAY } from "./per-day.js";
import type { Sheet } from "./sheet.js";

const figure = figuresOf<BacklogFigures>();

/** How people read the report `backlog`. */
export const BACKLOG: Sheet<BacklogFigures, BacklogReport["total"]> = {
  title: { en: "Backlog", vi: "Hồ sơ đang giải quyết" },
  heading: { en: "What lies in the office", vi: "Hồ sơ đang giải quyết" },
  figures: [
    figure("open", "count", "open", "đang giải quyết", (f) => f.open),
    figure("withinTerm", "count", "within term", "trong hạn", (f) => f.withinTerm),
    figure("dueSoon", "count", "due soon", "sắp đến hạn", (f) => f.dueSoon),
    figure("overdue", "count", "overdue", "quá hạn", (f) => f.overdue),
    figure("noDeadline", "count", "no due date", "chưa có hạn", (f) => f.noDeadline),
    figure("waiting", "count", "waiting for the applicant", "chờ người nộp", (f) => f.waiting),
    figure("overdueDays.upTo5", "count", "overdue up to 5 days", "quá hạn đến 5 ngày", (f) => f.overdueDays.upTo5),
    figure("overdueDays.upTo10", "count", "6 to 10 days", "6 đến 10 ngày", (f) => f.overdueDays.upTo10),
    figure("overdueDays.upTo30", "count", "11 to 30 days", "11 đến 30 ngày", (f) => f.overdueDays.upTo30),
    figure("overdueDays.more", "count", "more than 30 days", "trên 30 ngày", (f) => f.overdueDays.more),
    figure("ageDays.median", "days", "age in days, median", "số ngày đã giữ, trung vị", (f) => f.ageDays.median),
    figure("ageDays.oldest", "days", "age in days, oldest", "số ngày đã giữ, lâu nhất", (f) => f.ageDays.oldest),
  ],
  ofTotal: PER_DAY,
  columns: ["open", "withinTerm", "dueSoon", "overdue", "waiting", "ageDays.median", "ageDays.oldest"],
  cards: ["open", "dueSoon", "overdue", "ageDays.oldest"],
  definitions: [
    [
      { en: "Overdue", vi: "Quá hạn" },
      {
        en: "Past the promised date at the end of the period, or now. A clock that stands still is judged by when it stopped.",
        vi: "Đã qua ngày hẹn trả vào cuối kỳ hoặc hiện tại. Hồ sơ tạm dừng tính hạn được xét tại lúc tạm dừng.",
      },
    ],
    [
      { en: "Due soon", vi: "Sắp đến hạn" },
      { en: "The promised date is at most three days away.", vi: "Còn không quá ba ngày đến ngày hẹn trả." },
    ],
  ],
};
