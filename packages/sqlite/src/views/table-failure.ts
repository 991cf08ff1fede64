import type { ViewStoreError } from "@motcua/event-store";
import { failure, sqliteCode } from "../failure.js";

/** Of a file whose tables were dropped: they are made again when it is opened, and what they held is folded. */
export const tableFailure = (table: string, cause: unknown): ViewStoreError =>
  sqliteCode(cause) === "SQLITE_ERROR"
    ? { code: "StoreDamaged", detail: `${table} is missing: open the view store again, and fold anew`, cause }
    : failure(cause);
