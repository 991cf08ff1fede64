import type { ReadError } from "@motcua/event-store";
import {
  type ExportedLog,
  type ExportPage,
  exportNdjson,
  exportOcelJson,
  exportOcelSqlite,
  exportOcelXml,
  exportXes,
} from "@motcua/interchange";
import type { Either } from "fp-ts/lib/Either.js";

/** How a log is written in one format: page by page. */
type Exporter = (log: ExportedLog) => AsyncIterable<Either<ReadError, ExportPage<string | Uint8Array>>>;

/** What `export --format` takes. */
export const EXPORTERS: ReadonlyMap<string, Exporter> = new Map<string, Exporter>([
  ["xes", exportXes],
  ["ocel-json", exportOcelJson],
  ["ocel-sqlite", exportOcelSqlite],
  ["ocel-xml", exportOcelXml],
  ["ndjson", exportNdjson],
]);

/** Formats that are no text, and so have no place on a terminal. */
export const BINARY: ReadonlySet<string> = new Set(["ocel-sqlite", "parquet"]);
