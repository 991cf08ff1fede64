export { type BacklogFigures, type BacklogQuery, type BacklogReport, backlogReport } from "./backlog.js";
export type { CatalogueFigures } from "./catalogue-figures.js";
export {
  CATALOGUE_DIMENSIONS,
  type CatalogueDimension,
  type CatalogueQuery,
  type CatalogueReport,
  catalogueReport,
} from "./catalogue-report.js";
export { type CatalogueRows, catalogueRows } from "./catalogue-rows.js";
export type { DossierRow, Mark, MarkKind, Part, Payment, Phase, PhaseKind, Rating } from "./dossier-row.js";
export type { Fraction, Missing } from "./fraction.js";
export { II06_COLUMNS, type Ii06Column, type Ii06Figures, type Ii06Notes } from "./ii06-figures.js";
export { II06_DIMENSIONS, type Ii06Dimension, type Ii06Query, type Ii06Report, ii06Report } from "./ii06-report.js";
export type { IndexViews } from "./index-views.js";
export type { Index766Figures, Indicator766 } from "./index766-figures.js";
export {
  INDEX766_DIMENSIONS,
  type Index766Dimension,
  type Index766Query,
  type Index766Report,
  index766Report,
} from "./index766-report.js";
export type { Indicators, Measure, Period } from "./indicators.js";
export type { Differences } from "./indicators-differ.js";
export { type Group766, INDICATOR_766_IDS, type Indicator766Id } from "./indicators766.js";
export type { PerDay, PerDays } from "./per-day.js";
export { type PetitionFigures, petitionScore } from "./petitions-figures.js";
export {
  dossiersComplainedOf,
  PETITION_DIMENSIONS,
  type PetitionDimension,
  type PetitionsQuery,
  type PetitionsReport,
  petitionsReport,
} from "./petitions-report.js";
export type { PetitionPhase, PetitionRow } from "./petitions-row.js";
export { type PetitionRows, petitionRows } from "./petitions-rows.js";
export { type OnTimeBy, type Punctuality, punctuality } from "./punctuality.js";
export { median, nearestRank } from "./quantile.js";
export {
  DIMENSIONS,
  type Dimension,
  type IndicatorsQuery,
  type IndicatorsReport,
  indicatorsReport,
} from "./report.js";
export {
  MOVEMENTS,
  type Movement,
  type RevenueAccount,
  type RevenueAccounts,
  revenueAccounts,
  type Settlement,
} from "./revenue-accounts.js";
export type { RevenueFigures } from "./revenue-figures.js";
export type { QuarterSettlement, QuarterSums } from "./revenue-quarters.js";
export {
  type OnHandQuery,
  onHandOf,
  REVENUE_DIMENSIONS,
  type RevenueDimension,
  type RevenueQuery,
  type RevenueReport,
  revenueReport,
} from "./revenue-report.js";
export {
  type RevisedDossier,
  type RevisionQuery,
  type RevisionReport,
  revisionCutOf,
  revisionReport,
} from "./revision.js";
export {
  type LateEvent,
  type RecordedFact,
  type RevisionCut,
  type RevisionView,
  revisionView,
} from "./revision-view.js";
export { type DossierRows, dossierRows, rowsOf, type StreamEvent } from "./rows.js";
export {
  type SatisfactionDimension,
  type SatisfactionFigures,
  type SatisfactionQuery,
  type SatisfactionReport,
  satisfactionReport,
} from "./satisfaction.js";
export { isSatisfied } from "./satisfied.js";
export { type AgencyBand, agencyBand, type StaffBand, staffBand } from "./score-bands.js";
export { type Score, type ScoreRules, TT_01_2018_SCORES } from "./score-rules.js";
export { AGENCY_INDICES, type IndexScore, type ScoreIndex, type ScoreSheet, STAFF_INDICES } from "./score-sheet.js";
export { SCORES_DIMENSIONS, type ScoresDimension } from "./scores-fold.js";
export {
  type LevelledSheet,
  type ScoresQuery,
  type ScoresReport,
  scoresReport,
} from "./scores-report.js";
export type { ReportHead, ReportQuery, Seen } from "./span.js";
export { indicators } from "./tally.js";
export type { TimeFigures } from "./time-figures.js";
export { TIME_DIMENSIONS, type TimeDimension, type TimeQuery, type TimeReport, timeReport } from "./time-report.js";
export { type TimeRows, timeRows } from "./time-rows.js";
export type { ReasonLeft } from "./under-term.js";
export { type UnitFigures, type UnitsQuery, type UnitsReport, unitsReport } from "./units-report.js";
export {
  type DossierLife,
  type WhatIfQuery,
  type WhatIfReport,
  type WhatIfRows,
  whatIfReport,
  whatIfRows,
} from "./what-if.js";
