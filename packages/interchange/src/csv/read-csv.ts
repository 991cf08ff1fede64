import { isLeft, left } from "fp-ts/lib/Either.js";
import { datePattern, dateReader } from "../date-pattern.js";
import { type ImportFault, quoted } from "../fault.js";
import { type InstantParser, zoneOf } from "../instant.js";
import { type CaseMachine, readCases } from "../read.js";
import type { CaseBatches, SourceCase } from "../source-case.js";
import type { TextSource } from "../text/source.js";
import { type CsvColumns, readHeader } from "./header.js";
import { type CsvOptions, DEFAULT_CSV_OPTIONS } from "./options.js";
import { type RecordRefusal, recordSplitter } from "./records.js";
import { type RowGatherer, rowGatherer } from "./rows.js";

/**
 * The cases of a CSV file with a row per event, in batches; memory does not grow with the file. Rows of a case need not
 * stand together: a later stretch comes as another `SourceCase` of the same id. A fault ends the reading.
 *
 * @example
 * readCsv(source, { caseId: "Unique Key", activity: "Status", timestamp: "Created", timeZone: "America/New_York" });
 */
export async function* readCsv(source: TextSource, options: CsvOptions = {}): CaseBatches {
  const { timeZone, dateFormat, ...rest } = options;
  const columns: CsvColumns = { ...DEFAULT_CSV_OPTIONS, ...rest };
  const invalid = (column: string, expected: string, found: string): ImportFault => ({
    code: "OptionInvalid",
    file: source.file,
    line: null,
    column,
    expected,
    found,
  });
  if (!/^[^"\r\n]$/.test(columns.delimiter)) {
    yield left(invalid("delimiter", "one character, no quote and no line end", quoted(columns.delimiter)));
    return;
  }
  const zone = zoneOf(timeZone);
  if (isLeft(zone)) {
    yield left(invalid("timeZone", zone.left.expected, zone.left.found));
    return;
  }
  if (dateFormat !== undefined && datePattern(dateFormat) === null) {
    yield left(invalid("dateFormat", "a pattern with yyyy, MM and dd", quoted(dateFormat)));
    return;
  }
  yield* readCases(source, csvMachine(source.file, columns, dateReader(zone.right, dateFormat)));
}

const csvMachine = (file: string, columns: CsvColumns, instant: InstantParser): CaseMachine => {
  let rows: RowGatherer | null = null;
  let cases: SourceCase[] = [];

  const onRecord = (fields: ReadonlyArray<string>, line: number): RecordRefusal | null => {
    if (rows !== null) return rows.add({ fields, line });
    const header = readHeader(fields, line, columns);
    if (isLeft(header)) return header.left;
    rows = rowGatherer(header.right, instant, (one) => void cases.push(one));
    return null;
  };
  const splitter = recordSplitter(columns.delimiter, onRecord);
  const faultOf = (refusal: RecordRefusal | null): ImportFault | null =>
    refusal === null ? null : { file, ...refusal };

  const end = async (): Promise<ImportFault | null> => {
    const fault = faultOf(await splitter.end());
    if (fault !== null) return fault;
    if (rows === null) return { ...NO_HEADER, file };
    rows.finish();
    return null;
  };
  const take = (): ReadonlyArray<SourceCase> => {
    const taken = cases;
    cases = [];
    return taken;
  };
  return { write: async (text) => faultOf(await splitter.write(text)), end, take, line: splitter.line };
};

const NO_HEADER = {
  code: "NotAnEventLog",
  line: null,
  expected: "a first line with the names of the columns",
  found: "an empty file",
} as const;
