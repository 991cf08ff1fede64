export type { PetitionCommand, PetitionCommandOf } from "./command.js";
export { decodePetitionCommand } from "./command-codec.js";
export type { PetitionRules } from "./decide.js";
export { type PetitionDecider, petitionDecider, petitionStream } from "./decider.js";
export type {
  AnswerAlreadyPublished,
  PetitionError,
  PetitionNotPossibleNow,
  PetitionTermsMissing,
  ProlongedNotLater,
} from "./error.js";
export {
  PETITION_EVENT_TYPES,
  type PetitionEvent,
  type PetitionEventData,
  type PetitionEventOf,
  type PetitionEventType,
  petitionEvent,
  petitionEvents,
} from "./event.js";
export { petitionPossibleFrom } from "./possible.js";
export { noPetition, type PetitionState, type PetitionStatus } from "./state.js";
export {
  type CitedTerm,
  ND_20_2008,
  type PetitionStep,
  type PetitionTerms,
  QD_766_2022,
  VIETNAM_PETITION_TERMS,
} from "./terms.js";
export type { Competence, Deadline, Deadlines, PetitionAbout, PetitionClass, Verdict } from "./vocabulary.js";
