export { type AppendQueue, appendQueue } from "./append-queue.js";
export { type EventCatalog, type EventNotUnderstood, type EventSchema, understand, upcast } from "./catalog.js";
export { copyConflict } from "./copy-conflict.js";
export {
  type Copied,
  type CopyError,
  type CopyFailed,
  type CopyOptions,
  copyLog,
  type LogsDiffer,
} from "./copy-log.js";
export { type AppendDecided, decideAppend } from "./decide-append.js";
export type { Decider } from "./decider.js";
export { errorGuard } from "./error-guard.js";
export {
  type AccessDenied,
  type AppendError,
  type CursorRefused,
  type EventIdReused,
  type EventRefused,
  type EventStoreError,
  isEventStoreError,
  type QueryRefused,
  type ReadError,
  type Refusal,
  type StoreDamaged,
  type StoreUnavailable,
  unavailable,
  type VersionConflict,
} from "./errors.js";
export { categoryOf, type DomainEvent, type NewEvent, type RecordedEvent } from "./event.js";
export { type Expected, holds } from "./expectation.js";
export type { Finding } from "./finding.js";
export { follow, type Patience } from "./follow.js";
export { deepFreeze } from "./freeze.js";
export { halves } from "./halves.js";
export {
  type EventNotValid,
  type Handled,
  type Handling,
  type HandlingError,
  handle,
  type Known,
  type Loaded,
  load,
  type Request,
  type SealingFailed,
} from "./handle.js";
export { type InMemoryOptions, inMemoryEventStore } from "./in-memory.js";
export type { Json, JsonObject } from "./json.js";
export { MAX_DEPTH } from "./json-fault.js";
export {
  type CheckedCopy,
  type CheckedEvent,
  checkCopies,
  checkEvents,
  DEFAULT_PAGE,
  isName,
  type KeptEvent,
  keepEvents,
  MAX_EVENT_BYTES,
  MAX_NAME_LENGTH,
  MAX_PAGE,
  readBack,
} from "./limits.js";
export {
  isOpenError,
  type OpenError,
  type StoreForeign,
  type StoreMissing,
  type StoreNewer,
  type StoreReadOnly,
} from "./open-errors.js";
export { logPages } from "./pages.js";
export {
  type Appended,
  type Capabilities,
  type Cursor,
  type EventStore,
  type Head,
  type LogPage,
  type LogQuery,
  type Shard,
  START,
  type StreamPage,
  type StreamQuery,
  type Subscription,
} from "./port.js";
export { cursorAt, positionOf } from "./position-cursor.js";
export {
  type DeadIntent,
  type Intent,
  type IntentRefused,
  inMemoryProcessStore,
  type KeepOptions,
  type KeptLog,
  keepProcess,
  type Perform,
  type Process,
  type ProcessChange,
  type ProcessCheckpoint,
  type ProcessDone,
  type ProcessError,
  type ProcessName,
  type ProcessOptions,
  type ProcessOvertaken,
  type ProcessPlace,
  type ProcessRow,
  type ProcessSource,
  type ProcessStanding,
  type ProcessStore,
  processRunner,
  type Revived,
  type Running,
  reviveIntents,
  runProcess,
  type Timer,
} from "./processes/index.js";
export {
  type Build,
  type Checkpoint,
  catchUp,
  type DeadLetter,
  type Fact,
  type FactLog,
  type FactPage,
  type FactReader,
  type FoldOptions,
  type FollowedLog,
  inMemoryViewStore,
  isViewStoreError,
  keepUp,
  LAG_COUNTED,
  type Lease,
  type LeaseLost,
  type Meter,
  type ObservableGauge,
  type ObservableResult,
  observeProjections,
  type Part,
  type PartChange,
  type PartState,
  PROJECTION_METRICS,
  type ProjectedLog,
  type Projection,
  type ProjectionSource,
  type ProjectionStatus,
  type ProjectionStopped,
  project,
  projectionStatus,
  type RunError,
  type RunOptions,
  type RunProgress,
  readView,
  rebuild,
  type SavedPart,
  StoredFact,
  type ViewName,
  type ViewStore,
  type ViewStoreError,
} from "./projections/index.js";
export { type CheckedStreamQuery, checkLogQuery, checkStreamQuery } from "./query.js";
export { repetitionOf } from "./repetition.js";
export { isSameEvent, type Place, placeOf } from "./same-event.js";
export { shardOf } from "./shard.js";
export { takeEvents } from "./take-events.js";
export { type Bell, makeBell } from "./wake.js";
export type { AppendRequest, Committer, RestoreRequest, WriteAnswer, WriteRequest } from "./write-request.js";
