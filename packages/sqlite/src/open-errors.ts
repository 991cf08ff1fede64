import type { StoreDamaged, StoreUnavailable } from "@motcua/event-store";

/** There is no such file or folder, and the mode does not allow to make one. */
export interface StoreMissing {
  readonly code: "StoreMissing";
  readonly file: string;
}

/** The file is something else: no SQLite database, or one of another application. Nothing was written to it. */
export interface StoreForeign {
  readonly code: "StoreForeign";
  readonly file: string;
  readonly detail: string;
}

/** A later release wrote the file. Nothing was written to it. */
export interface StoreNewer {
  readonly code: "StoreNewer";
  readonly file: string;
  /** Version of the file's schema, and the newest that this release knows. */
  readonly schema: number;
  readonly known: number;
}

/** The file or its folder may not be written by this process. Open it with `mode: "readOnly"`. */
export interface StoreReadOnly {
  readonly code: "StoreReadOnly";
  readonly file: string;
}

export type OpenError = StoreMissing | StoreForeign | StoreNewer | StoreReadOnly | StoreUnavailable | StoreDamaged;

const codes: ReadonlySet<string> = new Set<OpenError["code"]>([
  "StoreMissing",
  "StoreForeign",
  "StoreNewer",
  "StoreReadOnly",
  "StoreUnavailable",
  "StoreDamaged",
]);

/** Tells why a file could not be opened from any other value; works across copies of this package. */
export const isOpenError = (value: unknown): value is OpenError =>
  typeof value === "object" &&
  value !== null &&
  "code" in value &&
  typeof value.code === "string" &&
  codes.has(value.code);
