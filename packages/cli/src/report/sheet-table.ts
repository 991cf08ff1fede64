import { table } from "../output/table.js";
import { dimensionName, dimensionValue } from "../text/labels.js";
import type { Language } from "../text/text.js";
import { written } from "./figure.js";
import { listedIn, type Report, type Sheet } from "./sheet.js";
import { dimensionsOf, titleOf } from "./sheet-title.js";
import { textOf } from "./text-column.js";

/** The report as people read it on a terminal. */
export const sheetTable = <Figures, Total extends Figures>(
  sheet: Sheet<Figures, Total>,
  report: Report<Figures, Total>,
  language: Language,
): string => {
  const tables = [figuresTable, groupsTable, furtherTable].map((drawn) => drawn(sheet, report, language));
  return `${titleOf(sheet, report, language)}\n${tables.join("")}`;
};

const figuresTable = <Figures, Total extends Figures>(
  sheet: Sheet<Figures, Total>,
  report: Report<Figures, Total>,
  language: Language,
): string => {
  const figures = listedIn(sheet);
  if (figures.length === 0) return "";
  const columns = [{ title: WORDS[language].figure }, { title: WORDS[language].total, align: "right" as const }];
  const rows = figures.map(({ name, of, kind }) => [name[language], written(of(report.total), kind, language)]);
  return `\n${table(columns, rows)}`;
};

const groupsTable = <Figures, Total extends Figures>(
  sheet: Sheet<Figures, Total>,
  report: Report<Figures, Total>,
  language: Language,
): string => {
  const dimensions = dimensionsOf(report);
  if (dimensions.length === 0) return "";
  const { texts = [] } = sheet;
  const figures = sheet.figures.filter(({ path }) => sheet.columns.includes(path));
  const columns = [
    ...dimensions.map((dimension) => ({ title: dimensionName(dimension)[language] })),
    ...texts.map(({ name }) => ({ title: name[language] })),
    ...figures.map(({ name }) => ({ title: name[language], align: "right" as const })),
  ];
  const cells = (line: Figures) => [
    ...texts.map((column) => textOf(column, line, language)),
    ...figures.map(({ of, kind }) => written(of(line), kind, language)),
  ];
  const rows = report.groups.map((group) => [
    ...dimensions.map((dimension) => dimensionValue(dimension, group.key[dimension], language)),
    ...cells(group),
  ]);
  if (sheet.totalRow)
    rows.push([...dimensions.map((_, n) => (n === 0 ? WORDS[language].total : "")), ...cells(report.total)]);
  return `\n${table(columns, rows)}`;
};

const furtherTable = <Figures, Total extends Figures>(
  { further }: Sheet<Figures, Total>,
  report: Report<Figures, Total>,
  language: Language,
): string => {
  const shown = further?.(report, language);
  if (shown === undefined) return "";
  const { title, columns, rows } = shown;
  const drawn = table(
    columns.map((column) => ({ title: column })),
    rows,
  );
  return rows.length === 0 ? `\n${title}\n` : `\n${title}\n\n${drawn}`;
};

const WORDS = { en: { figure: "figure", total: "total" }, vi: { figure: "chỉ tiêu", total: "tổng" } } as const;
