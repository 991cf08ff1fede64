export type { Fault as EventStoreDbFault } from "./faults.js";
export type { Call as EventStoreDbCall, Method as EventStoreDbMethod } from "./journal.js";
export type { ExpectedRevision } from "./log/event.js";
export type { ClientPackage } from "./protocol.js";
export { type EventStoreDbDouble, type EventStoreDbDoubleOptions, startEventStoreDbDouble } from "./start.js";
