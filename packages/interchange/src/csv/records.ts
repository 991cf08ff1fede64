import { type CsvError, parse } from "csv-parse";
import type { Doubt, ImportFaultCode } from "../fault.js";
import { MAX_RECORD_LENGTH } from "../limits.js";

/** Why a record was refused, and where. */
export interface RecordRefusal extends Doubt {
  readonly code: ImportFaultCode;
  readonly line: number;
  readonly column?: string;
}

/** Splits text that comes in pieces into records. After a refusal it is thrown away. */
export interface RecordSplitter {
  readonly write: (text: string) => Promise<RecordRefusal | null>;
  readonly end: () => Promise<RecordRefusal | null>;
  /** The line that reading has reached. */
  readonly line: () => number;
}

/**
 * RFC 4180, strictly, by csv-parse: a quote stands at the edges of a field or doubled inside; lines end in LF or
 * CRLF. Empty lines are passed over. `onRecord` may refuse a record, which ends the splitting.
 *
 * @param delimiter  one character
 */
export const recordSplitter = (
  delimiter: string,
  onRecord: (fields: ReadonlyArray<string>, line: number) => RecordRefusal | null,
): RecordSplitter => {
  let refusal: RecordRefusal | null = null;
  let linesBefore = 0; // line ends up to this record, without those of empty lines
  let breaks = 0; // line ends inside this record
  let length = 0;
  let linesWritten = 0;

  // Lines are counted here: csv-parse takes a CRLF inside quotes for two of them.
  const recordLine = (): number => 1 + linesBefore + parser.info.empty_lines;

  const onField = (text: string, isQuoted: boolean): void => {
    length += text.length + 1;
    // `max_record_size` does not count separators: a gigabyte of commas would pass it.
    if (length > MAX_RECORD_LENGTH) refusal ??= tooLong(recordLine());
    if (isQuoted) breaks += lineEnds(text);
    else if (text.includes("\r")) {
      refusal ??= malformed(recordLine() + breaks, "lines that end in LF or CRLF", "a CR alone");
    }
  };

  const endOfRecord = (fields: ReadonlyArray<string>): void => {
    refusal ??= onRecord(fields, recordLine());
    linesBefore += breaks + 1;
    breaks = 0;
    length = 0;
  };

  const parser = parse({
    delimiter,
    record_delimiter: ["\n", "\r\n"],
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: MAX_RECORD_LENGTH,
    cast: (text, { quoting }) => {
      onField(text, quoting);
      return text;
    },
    // Records end here, nothing comes out of the stream: so there is no back-pressure but that of `write`.
    on_record: (fields) => {
      endOfRecord(fields);
      return null;
    },
  });
  parser.on("error", () => undefined); // the callbacks below are told

  const settled = (step: (done: (error?: Error | null) => void) => void): Promise<RecordRefusal | null> =>
    new Promise((resolve) => {
      step((error) => resolve(refusal ?? (error ? refusalOf(error, recordLine(), breaks) : null)));
    });

  return {
    write: (text) => {
      linesWritten += lineEnds(text);
      return settled((done) => parser.write(text, done));
    },
    end: () => settled((done) => parser.end(done)),
    line: () => 1 + linesWritten,
  };
};

const malformed = (line: number, expected: string, found: string): RecordRefusal => ({
  code: "Malformed",
  line,
  expected,
  found,
});

const tooLong = (line: number): RecordRefusal => ({
  code: "LimitExceeded",
  line,
  expected: `a record of at most ${MAX_RECORD_LENGTH} characters`,
  found: "a longer one, or a quote that is not closed",
});

/** What an error of csv-parse means, in a record that begins on `line` and has had so many line ends. */
const refusalOf = (error: Error & Partial<Pick<CsvError, "code">>, line: number, breaks: number): RecordRefusal => {
  switch (error.code) {
    case "CSV_MAX_RECORD_SIZE":
      return tooLong(line);
    case "CSV_QUOTE_NOT_CLOSED":
      return malformed(line + breaks, "a closing quote", "the end of the file");
    case "INVALID_OPENING_QUOTE":
      return malformed(line + breaks, "quotes around the whole field", "a quote inside");
    case "CSV_INVALID_CLOSING_QUOTE":
      return malformed(line + breaks, "the end of the field after its closing quote", "more text");
    default:
      return malformed(line + breaks, "CSV as RFC 4180 has it", error.message);
  }
};

const lineEnds = (text: string): number => {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
};
