import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { dossierStream } from "../dossier/decider.js";
import type { CompetenceLevel } from "../procedure/vocabulary.js";
import { keyOf } from "./groups.js";
import { type IndexViews, lookAt } from "./index-views.js";
import { dossiersComplainedOf } from "./petitions-report.js";
import type { PetitionRow } from "./petitions-row.js";
import { petitionFigures } from "./petitions-tally.js";
import { rowsOf } from "./rows.js";
import { type ScoreRules, TT_01_2018_SCORES } from "./score-rules.js";
import type { ScoreSheet } from "./score-sheet.js";
import { foldScores, type ScoresDimension } from "./scores-fold.js";
import { agencySheet, type Recorded, staffSheet } from "./scores-sheets.js";
import type { ScoresTally } from "./scores-tally.js";
import { headOf, type ReportHead, type ReportQuery } from "./span.js";
import { commonLevel, levelOf } from "./unit-level.js";

/** What the score sheets can be asked. */
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
  const complainedOf = new Set([...dossiersComplainedOf(views.petitions, span.asOf)].map(dossierStream));
  const petitioned = new Set(petitions.flatMap(({ dossier }) => (dossier === null ? [] : [dossierStream(dossier)])));
  const scoring = { zone, calendar, rules, complainedOf };
  const { total, groups, supplements, agencyOf } = foldScores(rowsOf(views.dossiers, query), {
    by,
    period,
    scoring,
    petitioned,
  });

  const recorded: Recorded = {
    supplements,
    petitions: petitions.length > 0,
    onSpot: services.some(({ onSpot }) => onSpot.length > 0),
    onlineLevels: services.some(({ onlineLevel }) => onlineLevel !== null),
  };
  const figures = (rows: ReadonlyArray<PetitionRow>) => petitionFigures(rows, period, zone);
  const isOf = (agency: string | null) => (row: PetitionRow) =>
    row.unit === agency || (row.dossier !== null && agencyOf.get(dossierStream(row.dossier)) === agency);
  const sheetOf = (tally: ScoresTally, agency: string | null): LevelledSheet => {
    const level = agency === null ? null : levelOf(tree, agency, services);
    const own = services.filter((service) => service.agency === agency);
    const sheet = { services: own, level, petitions: figures(petitions.filter(isOf(agency))) };
    return { level, ...agencySheet(tally, recorded, sheet, rules) };
  };

  const level = commonLevel(tree, services);
  return {
    ...headOf(zone, span),
    rules: rules.id,
    total: { level, ...agencySheet(total, recorded, { services, level, petitions: figures(petitions) }, rules) },
    groups: groups.sorted().map(({ values, group }) => {
      const key = keyOf(by, values);
      const sheet = by.includes("handler")
        ? { level: null, ...staffSheet(group, recorded) }
        : sheetOf(group, key.agency ?? null);
      return { key, ...sheet };
    }),
  };
};
