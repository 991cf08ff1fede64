export { type DossierRow, emptyRow, type Phase, type Rating } from "./dossier-row.js";
export { foldRow, isSatisfied } from "./fold-row.js";
export { type Indicators, indicators, type Measure, type Period } from "./indicators.js";
export { makePool, type Pool } from "./pool.js";
export { type OnTimeBy, type Punctuality, punctuality } from "./punctuality.js";
export { median, nearestRank } from "./quantile.js";
export {
  DIMENSIONS,
  type Dimension,
  type IndicatorsQuery,
  type IndicatorsReport,
  indicatorsReport,
  type PerDay,
} from "./report.js";
export { type DossierRows, dossierRows, type StreamEvent } from "./rows.js";
