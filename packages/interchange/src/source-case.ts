import type { Either } from "fp-ts/lib/Either.js";
import type { ImportFault } from "./fault.js";

/** An instant as the source wrote it: the text keeps the offset and the digits that milliseconds cannot. */
export interface SourceDate {
  /** Epoch milliseconds; finer digits are cut off. */
  readonly date: number;
  readonly text: string;
}

/**
 * A value as the source wrote it. A number that a double cannot hold as written (an integer beyond 2^53, `NaN`, `INF`)
 * stays text. CSV knows no types: there a value is text, or a date where the options name its column.
 */
export type SourceValue = string | number | boolean | SourceDate;

/** Attributes by key. A `Map`, because a key is the source's own text: `__proto__` is a key like any other. */
export type SourceAttributes = ReadonlyMap<string, SourceValue>;

/** One event of the source. */
export interface SourceEvent {
  /** 1-based place among all events of the file, in file order. */
  readonly ordinal: number;
  readonly line: number;
  /** `concept:name`, never empty. */
  readonly activity: string;
  /** `time:timestamp`, epoch milliseconds. */
  readonly at: number;
  /** All of them, activity and time included. */
  readonly attributes: SourceAttributes;
}

/**
 * A case, or a part of one. The same `id` may come again: with later rows of a CSV file that does not keep its cases
 * together, where a CSV file contradicts itself about a case's attributes, as a second trace of that name, or as the
 * rest of a case of more than `MAX_EVENTS_PER_PART` events. Whoever reads merges parts by id, in the order they come.
 */
export interface SourceCase {
  /** `concept:name` of the case, never empty. Safe to keep: it does not hold the text of the file in memory. */
  readonly id: string;
  /** Where the trace, or the part's first row, begins. */
  readonly line: number;
  readonly attributes: SourceAttributes;
  /** In file order; may be empty in XES. */
  readonly events: ReadonlyArray<SourceEvent>;
}

/** Cases in batches, so that async iteration costs nothing per case. A fault is the last thing that comes. */
export type CaseBatches = AsyncIterable<Either<ImportFault, ReadonlyArray<SourceCase>>>;

/** `time:timestamp` and its like: the value is an instant. */
export const isSourceDate = (value: SourceValue | undefined): value is SourceDate => typeof value === "object";

/**
 * A copy of a text that stands alone. V8 keeps a piece of a larger string as a view into it, so a program that
 * remembers one id per case would otherwise hold the whole file.
 */
export const detached = (text: string): string => Buffer.from(text, "utf8").toString("utf8");
