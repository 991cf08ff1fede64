import type { DossierRow } from "./dossier-row.js";
import { dossierScores, type Scoring } from "./dossier-scores.js";
import { type Groups, makeGroups } from "./groups.js";
import type { Period } from "./indicators.js";
import { addOnline, addPart, addScores, emptyScores, type ScoresTally } from "./scores-tally.js";
import { standingOf } from "./standing.js";

/** Whose score sheets there are: of agencies, or of their staff. */
export const SCORES_DIMENSIONS = ["agency", "handler"] as const;
/** One of them. */
export type ScoresDimension = (typeof SCORES_DIMENSIONS)[number];

interface Asked {
  readonly by: ReadonlyArray<ScoresDimension>;
  readonly period: Period;
  readonly scoring: Scoring;
  /** Streams of dossiers that petitions name: whose they are is needed of these alone. */
  readonly petitioned: ReadonlySet<string>;
}

/** What the dossiers of a log come to, by agency or by handler. */
interface Folded {
  readonly total: ScoresTally;
  readonly groups: Groups<ScoresTally>;
  /** Whether a supplement was ever asked for. */
  readonly supplements: boolean;
  readonly agencyOf: ReadonlyMap<string, string | null>;
}

/** Reads each dossier once. A dossier that nobody was assigned to is on no sheet of staff. */
export const foldScores = (rows: Iterable<DossierRow>, { by, period, scoring, petitioned }: Asked): Folded => {
  const ofStaff = by.includes("handler");
  const total = emptyScores();
  const groups = makeGroups(emptyScores);
  const groupsOf = ({ handler }: DossierRow, agency: string | null): ReadonlyArray<ScoresTally> =>
    by.length === 0 || (ofStaff && handler === null)
      ? []
      : [groups.at(by.map((dimension) => (dimension === "agency" ? agency : handler)))];
  const agencyOf = new Map<string, string | null>();
  let supplements = false;

  for (const row of rows) {
    if (petitioned.has(row.stream)) agencyOf.set(row.stream, row.agency);
    supplements ||= row.marks.some(({ kind }) => kind === "supplement" || kind === "intakeSupplement");
    const standing = standingOf(row, period, { zone: scoring.zone, onTimeBy: "auto" });
    if (standing === null) continue;
    const own = [total, ...groupsOf(row, row.agency)];
    for (const tally of own) addOnline(tally, row, standing);
    if (standing.phase.kind !== "resolved") continue;
    const scores = dossierScores(row, standing.phase, scoring);
    for (const tally of own) addScores(tally, scores);
    for (const { agency, score } of scores.parts) {
      addPart(total, score);
      // What another agency did of it is not the handler's.
      if (!ofStaff || agency === row.agency) for (const tally of groupsOf(row, agency)) addPart(tally, score);
    }
  }
  return { total, groups, supplements, agencyOf };
};
