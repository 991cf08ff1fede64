import type { IndicatorsReport } from "@motcua/core";
import type { Language } from "../text/text.js";

const COMPARED = {
  auto: { en: "each in its own kind", vi: "theo loại của từng hạn" },
  instant: { en: "by instant", vi: "theo thời điểm" },
  date: { en: "by local date", vi: "theo ngày" },
} as const;

/** What the report is about: without its period and its "as of" a figure says nothing. */
export const titleOf = ({ period, asOf, onTimeBy }: IndicatorsReport, language: Language): string =>
  language === "vi"
    ? `Chỉ tiêu giải quyết hồ sơ từ ${period.from} đến trước ${period.to} (${period.timeZone}), tính đến ${minutes(asOf)}, so hạn ${COMPARED[onTimeBy].vi}`
    : `Indicators from ${period.from} up to ${period.to} (${period.timeZone}), as of ${minutes(asOf)}, due dates compared ${COMPARED[onTimeBy].en}`;

const minutes = (instant: string): string => instant.slice(0, 16).replace("T", " ");
