import { isLeft } from "fp-ts/lib/Either.js";
import type { InstantParser } from "../instant.js";
import { MAX_EVENTS_PER_PART, MAX_PART_LENGTH } from "../limits.js";
import { detached, type SourceAttributes, type SourceCase, type SourceEvent } from "../source-case.js";
import type { Header } from "./header.js";
import type { RecordRefusal } from "./records.js";
import { field, type Row, readAttributes, readEvent, refusal } from "./row.js";

/** Gathers rows into cases. */
export interface RowGatherer {
  readonly add: (row: Row) => RecordRefusal | null;
  /** Ends the case that is open. */
  readonly finish: () => void;
}

/** A part of a case while its rows come. */
interface Part {
  readonly first: Row;
  readonly id: string;
  readonly attributes: SourceAttributes;
  readonly events: SourceEvent[];
  length: number;
}

/**
 * A part ends where another case begins, where the columns of the case no longer say the same, or where it has grown
 * to the limit. So nothing that a file says about a case is lost, and nothing is held until the file ends.
 */
export const rowGatherer = (header: Header, instant: InstantParser, onCase: (one: SourceCase) => void): RowGatherer => {
  let ordinal = 0;
  let part: Part | null = null;

  const finish = (): void => {
    if (part === null) return;
    onCase({ id: part.id, line: part.first.line, attributes: part.attributes, events: part.events });
    part = null;
  };

  const begin = (row: Row): RecordRefusal | Part => {
    const id = field(row, header.caseId);
    if (id === "") return refusal(row, header.caseId, "a case id", "an empty field");
    const attributes = readAttributes(row, header.ofCase, instant);
    return isLeft(attributes)
      ? attributes.left
      : { first: row, id: detached(id), attributes: attributes.right, events: [], length: 0 };
  };

  const partOf = (row: Row): RecordRefusal | Part => {
    const goesOn =
      part !== null &&
      isSameCase(header, part.first, row) &&
      part.events.length < MAX_EVENTS_PER_PART &&
      part.length < MAX_PART_LENGTH;
    if (part !== null && goesOn) return part;
    finish();
    return begin(row);
  };

  const add = (row: Row): RecordRefusal | null => {
    if (row.fields.length !== header.width) return wrongWidth(header, row);
    const current = partOf(row);
    if ("code" in current) return current;
    part = current;
    if (header.event === null) {
      finish();
      return null;
    }
    ordinal += 1;
    const event = readEvent(row, ordinal, header.event, header.ofEvent, instant);
    if (isLeft(event)) return event.left;
    current.events.push(event.right);
    current.length += row.fields.reduce((length, text) => length + text.length, 0);
    return null;
  };

  return { add, finish };
};

const isSameCase = (header: Header, one: Row, other: Row): boolean => {
  for (const column of header.ofCase) if (field(one, column) !== field(other, column)) return false;
  return true;
};

const wrongWidth = (header: Header, { fields, line }: Row): RecordRefusal => ({
  code: "StructureInvalid",
  line,
  expected: `${header.width} fields, as in the header`,
  found: fields.length === 1 ? "1 field" : `${fields.length} fields`,
});
