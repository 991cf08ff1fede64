import type { Context } from "../context.js";
import { json } from "../output/format.js";
import type { Report, Sheet } from "./sheet.js";
import { sheetCsv } from "./sheet-csv.js";
import { sheetHtml } from "./sheet-html.js";
import { sheetTable } from "./sheet-table.js";

/**
 * A report in the form that was asked for.
 *
 * @param reports  the same figures under one grouping or several; only a page shows more than the first
 */
export const renderSheet = <Figures, Total extends Figures>(
  sheet: Sheet<Figures, Total>,
  reports: ReadonlyArray<Report<Figures, Total>>,
  { format, language }: Pick<Context, "format" | "language">,
): string => {
  const [report] = reports;
  if (report === undefined) return "";
  switch (format) {
    case "json":
      return json(sheet.asJson?.(report) ?? report);
    case "csv":
      return sheetCsv(sheet, report);
    case "html":
      return sheetHtml(sheet, reports, language);
    case "table":
      return sheetTable(sheet, report, language);
  }
};
