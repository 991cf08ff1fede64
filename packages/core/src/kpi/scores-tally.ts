import type { DossierRow } from "./dossier-row.js";
import { DOSSIER_INDICES, type DossierIndex, type DossierScores } from "./dossier-scores.js";
import { fraction, missing } from "./fraction.js";
import type { Score } from "./score-rules.js";
import { oneDecimal, type Scored } from "./score-sheet.js";
import type { Standing } from "./standing.js";
import type { OnlineDossiers } from "./unit-scores.js";

/** Scores added up: how many there are, and how many dossiers had none. */
interface Sum {
  sum: number;
  scored: number;
  unscored: number;
}

/** Counts on their way to a score sheet. */
export interface ScoresTally {
  readonly sums: Readonly<Record<DossierIndex | 2, Sum>>;
  readonly online: { -readonly [Count in keyof OnlineDossiers]: number };
}

const noSum = (): Sum => ({ sum: 0, scored: 0, unscored: 0 });

export const emptyScores = (): ScoresTally => ({
  sums: { 1: noSum(), 2: noSum(), 3: noSum(), 4: noSum(), 7: noSum() },
  online: { received: 0, receivedOnline: 0, lateOnline: 0 },
});

export const addScores = ({ sums }: ScoresTally, { of }: DossierScores): void => {
  for (const index of DOSSIER_INDICES) add(sums[index], of[index]);
};

export const addPart = ({ sums }: ScoresTally, score: Score | null): void => add(sums[2], score);

const add = (to: Sum, score: Score | null): void => {
  if (score === null) {
    to.unscored++;
    return;
  }
  to.sum += score;
  to.scored++;
};

/** What index 9 asks, of every dossier that has a part in the period. */
export const addOnline = ({ online }: ScoresTally, { way }: DossierRow, { entrance, place }: Standing): void => {
  if (entrance === "received") online.received++;
  if (way !== "online") return;
  if (entrance === "received") online.receivedOnline++;
  if (place === "late" || place === "overdue") online.lateOnline++;
};

/** The mean score of an index, where any dossier could be scored. */
export const meanOf = ({ sums }: ScoresTally, index: DossierIndex | 2): Scored => {
  const { sum, scored, unscored } = sums[index];
  const found = scored === 0 && unscored > 0 ? missing("notRecorded") : fraction(sum, scored, oneDecimal);
  return { found, unscored };
};
