import type { PetitionFigures } from "@motcua/core";
import { figuresOf } from "./figure.js";
import type { Sheet } from "./sheet.js";

const figure = figuresOf<PetitionFigures>();

/** How people read the report `petitions`. */
export const PETITIONS: Sheet<PetitionFigures> = {
  title: { en: "Petitions", vi: "Phản ánh, kiến nghị" },
  heading: { en: "How petitions were answered", vi: "Kết quả xử lý phản ánh, kiến nghị" },
  figures: [
    figure("lodged", "count", "lodged", "tiếp nhận", (f) => f.lodged),
    figure("carriedOver", "count", "carried over", "kỳ trước chuyển sang", (f) => f.carriedOver),
    figure("reopened", "count", "taken up again", "xử lý lại", (f) => f.reopened),
    figure("answered.total", "count", "answered", "đã trả lời", (f) => f.answered.total),
    figure("answered.onTime", "count", "answered on time", "trả lời đúng hạn", (f) => f.answered.onTime),
    figure("answered.late", "count", "answered late", "trả lời quá hạn", (f) => f.answered.late),
    figure("answered.noDeadline", "count", "answered, no term", "trả lời, không có hạn", (f) => f.answered.noDeadline),
    figure("refused", "count", "not taken up", "không xử lý", (f) => f.refused),
    figure("withdrawn", "count", "withdrawn", "đã rút", (f) => f.withdrawn),
    figure("passedOn", "count", "passed on", "chuyển cơ quan khác trả lời", (f) => f.passedOn),
    figure("inProgress.total", "count", "in progress", "đang xử lý", (f) => f.inProgress.total),
    figure("inProgress.withinTerm", "count", "within term", "trong hạn", (f) => f.inProgress.withinTerm),
    figure("inProgress.overdue", "count", "overdue", "quá hạn", (f) => f.inProgress.overdue),
    figure("inProgress.noDeadline", "count", "open, no term", "chưa có hạn", (f) => f.inProgress.noDeadline),
    figure("forwarded", "count", "forwarded", "chuyển xử lý", (f) => f.forwarded),
    figure("reopenings", "count", "taken up again in the period", "xử lý lại trong kỳ", (f) => f.reopenings),
    figure("prolonged.petitions", "count", "prolonged", "gia hạn", (f) => f.prolonged.petitions),
    figure(
      "prolonged.lateButWithinNewDate",
      "count",
      "late, but within the new date",
      "quá hạn nhưng đúng hạn mới",
      (f) => f.prolonged.lateButWithinNewDate,
    ),
    figure("published", "count", "answers made public", "công khai trả lời", (f) => f.published),
    figure("publishedLate", "count", "made public late", "công khai chậm", (f) => f.publishedLate),
    figure("founded", "count", "well founded", "có cơ sở", (f) => f.founded),
    figure("unfounded", "count", "unfounded", "không có cơ sở", (f) => f.unfounded),
    figure(
      "rates.answeredOnTimeOfAnswered",
      "rate",
      "on time, of answered",
      "đúng hạn / đã trả lời",
      (f) => f.rates.answeredOnTimeOfAnswered,
    ),
    figure(
      "rates.answeredOnTimeOfDue",
      "rate",
      "on time, of what was due",
      "đúng hạn / phải trả lời",
      (f) => f.rates.answeredOnTimeOfDue,
    ),
    figure(
      "rates.publishedOnTimeOfPublished",
      "rate",
      "public in time, of public",
      "công khai đúng hạn / công khai",
      (f) => f.rates.publishedOnTimeOfPublished,
    ),
    figure(
      "rates.unfoundedOfLodged",
      "rate",
      "unfounded, of lodged",
      "không có cơ sở / tiếp nhận",
      (f) => f.rates.unfoundedOfLodged,
    ),
  ],
  ofTotal: [],
  columns: [
    "lodged",
    "answered.total",
    "answered.onTime",
    "answered.late",
    "inProgress.total",
    "inProgress.overdue",
    "rates.answeredOnTimeOfDue",
  ],
  cards: ["lodged", "answered.total", "rates.answeredOnTimeOfDue", "inProgress.overdue", "rates.unfoundedOfLodged"],
  definitions: [
    [
      { en: "On time", vi: "Đúng hạn" },
      {
        en: "Answered through 24:00 of the last day of the term, 15 working days (Decision 766/QĐ-TTg), whatever date it was prolonged to. While a supplement is awaited the term stands still.",
        vi: "Trả lời chậm nhất hết 24 giờ ngày cuối của thời hạn 15 ngày làm việc (Quyết định 766/QĐ-TTg), không tính việc gia hạn. Thời hạn tạm dừng khi chờ bổ sung.",
      },
    ],
    [
      { en: "No term", vi: "Không có hạn" },
      {
        en: "Under terms that set none for the answer: before Decision 766/QĐ-TTg none is known here.",
        vi: "Quy định không đặt thời hạn trả lời: trước Quyết định 766/QĐ-TTg chưa rõ thời hạn.",
      },
    ],
    [
      { en: "Of what was due", vi: "Trên số phải trả lời" },
      {
        en: "on time / (on time + late + overdue): an overdue petition without an answer is not on time.",
        vi: "đúng hạn / (đúng hạn + quá hạn đã trả lời + quá hạn chưa trả lời).",
      },
    ],
    [
      { en: "Made public late", vi: "Công khai chậm" },
      {
        en: "More than 2 working days after the answer (Decision 766/QĐ-TTg).",
        vi: "Sau hơn 2 ngày làm việc kể từ khi trả lời (Quyết định 766/QĐ-TTg).",
      },
    ],
    [
      { en: "Forwarded, passed on", vi: "Chuyển xử lý" },
      {
        en: "Forwarded petitions are answered here or there (Decree 61/2018/NĐ-CP, art. 8.1đ); passed on are those that ended here by it (Decree 20/2008/NĐ-CP).",
        vi: "Phản ánh được chuyển có thể trả lời ở đây hoặc ở nơi khác (Nghị định 61/2018/NĐ-CP, Điều 8.1đ); chuyển cơ quan khác trả lời là kết thúc tại đây (Nghị định 20/2008/NĐ-CP).",
      },
    ],
    [
      { en: "Founded, unfounded", vi: "Có cơ sở, không có cơ sở" },
      {
        en: "Of those lodged in the period, by the last verdict that is known, also where it came after the period.",
        vi: "Trong số tiếp nhận trong kỳ, theo kết luận cuối cùng được biết, kể cả kết luận sau kỳ.",
      },
    ],
    [
      { en: "The sum", vi: "Cân đối" },
      {
        en: "carried over + lodged + taken up again = answered + not taken up + withdrawn + passed on + in progress.",
        vi: "kỳ trước chuyển sang + tiếp nhận + xử lý lại = đã trả lời + không xử lý + đã rút + chuyển cơ quan khác + đang xử lý.",
      },
    ],
  ],
};
