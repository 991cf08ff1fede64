import { errorGuard } from "./error-guard.js";
import type { Expected } from "./expectation.js";

/** The stream was not at the version that the append expected; nothing was written. */
export interface VersionConflict {
  readonly code: "VersionConflict";
  readonly stream: string;
  readonly expected: Expected;
  /** `null` where the store refused without saying where the stream stands. */
  readonly actual: number | null;
}

/** An event id is already in the log with other content, in another stream or at another place; nothing was written. */
export interface EventIdReused {
  readonly code: "EventIdReused";
  readonly stream: string;
  readonly id: string;
}

/** Why an event cannot be kept by every store. */
export type Refusal =
  | "tooLarge"
  | "tooDeep"
  | "notJson"
  | "illFormedText"
  | "badId"
  | "badType"
  | "badSchemaVersion"
  | "badInstant"
  | "badStreamName"
  | "badVersion"
  | "repeatedId"
  | "appendTooLarge";

/** The event breaks a limit of the port; nothing was written. `path` leads to the value, as in `data.amounts[0]`. */
export interface EventRefused {
  readonly code: "EventRefused";
  readonly stream: string;
  readonly reason: Refusal;
  readonly index: number;
  readonly path: string;
}

/** The cursor was not given out by this store. */
export interface CursorRefused {
  readonly code: "CursorRefused";
  readonly cursor: string;
}

/** The request names a page size, version or range that has no meaning. */
export interface QueryRefused {
  readonly code: "QueryRefused";
  readonly detail: string;
}

/**
 * The store could not be reached, is busy or failed.
 *
 * `inDoubt`: an append may or may not have been stored. Repeat it with the same ids and the same expectation.
 */
export interface StoreUnavailable {
  readonly code: "StoreUnavailable";
  readonly inDoubt: boolean;
  readonly detail: string;
  readonly cause: unknown;
}

/** Makes a `StoreUnavailable`. */
export const unavailable = (detail: string, cause: unknown = undefined, inDoubt = false): StoreUnavailable => ({
  code: "StoreUnavailable",
  inDoubt,
  detail,
  cause,
});

/** Whoever opened the store may not do this; nothing was written. */
export interface AccessDenied {
  readonly code: "AccessDenied";
  readonly detail: string;
  readonly cause: unknown;
}

/** What is stored cannot be read as an event. */
export interface StoreDamaged {
  readonly code: "StoreDamaged";
  readonly detail: string;
  readonly cause: unknown;
}

export type AppendError =
  | VersionConflict
  | EventIdReused
  | EventRefused
  | AccessDenied
  | StoreUnavailable
  | StoreDamaged;
export type ReadError = CursorRefused | QueryRefused | AccessDenied | StoreUnavailable | StoreDamaged;
export type EventStoreError = AppendError | ReadError;

/** Tells an error of the port from any other value. */
export const isEventStoreError = errorGuard<EventStoreError>({
  VersionConflict: true,
  EventIdReused: true,
  EventRefused: true,
  CursorRefused: true,
  QueryRefused: true,
  AccessDenied: true,
  StoreUnavailable: true,
  StoreDamaged: true,
});
