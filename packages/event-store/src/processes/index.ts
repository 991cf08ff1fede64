export { inMemoryProcessStore } from "./in-memory-process-store.js";
export type { Intent, Process, ProcessSource, Timer } from "./process.js";
export type {
  DeadIntent,
  ProcessChange,
  ProcessCheckpoint,
  ProcessName,
  ProcessOvertaken,
  ProcessRow,
  ProcessStanding,
  ProcessStore,
} from "./process-store.js";
