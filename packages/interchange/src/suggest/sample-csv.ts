import type { TimeZone } from "@motcua/core";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { DEFAULT_CSV_OPTIONS } from "../csv/options.js";
import { recordSplitter } from "../csv/records.js";
import { dateReader } from "../date-pattern.js";
import type { ImportFault } from "../fault.js";
import type { TextSource } from "../text/source.js";
import { columnGatherer, type Sampled, type SampledColumn } from "./sampled.js";
import { bestOf } from "./words.js";

const ENOUGH = 5_000;
const DELIMITERS = [",", ";", "\t", "|"] as const;
/** In the order in which they are tried: what reads the most columns is taken, the first of equals. */
const FORMATS = [
  undefined,
  "MM/dd/yyyy hh:mm:ss a",
  "dd/MM/yyyy HH:mm:ss",
  "MM/dd/yyyy HH:mm:ss",
  "dd/MM/yyyy HH:mm",
  "MM/dd/yyyy HH:mm",
  "d/M/yyyy",
  "M/d/yyyy",
  "dd.MM.yyyy HH:mm",
  "dd.MM.yyyy",
] as const;

/** Samples a table of which nothing is known: how its fields are divided, what a row is, how dates are written. */
export const sampleCsv = async (source: TextSource, zone: TimeZone): Promise<Either<ImportFault, Sampled>> => {
  const read = await recordsOf(source);
  if (isLeft(read)) return read;
  const { delimiter, records } = read.right;
  const [names = [], ...rows] = records;
  const readings = FORMATS.map((format) => ({ format, columns: columnsOf(names, rows, zone, format) }));
  const dates = (columns: ReadonlyArray<SampledColumn>): number => columns.filter(({ isDate }) => isDate).length;
  const { format, columns } = readings.reduce((best, next) =>
    dates(next.columns) > dates(best.columns) ? next : best,
  );

  const caseId = bestOf(
    "caseId",
    columns.filter(({ filled, isDate }) => filled === rows.length && !isDate),
  );
  if (caseId === undefined)
    return left({
      code: "StructureInvalid",
      file: source.file,
      line: 1,
      expected: "a column that may be the case id: in each row, and no date",
      found: names.map((name) => JSON.stringify(name)).join(", "),
    });
  const activity = bestOf(
    "activity",
    columns.filter(({ filled, name }) => filled === rows.length && name !== caseId.name),
  );
  const timestamp = bestOf(
    "timestamp",
    columns.filter(({ filled, isDate }) => filled === rows.length && isDate),
  );
  const shared = {
    ...(delimiter !== DEFAULT_CSV_OPTIONS.delimiter && { delimiter }),
    ...(format !== undefined && { dateFormat: format }),
    caseId: caseId.name,
  };
  const others = columns.filter(({ name }) => name !== "");
  const notes = [`Guessed from the first ${rows.length} rows.`];
  if (caseId.distinct === rows.length || activity === undefined || timestamp === undefined)
    return right({ source: { rows: "case", ...shared }, ofCase: others, ofEvent: [], firstActivity: null, notes });

  const { casePrefix } = DEFAULT_CSV_OPTIONS;
  const isOfCase = ({ name }: SampledColumn): boolean => name.startsWith(casePrefix);
  const own = others.filter(isOfCase);
  const at = names.indexOf(activity.name);
  return right({
    source: {
      rows: "event",
      ...shared,
      activity: activity.name,
      timestamp: timestamp.name,
      ...(own.some(({ isDate }) => isDate) && { dates: own.filter(({ isDate }) => isDate).map(({ name }) => name) }),
    },
    ofCase: own.map((column) => ({ ...column, name: column.name.slice(casePrefix.length) })),
    ofEvent: others.filter((column) => !isOfCase(column)),
    firstActivity: rows[0]?.[at] ?? null,
    notes,
  });
};

const columnsOf = (
  names: ReadonlyArray<string>,
  rows: ReadonlyArray<ReadonlyArray<string>>,
  zone: TimeZone,
  format: string | undefined,
): ReadonlyArray<SampledColumn> => {
  const parse = dateReader(zone, format);
  const { add, columnsOf: gathered } = columnGatherer((value) => !isLeft(parse(String(value))));
  for (const name of names) add(name, undefined);
  for (const row of rows) for (const [at, name] of names.entries()) add(name, row[at]);
  return gathered();
};

/** The first records, by the delimiter that the first line has most of. */
const recordsOf = async (
  source: TextSource,
): Promise<
  Either<ImportFault, { readonly delimiter: string; readonly records: ReadonlyArray<ReadonlyArray<string>> }>
> => {
  const records: ReadonlyArray<string>[] = [];
  let splitter: ReturnType<typeof recordSplitter> | null = null;
  let delimiter = ",";
  for await (const chunk of source.chunks()) {
    if (isLeft(chunk)) return chunk;
    if (splitter === null) {
      delimiter = delimiterOf(chunk.right);
      splitter = recordSplitter(delimiter, (fields) => {
        records.push(fields);
        return null;
      });
    }
    const refusal = await splitter.write(chunk.right);
    if (refusal !== null) return left({ file: source.file, ...refusal });
    if (records.length > ENOUGH) return right({ delimiter, records });
  }
  const refusal = (await splitter?.end()) ?? null;
  return refusal === null ? right({ delimiter, records }) : left({ file: source.file, ...refusal });
};

const delimiterOf = (text: string): string => {
  const [line = ""] = text.split("\n", 1);
  const count = (delimiter: string): number => line.split(delimiter).length;
  return DELIMITERS.reduce<string>((best, next) => (count(next) > count(best) ? next : best), ",");
};
