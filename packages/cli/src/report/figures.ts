import type { Indicators } from "@motcua/core";
import type { Language, Text } from "../text/text.js";

/** One figure of the indicators: its name in JSON, what people call it, and how it is written. */
export interface Figure {
  readonly path: string;
  readonly name: Text;
  readonly kind: "count" | "rate" | "days";
  readonly of: (indicators: Indicators) => number | null;
}

const figure = (path: string, kind: Figure["kind"], en: string, vi: string, of: Figure["of"]): Figure => ({
  path,
  kind,
  name: { en, vi },
  of,
});

/** Every figure of the report, in the order in which people read them. */
export const FIGURES: ReadonlyArray<Figure> = [
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
  figure("satisfaction.ratings", "count", "ratings", "lượt đánh giá", (i) => i.satisfaction.ratings),
  figure("satisfaction.rate", "rate", "satisfied, of ratings", "hài lòng / lượt đánh giá", (i) => i.satisfaction.rate),
];

/** A figure as people read it; an undefined one is a dash, never 0 or 100 %. */
export const written = (value: number | null, kind: Figure["kind"], language: Language): string => {
  if (value === null) return "–";
  const digits = (n: number, places: number) =>
    n.toLocaleString(language === "vi" ? "vi-VN" : "en-GB", {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    });
  if (kind === "rate") return `${digits(value * 100, 2)} %`;
  return digits(value, kind === "days" ? 2 : 0);
};

/** The figure at a path. */
export const figureAt = (path: string): Figure => {
  const found = FIGURES.find((candidate) => candidate.path === path);
  if (found === undefined) throw new Error(`no figure ${path}`);
  return found;
};

/** What a table of groups has room for; all figures are in JSON and CSV. */
export const GROUP_FIGURES: ReadonlyArray<Figure> = [
  "received",
  "resolved.total",
  "resolved.early",
  "resolved.onTime",
  "resolved.late",
  "inProgress.total",
  "inProgress.overdue",
  "rates.onTimeOfResolved",
  "throughputDays.median",
].map(figureAt);
