import type { CompetenceLevel } from "../procedure/vocabulary.js";
import { type Fraction, missing } from "./fraction.js";
import type { PetitionFigures } from "./petitions-figures.js";
import type { ScoreRules } from "./score-rules.js";
import { type Scored, type ScoreSheet, scoreSheet } from "./score-sheet.js";
import { meanOf, type ScoresTally } from "./scores-tally.js";
import type { Service } from "./services.js";
import { onlineScore, onSpotScore, petitionsScore } from "./unit-scores.js";

/**
 * Whether the log tells of something at all. Where nobody ever recorded a petition, that there was none says nothing of
 * attitude: the index is skipped, not given its 2.
 */
export interface Recorded {
  readonly supplements: boolean;
  readonly petitions: boolean;
  readonly onSpot: boolean;
  readonly onlineLevels: boolean;
}

/** What an agency is scored for besides its dossiers. */
export interface Own {
  readonly services: ReadonlyArray<Service>;
  readonly level: CompetenceLevel | null;
  readonly petitions: PetitionFigures;
}

/** The sheet of a member of staff: indices 1, 2, 3, 4 and 7 (TT 01/2018/TT-VPCP, Đ15). */
export const staffSheet = (tally: ScoresTally, { supplements, petitions }: Recorded): ScoreSheet =>
  scoreSheet("staff", {
    1: meanOf(tally, 1),
    2: meanOf(tally, 2),
    3: where(supplements, meanOf(tally, 3)),
    4: where(supplements, meanOf(tally, 4)),
    7: where(petitions, meanOf(tally, 7)),
  });

/** The sheet of an agency, or of all: the nine indices. Of publicity, index 6, the log holds nothing. */
export const agencySheet = (tally: ScoresTally, recorded: Recorded, own: Own, rules: ScoreRules): ScoreSheet => {
  const { supplements, petitions, onSpot, onlineLevels } = recorded;
  return scoreSheet("agency", {
    1: meanOf(tally, 1),
    2: meanOf(tally, 2),
    3: where(supplements, meanOf(tally, 3)),
    4: where(supplements, meanOf(tally, 4)),
    5: where(onSpot, once(onSpotScore(own.services, own.level, rules))),
    7: where(petitions, meanOf(tally, 7)),
    8: where(petitions, once(petitionsScore(own.petitions))),
    9: where(onlineLevels, once(onlineScore(own.services, tally.online, rules))),
  });
};

const once = (found: Fraction): Scored => ({ found, unscored: 0 });

const where = (recorded: boolean, scored: Scored): Scored =>
  recorded ? scored : { found: missing("notRecorded"), unscored: 0 };
