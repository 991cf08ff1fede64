import type { Indicators, IndicatorsReport } from "@motcua/core";
import { csv } from "../output/csv.js";
import { FIGURES } from "./figures.js";

/** A row for the total and one for each group, a column for each figure by its path in JSON. */
export const indicatorsCsv = ({ period, asOf, total, groups }: IndicatorsReport): string => {
  const dimensions = Object.keys(groups[0]?.key ?? {}) as ReadonlyArray<
    keyof IndicatorsReport["groups"][number]["key"]
  >;
  const figures = (indicators: Indicators) => FIGURES.map((figure) => figure.of(indicators));
  return csv([
    ["scope", "from", "to", "asOf", ...dimensions, ...FIGURES.map(({ path }) => path)],
    ["total", period.from, period.to, asOf, ...dimensions.map(() => null), ...figures(total)],
    ...groups.map((group) => [
      "group",
      period.from,
      period.to,
      asOf,
      ...dimensions.map((dimension) => group.key[dimension] ?? null),
      ...figures(group),
    ]),
  ]);
};
