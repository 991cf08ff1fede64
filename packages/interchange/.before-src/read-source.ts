import type { CsvOptions } from "./csv/options.js";
import { readCsv } from "./csv/read-csv.js";
import type { CaseBatches } from "./source-case.js";
import type { Source } from "./text/source.js";
import { readXes } from "./xes/read-xes.js";

/** The cases of an opened file, by its format. XES takes the time zone from the options and leaves the rest. */
export const readSource = (source: Source, options: CsvOptions = {}): CaseBatches =>
  source.format === "csv"
    ? readCsv(source, options)
    : readXes(source, options.timeZone === undefined ? {} : { timeZone: options.timeZone });
