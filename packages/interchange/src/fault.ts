/** What kind of thing is wrong; `expected` and `found` of the fault say exactly what. */
export type ImportFaultCode =
  /** The file is missing, is no regular file, may not be read, or failed while it was read. */
  | "FileUnreadable"
  /** The gzip stream is truncated or damaged. */
  | "GzipDamaged"
  /** The bytes are not UTF-8 text: another encoding, a NUL byte, a binary file. */
  | "NotUtf8"
  /** Readable text, but no event log: empty, or XML that is not XES. */
  | "NotAnEventLog"
  /** Not well-formed XML, or quotes and line ends that CSV does not know. */
  | "Malformed"
  /** A document type or an entity declaration: refused whatever it says. */
  | "Forbidden"
  /** Longer or deeper than `limits.ts` allows. */
  | "LimitExceeded"
  /** A part in the wrong place, missing, doubled, or with the wrong number of fields. */
  | "StructureInvalid"
  /** A value that is missing, of another type, or impossible. */
  | "ValueInvalid"
  /** An option of the call that cannot be followed. */
  | "OptionInvalid"
  /** A mapping that is not JSON, or says what a mapping cannot say; `column` is the JSON Pointer of the place. */
  | "MappingInvalid";

/**
 * Why a file was refused, as a value; reading ends with it.
 *
 * @example
 * // the date 2011-02-30 in a CSV file
 * const fault: ImportFault = {
 *   code: "ValueInvalid",
 *   file: "log.csv",
 *   line: 17,
 *   column: "time:timestamp",
 *   expected: "a date that exists",
 *   found: '"2011-02-30T09:00:00Z"',
 * };
 */
export interface ImportFault {
  readonly code: ImportFaultCode;
  readonly file: string;
  /** 1-based line at which the fault was seen; `null` where no line was reached. */
  readonly line: number | null;
  /** The CSV column or the XES key concerned. */
  readonly column?: string;
  /** 1-based character in that line up to which the parser had read, where it knows it. */
  readonly character?: number;
  readonly expected: string;
  /** What stood there: at most `LONGEST_QUOTE` characters of it, control characters escaped. */
  readonly found: string;
}

/** A fault without its place: what a reader of one value can say. `found` is quoted as in a fault. */
export interface Doubt {
  readonly expected: string;
  readonly found: string;
}

const LONGEST_QUOTE = 80;

/** A value as a fault quotes it: `"2011-02-30"`, escaped, and cut where it is long. */
export const quoted = (text: string): string =>
  text.length <= LONGEST_QUOTE
    ? JSON.stringify(text)
    : `${JSON.stringify(text.slice(0, LONGEST_QUOTE))}… (${text.length} characters)`;
