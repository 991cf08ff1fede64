import type { ReportHead } from "@motcua/core";
import type { Language, Text } from "../text/text.js";
import { type Figure, type FigureKind, written } from "./figure.js";
import type { FurtherTable } from "./sheet.js";

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

/** How much more the second is than the first; `null` where one of them is not known. */
export const difference = (before: number | null, after: number | null): number | null =>
  before === null || after === null ? null : Number((after - before).toFixed(6));

/** A difference as people read it, with its sign; of shares in percentage points. */
export const writtenDifference = (value: number | null, kind: FigureKind, language: Language): string => {
  if (value === null || value === 0) return value === null ? "–" : "0";
  const amount = written(Math.abs(value), kind, language).replace(" %", language === "vi" ? " điểm %" : " pp");
  return `${value > 0 ? "+" : "−"}${amount}`;
};

/** What people call the parts of such a document. */
export const SIDE_WORDS = {
  en: { figure: "figure", difference: "difference", definitions: "What the figures mean" },
  vi: { figure: "chỉ tiêu", difference: "chênh lệch", definitions: "Ý nghĩa các chỉ tiêu" },
} as const;
