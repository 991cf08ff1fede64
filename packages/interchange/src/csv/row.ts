import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { InstantParser } from "../instant.js";
import type { SourceAttributes, SourceEvent, SourceValue } from "../source-case.js";
import { isSourceDate } from "../source-case.js";
import type { Column, Header } from "./header.js";
import type { RecordRefusal } from "./records.js";

/** The fields of one row, and where it stands. */
export interface Row {
  readonly fields: ReadonlyArray<string>;
  readonly line: number;
}

export const field = ({ fields }: Row, { index }: Column): string => fields[index] ?? "";

/** The attributes in some columns of a row. An empty field is no value. */
export const readAttributes = (
  row: Row,
  columns: ReadonlyArray<Column>,
  instant: InstantParser,
): Either<RecordRefusal, SourceAttributes> => {
  const attributes = new Map<string, SourceValue>();
  for (const column of columns) {
    const text = field(row, column);
    if (text === "") continue;
    if (!column.isDate) {
      attributes.set(column.key, text);
      continue;
    }
    const date = instant(text);
    if (isLeft(date)) return left(refusal(row, column, date.left.expected, date.left.found));
    attributes.set(column.key, { date: date.right, text });
  }
  return right(attributes);
};

/** The event of a row. */
export const readEvent = (
  row: Row,
  ordinal: number,
  { activity: name, timestamp }: NonNullable<Header["event"]>,
  ofEvent: Header["ofEvent"],
  instant: InstantParser,
): Either<RecordRefusal, SourceEvent> => {
  const activity = field(row, name);
  if (activity === "") return left(refusal(row, name, "a name of the event", "an empty field"));
  const attributes = readAttributes(row, ofEvent, instant);
  if (isLeft(attributes)) return attributes;
  const time = attributes.right.get(timestamp.key);
  return isSourceDate(time)
    ? right({ ordinal, line: row.line, activity, at: time.date, attributes: attributes.right })
    : left(refusal(row, timestamp, "the time of the event", "an empty field"));
};

export const refusal = (row: Row, column: Column, expected: string, found: string): RecordRefusal => ({
  code: "ValueInvalid",
  line: row.line,
  column: column.name,
  expected,
  found,
});
