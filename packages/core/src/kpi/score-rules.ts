import type { CompetenceLevel } from "../procedure/vocabulary.js";

/** What a dossier or a unit is given for one index. */
export type Score = 0 | 1 | 2;

/** The rules of a score sheet, as data with its citations; shares in per cent. */
export interface ScoreRules {
  readonly id: string;
  /** Index 5: the share of procedures received, appraised and submitted at the one-stop that is worth 2, by the unit's level. */
  readonly onSpot: Readonly<Record<CompetenceLevel, number>>;
  /** Index 7: late, and nobody complained. */
  readonly lateWithoutComplaint: Score;
  /** Index 9: the share of procedures at level 3 or 4, and of dossiers received online that is worth 2, and 1. */
  readonly online: { readonly procedures: number; readonly dossiers: number; readonly fewerDossiers: number };
  readonly basis: ReadonlyArray<string>;
  /** What the regulation leaves open, and what has been taken in its place. */
  readonly gaps: ReadonlyArray<string>;
}

/** Circular 01/2018/TT-VPCP, Đ13-15, in force from 6 January 2019. */
export const TT_01_2018_SCORES: ScoreRules = {
  id: "TT-01-2018",
  onSpot: { ministry: 20, province: 20, district: 50, commune: 100 },
  lateWithoutComplaint: 0,
  online: { procedures: 20, dossiers: 30, fewerDossiers: 15 },
  basis: ["TT 01/2018/TT-VPCP Đ13", "TT 01/2018/TT-VPCP Đ14", "TT 01/2018/TT-VPCP Đ15"],
  gaps: [
    "index 7 of a late dossier that nobody complained of: taken to be 0",
    "indices 3 and 4 are asked of applicants: requests for supplements are counted in their place, whoever was at fault",
    "index 9 from 30 % of dossiers online, but too few procedures or one of them late: taken to be 0, as every other case",
  ],
};
