import { errorGuard } from "./error-guard.js";
import type { AccessDenied, StoreDamaged, StoreUnavailable } from "./errors.js";

/** There is no log at that place, and the mode does not allow to make one. */
export interface StoreMissing {
  readonly code: "StoreMissing";
  /** The file, or the database and schema. */
  readonly where: string;
}

/** What is there is not a motcua log. Nothing was written to it. */
export interface StoreForeign {
  readonly code: "StoreForeign";
  readonly where: string;
  readonly detail: string;
}

/** A later release wrote the log. Nothing was written to it. */
export interface StoreNewer {
  readonly code: "StoreNewer";
  readonly where: string;
  /** Version of the log's schema, and the newest that this release knows. */
  readonly schema: number;
  readonly known: number;
}

/** The log may not be written by this process. Open it with `mode: "readOnly"`. */
export interface StoreReadOnly {
  readonly code: "StoreReadOnly";
  readonly where: string;
}

/** Why a store could not be opened. */
export type OpenError =
  | StoreMissing
  | StoreForeign
  | StoreNewer
  | StoreReadOnly
  | AccessDenied
  | StoreUnavailable
  | StoreDamaged;

/** Tells why a store could not be opened from any other value. */
export const isOpenError = errorGuard<OpenError>({
  StoreMissing: true,
  StoreForeign: true,
  StoreNewer: true,
  StoreReadOnly: true,
  AccessDenied: true,
  StoreUnavailable: true,
  StoreDamaged: true,
});
