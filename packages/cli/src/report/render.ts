import type { IndicatorsReport } from "@motcua/core";
import type { Context } from "../context.js";
import { json } from "../output/format.js";
import { indicatorsCsv } from "./indicators-csv.js";
import { indicatorsHtml } from "./indicators-html.js";
import { indicatorsTable } from "./indicators-table.js";

/**
 * A report in the form that was asked for.
 *
 * @param reports  the same figures under one grouping or several; only a page shows more than the first
 */
export const renderIndicators = (
  reports: ReadonlyArray<IndicatorsReport>,
  { format, language }: Pick<Context, "format" | "language">,
): string => {
  const [report] = reports;
  if (report === undefined) return "";
  switch (format) {
    case "json":
      return json(report);
    case "csv":
      return indicatorsCsv(report);
    case "html":
      return indicatorsHtml(reports, language);
    case "table":
      return indicatorsTable(report, language);
  }
};
