import { csv } from "../output/csv.js";
import type { Report, Sheet } from "./sheet.js";
import { dimensionsOf } from "./sheet-title.js";

/** A row for the total and one for each group, a column for each figure by its path in JSON. */
export const sheetCsv = <Figures, Total extends Figures>(
  { figures, ofTotal, texts = [] }: Sheet<Figures, Total>,
  report: Report<Figures, Total>,
): string => {
  const { period, asOf, total, groups } = report;
  const dimensions = dimensionsOf(report);
  const head = [period.from, period.to, asOf];
  return csv([
    [
      "scope",
      "from",
      "to",
      "asOf",
      ...dimensions,
      ...texts.map(({ path }) => path),
      ...figures.map(({ path }) => path),
      ...ofTotal.map(({ path }) => path),
    ],
    [
      "total",
      ...head,
      ...dimensions.map(() => null),
      ...texts.map(() => null),
      ...figures.map(({ of }) => of(total)),
      ...ofTotal.map(({ of }) => of(total)),
    ],
    ...groups.map((group) => [
      "group",
      ...head,
      ...dimensions.map((dimension) => group.key[dimension] ?? null),
      ...texts.map(({ of }) => of(group)),
      ...figures.map(({ of }) => of(group)),
      ...ofTotal.map(() => null),
    ]),
  ]);
};
