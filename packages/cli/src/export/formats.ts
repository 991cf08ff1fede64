import type { ReadError } from "@motcua/event-store";
import {
  type ExportedLog,
  type ExportPage,
  exportCloudEvents,
  exportCsv,
  exportNdjson,
  exportOcelJson,
  exportOcelSqlite,
  exportOcelXml,
  exportParquet,
  exportProvJson,
  exportXes,
  type TableRows,
} from "@motcua/interchange";
import type { Either } from "fp-ts/lib/Either.js";

/** How a log is written in one format: page by page. */
type Exporter = (
  log: ExportedLog,
  rows?: TableRows,
) => AsyncIterable<Either<ReadError, ExportPage<string | Uint8Array>>>;

/** What `export --format` takes. */
export const EXPORTERS: ReadonlyMap<string, Exporter> = new Map<string, Exporter>([
  ["xes", exportXes],
  ["ocel-json", exportOcelJson],
  ["ocel-sqlite", exportOcelSqlite],
  ["ocel-xml", exportOcelXml],
  ["csv", exportCsv],
  ["ndjson", exportNdjson],
  ["cloudevents", exportCloudEvents],
  ["parquet", exportParquet],
  ["prov-json", exportProvJson],
]);

/** Formats that are no text, and so have no place on a terminal. */
export const BINARY: ReadonlySet<string> = new Set(["ocel-sqlite", "parquet"]);

/** Formats that are tables, of which `--rows` chooses one. */
export const TABLES: ReadonlySet<string> = new Set(["csv", "parquet"]);

export const TABLE_ROWS = ["events", "dossiers"] as const satisfies ReadonlyArray<TableRows>;
