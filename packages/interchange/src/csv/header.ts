import { type Either, left, right } from "fp-ts/lib/Either.js";
import { quoted } from "../fault.js";
import type { CsvOptions } from "./options.js";
import type { RecordRefusal } from "./records.js";

/** The options with their defaults filled in. */
export type CsvColumns = Required<Omit<CsvOptions, "timeZone" | "dateFormat">>;

/** A column, and what becomes of its values. */
export interface Column {
  readonly name: string;
  /** Key among the attributes: the name, without the prefix that marks a column of the case. */
  readonly key: string;
  readonly index: number;
  readonly isDate: boolean;
}

/** What the header says about each row. */
export interface Header {
  readonly width: number;
  readonly caseId: Column;
  /** Where a row is an event; `null` where it is a case. */
  readonly event: { readonly activity: Column; readonly timestamp: Column } | null;
  readonly ofCase: ReadonlyArray<Column>;
  readonly ofEvent: ReadonlyArray<Column>;
}

/** Reads the first record. One column without a name, as pandas writes its index, is passed over. */
export const readHeader = (
  names: ReadonlyArray<string>,
  line: number,
  columns: CsvColumns,
): Either<RecordRefusal, Header> => {
  const refuse = (column: string, expected: string, found: string): Either<RecordRefusal, never> =>
    left({ code: "StructureInvalid", line, column, expected, found });
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) return refuse(twice, "each column once", `${quoted(twice)} twice`);

  const isEvent = columns.rows === "event";
  const required = isEvent ? [columns.caseId, columns.activity, columns.timestamp] : [columns.caseId];
  const missing = required.find((name) => !names.includes(name));
  if (missing !== undefined) return refuse(missing, `the column ${quoted(missing)}`, `the columns ${listed(names)}`);

  const column = (name: string): Column => ({
    name,
    key: name.startsWith(columns.casePrefix) ? name.slice(columns.casePrefix.length) : name,
    index: names.indexOf(name),
    isDate: (isEvent && name === columns.timestamp) || columns.dates.includes(name),
  });
  const isOfCase = (name: string): boolean =>
    !isEvent || name === columns.caseId || (columns.casePrefix !== "" && name.startsWith(columns.casePrefix));
  const named = names.filter((name) => name !== "");
  return right({
    width: names.length,
    caseId: column(columns.caseId),
    event: isEvent ? { activity: column(columns.activity), timestamp: column(columns.timestamp) } : null,
    ofCase: named.filter(isOfCase).map(column),
    ofEvent: named.filter((name) => !isOfCase(name)).map(column),
  });
};

const MOST_NAMES = 20;

const listed = (names: ReadonlyArray<string>): string =>
  names.slice(0, MOST_NAMES).map(quoted).join(", ") +
  (names.length > MOST_NAMES ? ` and ${names.length - MOST_NAMES} more` : "");
