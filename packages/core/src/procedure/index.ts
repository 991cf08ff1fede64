export type * from "./command.js";
export { decodeProcedureCommand } from "./command-codec.js";
export type { ProcedureRules } from "./decide.js";
export { type ProcedureDecider, procedureDecider, procedureStream } from "./decider.js";
export type * from "./error.js";
export {
  PROCEDURE_EVENT_TYPES,
  type ProcedureEvent,
  type ProcedureEventData,
  type ProcedureEventOf,
  type ProcedureEventType,
  type ProcedureVersion,
  procedureEvent,
  procedureEvents,
} from "./event.js";
export { isFourOnSpot } from "./on-spot.js";
export { ONLINE_NAMINGS, type OnlineNaming, type OnlineService, onlineServiceOn } from "./online-service.js";
export { type ProcedureOn, type ProcedureStanding, procedureOn } from "./procedure-on.js";
export { type ReceptionTerms, receptionUnder } from "./reception-under.js";
export { noProcedure, type ProcedureState, procedureKnownAt, type Shortening } from "./state.js";
export type {
  ApplicantKind,
  CompetenceLevel,
  OnlineLevel,
  OnSpotStep,
  ProcedureComponent,
  ProcedureFee,
  ProcedureStep,
} from "./vocabulary.js";
