export type * from "./command.js";
export { decodeUnitCommand } from "./command-codec.js";
export { type UnitDecider, unitDecider, unitStream } from "./decider.js";
export type * from "./error.js";
export {
  UNIT_EVENT_TYPES,
  type UnitEvent,
  type UnitEventData,
  type UnitEventOf,
  type UnitEventType,
  unitEvent,
  unitEvents,
} from "./event.js";
export { type StandardFinding, standardsOn } from "./standards.js";
export { type Assessment, type Existence, noUnit, type UnitState, unitKnownAt } from "./state.js";
export {
  centreOf,
  isWithin,
  lineOf,
  type UnitNode,
  type Units,
  type UnitTree,
  unitsKnownAt,
  unitTree,
} from "./tree.js";
export { type UnitOn, type UnitStanding, unitOn } from "./unit-on.js";
export { type CriterionFinding, UNIT_KINDS, type UnitKind } from "./vocabulary.js";
