import type { WorkingCalendar } from "../calendar/working-calendar.js";
import type { Instant } from "../time/instant.js";
import { toEpochDay } from "../time/local-date.js";
import type { Due } from "../time/term.js";
import { localDayOf, type TimeZone } from "../time/time-zone.js";
import type { DossierRow, Phase } from "./dossier-row.js";
import { legalDueOf, timesOf } from "./row-clock.js";
import type { Score, ScoreRules } from "./score-rules.js";

/** The indices that are of single dossiers, but for index 2, which is of the agencies that had a part in them. */
export const DOSSIER_INDICES = [1, 3, 4, 7] as const;
export type DossierIndex = (typeof DOSSIER_INDICES)[number];

/** What an agency is given for its part in a dossier. */
interface PartScore {
  readonly agency: string | null;
  readonly score: Score | null;
}

/** The scores of a decided dossier; `null` where the log does not hold what an index asks. */
export interface DossierScores {
  readonly of: Readonly<Record<DossierIndex, Score | null>>;
  readonly parts: ReadonlyArray<PartScore>;
}

/** How dossiers are scored. */
export interface Scoring {
  readonly zone: TimeZone;
  readonly calendar: WorkingCalendar;
  readonly rules: ScoreRules;
  /** Streams of the dossiers that were complained of, rightly. */
  readonly complainedOf: ReadonlySet<string>;
}

/**
 * The scores of a dossier that was decided (TT 01/2018/TT-VPCP, Đ13):
 *
 * - 1: the time that it took beside the legal term, whatever shorter one was announced
 * - 2: the same for each agency, by the date of its own part, or of the dossier where it has no parts
 * - 3: how often the applicant was asked for something more, before reception and after
 * - 4: of whom: of nobody, of the one-stop alone, or of an agency past it
 * - 7: early or on time, and nobody complained of it
 */
export const dossierScores = (row: DossierRow, phase: Phase, scoring: Scoring): DossierScores => {
  const { zone, calendar, rules, complainedOf } = scoring;
  const end = phase.stoodStillSince ?? phase.since;
  const contacts = ["intakeSupplement", "supplement"] as const;
  const asked = contacts.reduce((sum, kind) => sum + timesOf(row, kind, end).length, 0);
  const pastOneStop = timesOf(row, "pastOneStop", end).length > 0;
  const kept = timeScore(zone, phase.due, end);
  return {
    of: {
      1: timeScore(zone, legalDueOf(calendar)(row, end), end),
      3: asked === 0 ? 2 : asked === 1 ? 1 : 0,
      4: pastOneStop ? 0 : asked > 0 ? 1 : 2,
      7: complainedOf.has(row.stream) ? 0 : kept === 0 ? rules.lateWithoutComplaint : kept,
    },
    parts: row.parts.length === 0 ? [{ agency: row.agency, score: kept }] : partScores(row, zone, end),
  };
};

/** A part that was still open when the dossier was decided can only be late. */
const partScores = ({ parts }: DossierRow, zone: TimeZone, end: Instant): ReadonlyArray<PartScore> =>
  parts.map(({ agency, due, doneAt }) => {
    const score = timeScore(zone, due, doneAt ?? end);
    return { agency, score: doneAt === null && score !== 0 ? null : score };
  });

/** Shorter, equal or longer: by local date for terms in days, by instant for terms in hours. */
const timeScore = (zone: TimeZone, due: Due | null, end: Instant): Score | null => {
  if (due === null) return null;
  const left = due.kind === "date" ? toEpochDay(due.date) - localDayOf(zone, end) : due.instant - end;
  return left > 0 ? 2 : left === 0 ? 1 : 0;
};
