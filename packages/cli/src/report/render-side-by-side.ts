import type { Context } from "../context.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { table } from "../output/table.js";
import type { Language } from "../text/text.js";
import { written } from "./figure.js";
import type { FurtherTable } from "./sheet.js";
import { difference, SIDE_WORDS, type SideBySide, writtenDifference } from "./side-by-side.js";
import { sideBySideHtml } from "./side-by-side-html.js";

/** The two columns and their difference, in the form that was asked for. */
export const renderSideBySide = <Figures>(
  sides: SideBySide<Figures>,
  { format, language }: Pick<Context, "format" | "language">,
): string => {
  switch (format) {
    case "json":
      return json(sides.json);
    case "csv":
      return sideBySideCsv(sides);
    case "html":
      return sideBySideHtml(sides, language);
    case "table":
      return sideBySideTable(sides, language);
  }
};

const sideBySideCsv = <Figures>({ head, figures, columns: [before, after] }: SideBySide<Figures>): string =>
  csv([
    ["from", "to", "asOf", "figure", before.path, after.path, "difference"],
    ...figures.map(({ path, of }) => {
      const [a, b] = [of(before.of), of(after.of)];
      return [head.period.from, head.period.to, head.asOf, path, a, b, difference(a, b)];
    }),
  ]);

const sideBySideTable = <Figures>(
  { title, figures, columns, further }: SideBySide<Figures>,
  language: Language,
): string => {
  const [before, after] = columns;
  const t = SIDE_WORDS[language];
  const rows = figures.map(({ name, kind, of }) => {
    const [a, b] = [of(before.of), of(after.of)];
    const [left, right] = [written(a, kind, language), written(b, kind, language)];
    return [name[language], left, right, writtenDifference(difference(a, b), kind, language)];
  });
  const titles = [before.name[language], after.name[language], t.difference];
  const drawn = table([{ title: t.figure }, ...titles.map((text) => ({ title: text, align: "right" as const }))], rows);
  return `${title}\n\n${drawn}${further.map(furtherTable).join("")}`;
};

const furtherTable = ({ title, columns, rows }: FurtherTable): string => {
  if (rows.length === 0) return `\n${title}\n`;
  const drawn = table(
    columns.map((column) => ({ title: column })),
    rows,
  );
  return `\n${title}\n\n${drawn}`;
};
