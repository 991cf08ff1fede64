export { exportCloudEvents } from "./cloudevents/export-cloudevents.js";
export { type CsvOptions, DEFAULT_CSV_OPTIONS } from "./csv/options.js";
export { readCsv } from "./csv/read-csv.js";
export type { ExportedLog } from "./export/exported-log.js";
export type { ExportPage } from "./export/page.js";
export type { Doubt, ImportFault, ImportFaultCode } from "./fault.js";
export { parseInstant } from "./instant.js";
export { type CheckedLog, checkLog } from "./legacy/check-log.js";
export { type ImportProgress, type ImportSummary, importLog } from "./legacy/import-log.js";
export type { Anomaly, Fact, ImportedFacts, Preset } from "./legacy/preset.js";
export { receipt } from "./legacy/receipt.js";
export {
  MAX_ATTRIBUTE_BYTES,
  MAX_ATTRIBUTES_LENGTH,
  MAX_DEPTH,
  MAX_EVENTS_PER_PART,
  MAX_PART_LENGTH,
  MAX_RECORD_LENGTH,
} from "./limits.js";
export type { Mapping } from "./mapping/mapping.js";
export { presetOf } from "./mapping/preset-of.js";
export { readMapping, readMappingFile } from "./mapping/read-mapping.js";
export { type CheckedNdjson, checkNdjson } from "./ndjson/check-ndjson.js";
export { exportNdjson } from "./ndjson/export-ndjson.js";
export { importNdjson, type LogHoldsOther } from "./ndjson/import-ndjson.js";
export { ndjsonFile } from "./ndjson/read-events.js";
export { exportOcelJson } from "./ocel/export-ocel-json.js";
export { exportOcelSqlite } from "./ocel/export-ocel-sqlite.js";
export { exportOcelXml } from "./ocel/export-ocel-xml.js";
export { exportParquet } from "./parquet/export-parquet.js";
export { exportProvJson } from "./prov/export-prov-json.js";
export { readSource } from "./read-source.js";
export {
  type CaseBatches,
  isSourceDate,
  type SourceAttributes,
  type SourceCase,
  type SourceDate,
  type SourceEvent,
  type SourceValue,
} from "./source-case.js";
export { suggestMapping } from "./suggest/suggest-mapping.js";
export { exportCsv } from "./tables/export-csv.js";
export type { TableRows } from "./tables/rows.js";
export { openSource, type Source, type SourceFormat, type TextSource, textSource } from "./text/source.js";
export { readXes, type XesOptions } from "./xes/read-xes.js";
export { exportXes } from "./xes-export/export-xes.js";
