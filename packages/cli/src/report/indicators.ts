import type { Indicators, IndicatorsReport } from "@motcua/core";
import { html, type Markup } from "../html/escape.js";
import { stackedBars } from "../html/stacked-bars.js";
import type { Language, Text } from "../text/text.js";
import { compared } from "./compared.js";
import { type Figure, figuresOf, written } from "./figure.js";
import { PER_DAY } from "./per-day.js";
import type { Sheet } from "./sheet.js";
import { type PageNote, sheetHtml } from "./sheet-html.js";
import { dimensionsOf } from "./sheet-title.js";

const figure = figuresOf<Indicators>();

/** In the order in which people read them. */
const FIGURES: ReadonlyArray<Figure<Indicators>> = [
  figure("received", "count", "received", "tiếp nhận", (i) => i.received),
  figure("carriedOver", "count", "carried over", "kỳ trước chuyển sang", (i) => i.carriedOver),
  figure("resumed", "count", "taken up again", "tiếp tục giải quyết", (i) => i.resumed),
  figure("resolved.total", "count", "decided", "đã giải quyết", (i) => i.resolved.total),
  figure("resolved.early", "count", "early", "trước hạn", (i) => i.resolved.early),
  figure("resolved.onTime", "count", "on time", "đúng hạn", (i) => i.resolved.onTime),
  figure("resolved.late", "count", "late", "quá hạn", (i) => i.resolved.late),
  figure("resolved.noDeadline", "count", "decided, no due date", "không có hạn", (i) => i.resolved.noDeadline),
  figure("withdrawn", "count", "withdrawn", "rút hồ sơ", (i) => i.withdrawn),
  figure("stopped", "count", "stopped", "dừng giải quyết", (i) => i.stopped),
  figure("inProgress.total", "count", "in progress", "đang giải quyết", (i) => i.inProgress.total),
  figure("inProgress.withinTerm", "count", "within term", "trong hạn", (i) => i.inProgress.withinTerm),
  figure("inProgress.overdue", "count", "overdue", "đã quá hạn", (i) => i.inProgress.overdue),
  figure("inProgress.noDeadline", "count", "open, no due date", "chưa có hạn", (i) => i.inProgress.noDeadline),
  figure(
    "rates.onTimeOfResolved",
    "rate",
    "early or on time, of decided",
    "đúng và trước hạn / đã giải quyết",
    (i) => i.rates.onTimeOfResolved,
  ),
  figure(
    "rates.onTimeOfReceived",
    "rate",
    "early or on time, of received",
    "đúng và trước hạn / tiếp nhận",
    (i) => i.rates.onTimeOfReceived,
  ),
  figure(
    "rates.onTimeOfHandled",
    "rate",
    "on time or within term, of handled",
    "đúng hạn và trong hạn / tổng số",
    (i) => i.rates.onTimeOfHandled,
  ),
  figure(
    "throughputDays.median",
    "days",
    "days to decision, median",
    "số ngày giải quyết, trung vị",
    (i) => i.throughputDays.median,
  ),
  figure(
    "throughputDays.p90",
    "days",
    "days to decision, 90th percentile",
    "số ngày giải quyết, bách phân vị 90",
    (i) => i.throughputDays.p90,
  ),
  figure("transfers.handler", "count", "changes of handler", "lượt đổi người thụ lý", (i) => i.transfers.handler),
  figure("transfers.unit", "count", "changes of unit", "lượt chuyển đơn vị", (i) => i.transfers.unit),
  figure("supplements", "count", "supplements requested", "yêu cầu bổ sung", (i) => i.supplements),
  figure("rescheduled.dossiers", "count", "dates put off", "hẹn lại", (i) => i.rescheduled.dossiers),
  figure(
    "rescheduled.lateButWithinNewDate",
    "count",
    "late, but within the new date",
    "quá hạn nhưng đúng ngày hẹn lại",
    (i) => i.rescheduled.lateButWithinNewDate,
  ),
  figure("extended", "count", "terms extended", "gia hạn", (i) => i.extended),
  figure("redated", "count", "dates corrected afterwards", "đính chính ngày", (i) => i.redated),
  figure("onTheSpot.dossiers", "count", "decided on the spot", "giải quyết tại chỗ", (i) => i.onTheSpot.dossiers),
  figure("onTheSpot.rate", "rate", "on the spot, of decided", "tại chỗ / đã giải quyết", (i) => i.onTheSpot.rate),
  figure("satisfaction.ratings", "count", "ratings", "lượt đánh giá", (i) => i.satisfaction.ratings),
  figure("satisfaction.rate", "rate", "satisfied, of ratings", "hài lòng / lượt đánh giá", (i) => i.satisfaction.rate),
];

const DEFINITIONS: ReadonlyArray<readonly [name: Text, meaning: Text]> = [
  [
    { en: "Early, on time, late", vi: "Trước hạn, đúng hạn, quá hạn" },
    {
      en: "The day of the decision beside the promised date: before it, on it, after it. A date that was put off later changes nothing here.",
      vi: "Ngày giải quyết xong so với ngày hẹn trả ban đầu: trước, đúng, sau. Việc hẹn lại không làm thay đổi cách tính này.",
    },
  ],
  [
    { en: "Of decided", vi: "Trên số đã giải quyết" },
    {
      en: "(early + on time) / (early + on time + late). Dossiers without a due date are in neither part.",
      vi: "(trước hạn + đúng hạn) / (trước hạn + đúng hạn + quá hạn). Hồ sơ không có hạn không tính vào cả hai phần.",
    },
  ],
  [
    { en: "Of received", vi: "Trên số tiếp nhận" },
    {
      en: "(early + on time) / (received + carried over). Decree 61/2018/NĐ-CP, art. 30.2c.",
      vi: "(trước hạn + đúng hạn) / (tiếp nhận + kỳ trước chuyển sang). Nghị định 61/2018/NĐ-CP, Điều 30.2c.",
    },
  ],
  [
    { en: "Of handled", vi: "Trên tổng số xử lý" },
    {
      en: "(early + on time + in progress within term) / (decided + in progress). Decision 766/QĐ-TTg.",
      vi: "(trước hạn + đúng hạn + đang giải quyết trong hạn) / (đã giải quyết + đang giải quyết). Quyết định 766/QĐ-TTg.",
    },
  ],
  [
    { en: "Terms", vi: "Cách tính hạn" },
    {
      en: "Working days after the day of reception, to 24:00 of the last (Civil Code 2015, art. 147-148); anew after a supplement (Decree 61/2018, art. 19.4).",
      vi: "Số ngày làm việc kể từ ngày liền sau ngày tiếp nhận, hết 24 giờ ngày cuối (Bộ luật Dân sự 2015, Điều 147-148); tính lại từ đầu sau khi bổ sung (Nghị định 61/2018, Điều 19.4).",
    },
  ],
  [
    { en: "–", vi: "–" },
    {
      en: "Nothing to divide by: no figure, which is not 0 and not 100 %.",
      vi: "Không có mẫu số: không có số liệu, không phải 0 và không phải 100 %.",
    },
  ],
];

const monthsChart = ({ groups }: Pick<IndicatorsReport, "groups">, language: Language): Markup => {
  const t = WORDS[language];
  const count = (value: number) => written(value, "count", language);
  const bars = groups.map(({ key, resolved: { early, onTime, late, noDeadline } }) => ({
    label: (key.month ?? "").slice(2),
    inWords: `${key.month}: ${t.early} ${count(early)}, ${t.onTime} ${count(onTime)}, ${t.late} ${count(late)}`,
    parts: [
      { kind: "early", value: early },
      { kind: "onTime", value: onTime },
      { kind: "late", value: late },
      { kind: "open", value: noDeadline },
    ],
  }));
  return html`<figure>${stackedBars(t.chart, bars, count)}<figcaption>${t.chart}:<span class="key early"></span>${t.early}<span class="key onTime"></span>${t.onTime}<span class="key late"></span>${t.late}</figcaption></figure>`;
};

const WORDS = {
  en: { chart: "Decided in the month", early: "early", onTime: "on time", late: "late" },
  vi: { chart: "Giải quyết trong tháng", early: "trước hạn", onTime: "đúng hạn", late: "quá hạn" },
} as const;

/** How people read the report `indicators`. */
export const INDICATORS: Sheet<Indicators, IndicatorsReport["total"]> = {
  title: { en: "Indicators", vi: "Chỉ tiêu giải quyết hồ sơ" },
  heading: { en: "How dossiers were handled", vi: "Kết quả giải quyết hồ sơ" },
  remark: (report, language) => compared((report as IndicatorsReport).onTimeBy)[language],
  figures: FIGURES,
  ofTotal: PER_DAY,
  columns: [
    "received",
    "resolved.total",
    "resolved.early",
    "resolved.onTime",
    "resolved.late",
    "inProgress.total",
    "inProgress.overdue",
    "rates.onTimeOfResolved",
    "throughputDays.median",
  ],
  cards: [
    "received",
    "resolved.total",
    "rates.onTimeOfResolved",
    "inProgress.total",
    "inProgress.overdue",
    "throughputDays.median",
    "satisfaction.rate",
  ],
  chart: (report, language) =>
    dimensionsOf(report).join() === "month" ? monthsChart(report as IndicatorsReport, language) : undefined,
  definitions: DEFINITIONS,
};

/** The report `indicators` as one page: the same figures, each time under a grouping of its own. */
export const indicatorsHtml = (reports: ReadonlyArray<IndicatorsReport>, language: Language, note?: PageNote): string =>
  sheetHtml(INDICATORS, reports, language, note);
