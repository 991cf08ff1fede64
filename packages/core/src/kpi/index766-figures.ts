import { type Fraction, missing } from "./fraction.js";
import {
  GROUPS_766,
  type Group766,
  INDICATOR_766_IDS,
  INDICATORS_766,
  type Indicator766Id,
  sourceOf766,
} from "./indicators766.js";
import { rounded } from "./ratio.js";

/** One indicator of the index: what was divided by what, and where the formula stands. */
export interface Indicator766 extends Fraction {
  readonly id: Indicator766Id;
  readonly group: Group766;
  readonly numeratorIs: string;
  readonly denominatorIs: string;
  readonly unit: "share" | "days";
  /** From which value on it has all its marks; `null` where the document says nothing of it. */
  readonly fullMarksAt: number | null;
  /** Which part of its marks it has, from 0 to 1: value / fullMarksAt. How many marks these are the document does not say. */
  readonly marks: number | null;
  readonly source: string;
}

/** The index of a set of dossiers, procedures and petitions. */
export interface Index766Figures {
  readonly indicators: ReadonlyArray<Indicator766>;
  /** Dossiers without a due date and without a legal term, which are not in 2.1 and 5.4. */
  readonly unjudged: number;
  /** What each group is worth, and whether anything of it is known here. */
  readonly groupMaxima: ReadonlyArray<{
    readonly group: Group766;
    readonly maximum: number;
    readonly attainable: boolean;
  }>;
  readonly maximum: number;
  /** The maxima of the groups of which something is known. */
  readonly attainableMaximum: number;
}

/** Classes of petitions are for reading, not for marks. */
const WITHOUT_MARKS: ReadonlySet<Indicator766Id> = new Set(["5.1"]);

export const index766Figures = (
  known: Readonly<Partial<Record<Indicator766Id, Fraction>>>,
  unjudged: number,
): Index766Figures => {
  const indicators = INDICATOR_766_IDS.map((id) => indicatorOf(id, known[id] ?? missing("notRecorded")));
  const groupMaxima = (Object.keys(GROUPS_766) as ReadonlyArray<Group766>).map((group) => ({
    group,
    maximum: GROUPS_766[group],
    attainable: indicators.some((one) => one.group === group && one.value !== null && !WITHOUT_MARKS.has(one.id)),
  }));
  const sum = (of: typeof groupMaxima) => of.reduce((all, { maximum }) => all + maximum, 0);
  return {
    indicators,
    unjudged,
    groupMaxima,
    maximum: sum(groupMaxima),
    attainableMaximum: sum(groupMaxima.filter(({ attainable }) => attainable)),
  };
};

const indicatorOf = (id: Indicator766Id, found: Fraction): Indicator766 => {
  const { group, numeratorIs, denominatorIs, unit = "share", fullMarksAt = null } = INDICATORS_766[id];
  const { value } = found;
  return {
    id,
    group,
    numeratorIs,
    denominatorIs,
    unit,
    ...found,
    fullMarksAt,
    marks: value === null || fullMarksAt === null ? null : rounded(Math.min(1, value / fullMarksAt)),
    source: sourceOf766(id),
  };
};
