import type { Language } from "../text/text.js";
import type { TextColumn } from "./sheet.js";

/** A text of a group as people read it. */
export const textOf = <Figures>({ of, words }: TextColumn<Figures>, figures: Figures, language: Language): string => {
  const text = of(figures);
  return text === null ? "–" : (words?.[text]?.[language] ?? text);
};
