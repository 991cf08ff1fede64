import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { dossierStream } from "../dossier/decider.js";
import type { CompetenceLevel } from "../procedure/vocabulary.js";
import type { DossierRow } from "./dossier-row.js";
import { dossierScores, type Scoring } from "./dossier-scores.js";
import { keyOf, makeGroups } from "./groups.js";
import { type IndexViews, lookAt } from "./index-views.js";
import { dossiersComplainedOf } from "./petitions-report.js";
import type { PetitionRow } from "./petitions-row.js";
import { petitionFigures } from "./petitions-tally.js";
import { rowsOf } from "./rows.js";
import { type ScoreRules, TT_01_2018_SCORES } from "./score-rules.js";
import type { ScoreSheet } from "./score-sheet.js";
import { agencySheet, type Recorded, staffSheet } from "./scores-sheets.js";
import { addOnline, addPart, addScores, emptyScores, type ScoresTally } from "./scores-tally.js";
import { headOf, type ReportHead, type ReportQuery } from "./span.js";
import { standingOf } from "./standing.js";
import { commonLevel, levelOf } from "./unit-level.js";

/** Whose score sheets there are: of agencies, or of their staff. */
export const SCORES_DIMENSIONS = ["agency", "handler"] as const;
export type ScoresDimension = (typeof SCORES_DIMENSIONS)[number];

export interface ScoresQuery extends ReportQuery {
  readonly calendar: WorkingCalendar;
  /** Default: `agency`. With `handler` the sheets are those of staff. */
  readonly by?: ReadonlyArray<ScoresDimension>;
  /** Default: those of TT 01/2018/TT-VPCP. */
  readonly rules?: ScoreRules;
}

/** The sheet of an agency or of all, with the level of the unit where it is known. */
export interface LevelledSheet extends ScoreSheet {
  readonly level: CompetenceLevel | null;
}

/** What `scoresReport` answers. */
export interface ScoresReport extends ReportHead {
  readonly rules: string;
  readonly total: LevelledSheet;
  readonly groups: ReadonlyArray<
    { readonly key: Readonly<Partial<Record<ScoresDimension, string | null>>> } & LevelledSheet
  >;
}

/**
 * The score sheet of TT 01/2018/TT-VPCP, Đ13-15, over a period: a quarter or a year. A dossier is scored when it is decided;
 * verdicts on complaints count as far as they are known *as of* now.
 *
 * @example
 * scoresReport({ dossiers, catalogue, petitions }, { zone: VIETNAM.zone, calendar: VIETNAM, by: ["handler"] })
 */
export const scoresReport = (views: IndexViews, query: ScoresQuery): ScoresReport => {
  const { zone, calendar, by = ["agency"], rules = TT_01_2018_SCORES } = query;
  const { span, period, tree, services, petitions } = lookAt(views, query);
  const complaints = [...dossiersComplainedOf(views.petitions, span.asOf)].map(dossierStream);
  const scoring: Scoring = { zone, calendar, rules, complainedOf: new Set(complaints) };

  const total = emptyScores();
  const groups = makeGroups(emptyScores);
  const ofStaff = by.includes("handler");
  const groupsOf = ({ handler }: DossierRow, agency: string | null): ReadonlyArray<ScoresTally> =>
    by.length === 0 || (ofStaff && handler === null)
      ? []
      : [groups.at(by.map((dimension) => (dimension === "agency" ? agency : handler)))];
  const agencyOf = new Map<string, string | null>();
  let supplements = false;
  for (const row of rowsOf(views.dossiers, query)) {
    agencyOf.set(row.stream, row.agency);
    supplements ||= row.marks.some(({ kind }) => kind === "supplement" || kind === "intakeSupplement");
    const standing = standingOf(row, period, { zone, onTimeBy: "auto" });
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

  const recorded: Recorded = {
    supplements,
    petitions: petitions.length > 0,
    onSpot: services.some(({ onSpot }) => onSpot.length > 0),
    onlineLevels: services.some(({ onlineLevel }) => onlineLevel !== null),
  };
  const isOf = (agency: string | null) => (row: PetitionRow) =>
    row.unit === agency || (row.dossier !== null && agencyOf.get(dossierStream(row.dossier)) === agency);
  const sheetOf = (tally: ScoresTally, agency: string | null): LevelledSheet => {
    const level = agency === null ? null : levelOf(tree, agency, services);
    const own = {
      services: services.filter((service) => service.agency === agency),
      level,
      petitions: petitionFigures(petitions.filter(isOf(agency)), period, zone),
    };
    return { level, ...agencySheet(tally, recorded, own, rules) };
  };

  const level = commonLevel(tree, services);
  const all = { services, level, petitions: petitionFigures(petitions, period, zone) };
  return {
    ...headOf(zone, span),
    rules: rules.id,
    total: { level, ...agencySheet(total, recorded, all, rules) },
    groups: groups.sorted().map(({ values, group }) => {
      const key = keyOf(by, values);
      return {
        key,
        ...(ofStaff ? { level: null, ...staffSheet(group, recorded) } : sheetOf(group, key.agency ?? null)),
      };
    }),
  };
};
