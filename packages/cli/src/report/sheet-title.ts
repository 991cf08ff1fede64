import type { ReportHead } from "@motcua/core";
import type { Language, Text } from "../text/text.js";
import type { Report, Sheet } from "./sheet.js";

/** What the report is about: without its period and its "as of" a figure says nothing. */
export const titleOf = <Figures, Total extends Figures>(
  { title, remark }: Sheet<Figures, Total>,
  report: Report<Figures, Total>,
  language: Language,
): string => titled(title, report, remark?.(report, language), language);

/** A title with the period, and what else it must say. */
export const titled = (
  title: Text,
  { period, asOf }: ReportHead,
  remark: string | undefined,
  language: Language,
): string => {
  const more = remark === undefined ? "" : `, ${remark}`;
  return language === "vi"
    ? `${title.vi} từ ${period.from} đến trước ${period.to} (${period.timeZone}), tính đến ${minutes(asOf)}${more}`
    : `${title.en} from ${period.from} up to ${period.to} (${period.timeZone}), as of ${minutes(asOf)}${more}`;
};

/** An instant of a report, to the minute. */
export const minutes = (instant: string): string => instant.slice(0, 16).replace("T", " ");

/** The dimensions by which a report is grouped, in their order. */
export const dimensionsOf = (report: Report<unknown>): ReadonlyArray<string> =>
  Object.keys(report.groups[0]?.key ?? {});
