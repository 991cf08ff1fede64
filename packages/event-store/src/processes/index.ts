export { inMemoryProcessStore } from "./in-memory-process-store.js";
export { type KeepOptions, type KeptLog, keepProcess } from "./keep-process.js";
export type { Intent, Process, ProcessSource, Timer } from "./process.js";
export type {
  DeadIntent,
  ProcessChange,
  ProcessCheckpoint,
  ProcessName,
  ProcessOvertaken,
  ProcessPlace,
  ProcessRow,
  ProcessStanding,
  ProcessStore,
} from "./process-store.js";
export { type Revived, reviveIntents } from "./revive.js";
export { processRunner, runProcess } from "./run-process.js";
export type { IntentRefused, Perform, ProcessDone, ProcessError, ProcessOptions, Running } from "./running.js";
