export {
  DEADLINE_MONITOR,
  type DeadlineDuty,
  type DeadlineRules,
  dossierDuties,
  petitionDuties,
  type WithoutInstant,
} from "./deadline-duties.js";
export { type DeadlinePolicy, ND_61_DEADLINES, type Warning } from "./deadline-policy.js";
export { dossierDeadlines } from "./dossier-deadlines.js";
export type { NoticedDeadline, OpenDeadline } from "./open-deadline.js";
export { petitionDeadlines } from "./petition-deadlines.js";
export type { DeadlineStage, DossierDeadline, PetitionDeadline } from "./vocabulary.js";
