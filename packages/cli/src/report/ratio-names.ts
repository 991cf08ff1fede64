import type { Text } from "../text/text.js";

/** What a ratio is called, and in Vietnamese what is divided by what: in English the report itself says so. */
export interface RatioNames {
  readonly name: Text;
  readonly numerator: string;
  readonly denominator: string;
}

export const ratioNames = (en: string, vi: string, numerator: string, denominator: string): RatioNames => ({
  name: { en, vi },
  numerator,
  denominator,
});
