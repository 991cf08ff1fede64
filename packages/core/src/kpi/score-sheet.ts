import { type Fraction, missing } from "./fraction.js";
import { type AgencyBand, agencyBand, type StaffBand, staffBand } from "./score-bands.js";

/** The nine indices of TT 01/2018/TT-VPCP, Đ13: what is divided by what. Nothing is left of a dossier in a score but a number. */
const INDICES = {
  1: ["scores for the time taken, beside the legal term", "decided dossiers scored"],
  2: ["scores for the time each agency took for its part", "parts of decided dossiers scored"],
  3: ["scores for how often the applicant was asked for more", "decided dossiers scored"],
  4: ["scores for how many agencies the applicant had to do with", "decided dossiers scored"],
  5: ["procedures received, appraised and submitted at the one-stop", "procedures in force"],
  6: ["procedures posted up and published electronically", "procedures in force"],
  7: ["scores for being on time without a complaint", "decided dossiers scored"],
  8: ["petitions answered in time", "petitions that were due"],
  9: ["dossiers received online", "dossiers received"],
} as const satisfies Readonly<Record<number, readonly [numeratorIs: string, denominatorIs: string]>>;
/** The number of an index. */
export type ScoreIndex = keyof typeof INDICES;

/** The indices of an agency (TT 01/2018/TT-VPCP, Đ15). */
export const AGENCY_INDICES: ReadonlyArray<ScoreIndex> = [1, 2, 3, 4, 5, 6, 7, 8, 9];
/** Those of a member of staff. */
export const STAFF_INDICES: ReadonlyArray<ScoreIndex> = [1, 2, 3, 4, 7];

const MOST = 2;

/** One index: `value` is the score, from 0 to 2, with one decimal. */
export interface IndexScore extends Fraction {
  readonly index: ScoreIndex;
  readonly maximum: number;
  /** How many could not be scored: the log does not hold what the index asks of them. */
  readonly unscored: number;
  readonly numeratorIs: string;
  readonly denominatorIs: string;
  readonly source: string;
}

/** A score sheet. An index without data is skipped, which lowers what could be reached, not the bounds of the bands. */
export interface ScoreSheet {
  readonly of: "agency" | "staff";
  readonly indices: ReadonlyArray<IndexScore>;
  /** `null` where no index has data. */
  readonly score: number | null;
  /** The most that the indices with data could amount to, out of `maximum`. */
  readonly maxAttainable: number;
  readonly maximum: number;
  readonly band: AgencyBand | StaffBand | null;
}

/** What is known of an index. */
export interface Scored {
  readonly found: Fraction;
  readonly unscored: number;
}

export const scoreSheet = (of: ScoreSheet["of"], scored: Readonly<Partial<Record<ScoreIndex, Scored>>>): ScoreSheet => {
  const asked = of === "agency" ? AGENCY_INDICES : STAFF_INDICES;
  const indices = asked.map((index) => indexScore(index, scored[index] ?? NOT_RECORDED));
  const known = indices.flatMap(({ value }) => (value === null ? [] : [value]));
  const score =
    known.length === 0
      ? null
      : oneDecimal(
          known.reduce((sum, value) => sum + value, 0),
          1,
        );
  return {
    of,
    indices,
    score,
    maxAttainable: known.length * MOST,
    maximum: asked.length * MOST,
    band: score === null ? null : of === "agency" ? agencyBand(score) : staffBand(score),
  };
};

const NOT_RECORDED: Scored = { found: missing("notRecorded"), unscored: 0 };

const indexScore = (index: ScoreIndex, { found, unscored }: Scored): IndexScore => {
  const [numeratorIs, denominatorIs] = INDICES[index];
  return {
    index,
    ...found,
    maximum: MOST,
    unscored,
    numeratorIs,
    denominatorIs,
    source: `TT 01/2018/TT-VPCP, Đ13, index ${index}`,
  };
};

/** One decimal (Đ15.4): multiplied before it is divided, so that a half is a half. */
export const oneDecimal = (part: number, whole: number): number => Math.round((part * 10) / whole) / 10;
