import type { Language, Text } from "../text/text.js";

/** How a figure is written: a whole number, a share, days, a score, or money in minor units of VND. */
export type FigureKind = "count" | "rate" | "days" | "score" | "money";

/** One figure of a report: its name in JSON, what people call it, and how it is written. */
export interface Figure<Figures> {
  readonly path: string;
  readonly name: Text;
  readonly kind: FigureKind;
  readonly of: (figures: Figures) => number | null;
}

/** Makes the figures of one report. */
export const figuresOf =
  <Figures>() =>
  (path: string, kind: FigureKind, en: string, vi: string, of: Figure<Figures>["of"]): Figure<Figures> => ({
    path,
    kind,
    name: { en, vi },
    of,
  });

/** A figure as people read it; an undefined one is a dash, never 0 or 100 %. */
export const written = (value: number | null, kind: FigureKind, language: Language): string => {
  if (value === null) return "–";
  const digits = (n: number, places: number) =>
    n.toLocaleString(language === "vi" ? "vi-VN" : "en-GB", {
      minimumFractionDigits: places,
      maximumFractionDigits: places,
    });
  switch (kind) {
    case "rate":
      return `${digits(value * 100, 2)} %`;
    case "days":
      return digits(value, 2);
    case "score":
      return digits(value, 1);
    case "money":
      return `${digits(value, 0)} ₫`;
    case "count":
      return digits(value, 0);
  }
};
