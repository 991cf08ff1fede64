export type { Fact, FactLog, FactPage, FactReader } from "./fact.js";
export { type FoldOptions, project } from "./fold.js";
export type { ProjectedLog } from "./fold-if-free.js";
export { inMemoryViewStore } from "./in-memory-view-store.js";
export {
  type Meter,
  type ObservableGauge,
  type ObservableResult,
  observeProjections,
  PROJECTION_METRICS,
} from "./metrics.js";
export type { Projection, ProjectionSource } from "./projection.js";
export { readView } from "./read-view.js";
export { catchUp, type FollowedLog, keepUp, rebuild } from "./run.js";
export type { ProjectionStopped, RunError, RunOptions, RunProgress } from "./run-options.js";
export { LAG_COUNTED, type ProjectionStatus, projectionStatus } from "./status.js";
export { StoredFact } from "./stored-fact.js";
export {
  type Build,
  type Checkpoint,
  type DeadLetter,
  isViewStoreError,
  type Lease,
  type LeaseLost,
  type Part,
  type PartChange,
  type PartState,
  type SavedPart,
  type ViewName,
  type ViewStore,
  type ViewStoreError,
} from "./view-store.js";
