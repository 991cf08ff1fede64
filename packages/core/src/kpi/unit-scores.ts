import type { CompetenceLevel } from "../procedure/vocabulary.js";
import { type Fraction, fraction, missing } from "./fraction.js";
import { type PetitionFigures, petitionScore } from "./petitions-figures.js";
import type { Score, ScoreRules } from "./score-rules.js";
import { isOnline, type Service } from "./services.js";

/** Index 5: how many of a unit's procedures are received, appraised and submitted for approval at the one-stop. */
export const onSpotScore = (
  services: ReadonlyArray<Service>,
  level: CompetenceLevel | null,
  { onSpot }: ScoreRules,
): Fraction => {
  if (level === null) return missing("levelUnknown");
  const has = (...steps: Service["onSpot"]) =>
    services.filter((service) => steps.every((step) => service.onSpot.includes(step))).length;
  const appraised = has("receive", "appraise");
  const handled = has("receive", "deliver");
  return fraction(
    appraised,
    services.length,
    (part, whole): Score => (reaches(part, whole, onSpot[level]) ? 2 : handled === whole ? 1 : 0),
  );
};

/** Index 8: petitions answered in time, of those that were due. None at all is worth 2. */
export const petitionsScore = (figures: PetitionFigures): Fraction => {
  const { answered, inProgress } = figures;
  const value = petitionScore(figures);
  return {
    numerator: answered.onTime,
    denominator: answered.onTime + answered.late + inProgress.overdue,
    value,
    missing: value === null ? "nothingDue" : null,
  };
};

/** What index 9 asks about dossiers. */
export interface OnlineDossiers {
  readonly received: number;
  readonly receivedOnline: number;
  /** Online dossiers decided late, or overdue. */
  readonly lateOnline: number;
}

/** Index 9: how much came in online, and whether all of that was in time. */
export const onlineScore = (
  services: ReadonlyArray<Service>,
  { received, receivedOnline, lateOnline }: OnlineDossiers,
  { online }: ScoreRules,
): Fraction => {
  const enough = reaches(services.filter(isOnline).length, services.length, online.procedures);
  return fraction(receivedOnline, received, (part, whole): Score => {
    if (reaches(part, whole, online.dossiers)) return enough && lateOnline === 0 ? 2 : 0;
    return reaches(part, whole, online.fewerDossiers) ? 1 : 0;
  });
};

/** In whole numbers: a fifth of fifteen is three, not a little more. */
const reaches = (part: number, whole: number, percent: number): boolean => part * 100 >= percent * whole;
