import type { ReportHead } from "@motcua/core";
import type { Context } from "../context.js";
import { csv } from "../output/csv.js";
import { json } from "../output/format.js";
import { table } from "../output/table.js";
import type { Language, Text } from "../text/text.js";
import { type Figure, type FigureKind, written } from "./figure.js";
import type { FurtherTable } from "./sheet.js";
import { sideBySideHtml } from "./side-by-side-html.js";

/** One history seen in two ways, figure by figure. */
export interface SideBySide<Figures> {
  readonly head: ReportHead;
  readonly heading: Text;
  /** With the period and all that the figures depend on. */
  readonly title: string;
  readonly figures: ReadonlyArray<Figure<Figures>>;
  /** Paths of what a reader of the page looks for first. */
  readonly cards: ReadonlyArray<string>;
  /** The names in CSV are those of JSON. */
  readonly columns: readonly [before: SideColumn<Figures>, after: SideColumn<Figures>];
  readonly further: ReadonlyArray<FurtherTable>;
  readonly definitions: ReadonlyArray<readonly [name: Text, meaning: Text]>;
  readonly json: unknown;
}

interface SideColumn<Figures> {
  readonly path: string;
  readonly name: Text;
  readonly of: Figures;
}

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

/** How much more the second is than the first; `null` where one of them is not known. */
export const difference = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : Number((after - before).toFixed(6));

/** A difference as people read it, with its sign; of shares in percentage points. */
export const writtenDifference = (value: number | null, kind: FigureKind, language: Language): string => {
  if (value === null || value === 0) return value === null ? "–" : "0";
  const amount = written(Math.abs(value), kind, language).replace(" %", language === "vi" ? " điểm %" : " pp");
  return `${value > 0 ? "+" : "−"}${amount}`;
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

export const SIDE_WORDS = {
  en: { figure: "figure", difference: "difference", definitions: "What the figures mean" },
  vi: { figure: "chỉ tiêu", difference: "chênh lệch", definitions: "Ý nghĩa các chỉ tiêu" },
} as const;
