import { checkCopies, type EventRefused, type RecordedEvent } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { isCloudEvent, ownMembers } from "../cloudevents/read-cloud-event.js";
import { quoted } from "../fault.js";
import { isoText } from "./event-line.js";
import { notUnderstood } from "./known-events.js";
import type { LineFault } from "./line-fault.js";
import { EXPECTED_OF } from "./refusals.js";

/**
 * Reads a line as `eventLine` or `exportCloudEvents` writes it: these members, no others, each within the limits of the port; and what is recorded
 * of a dossier, a procedure, a unit, a petition or a treasury has to be an event that this release knows. The order of the
 * members and white space between them do not matter.
 */
export const readEvent = (text: string): Either<LineFault, RecordedEvent> => {
  const parsed = parse(text);
  if (isLeft(parsed)) return parsed;
  const own = isCloudEvent(parsed.right) ? ownMembers(parsed.right) : parsed;
  if (isLeft(own)) return own;
  const members = membersOf(own.right);
  if (isLeft(members)) return members;
  const event = eventOf(members.right);
  if (isLeft(event)) return event;
  const checked = checkCopies([event.right]);
  if (isLeft(checked)) return left(refused(checked.left, members.right));
  const doubt = notUnderstood(event.right);
  return doubt === undefined ? event : left({ code: "ValueInvalid", ...doubt });
};

const AN_EVENT = "an event as one JSON object";

const parse = (text: string): Either<LineFault, unknown> => {
  try {
    return right(JSON.parse(text));
  } catch (error) {
    return left({
      code: "Malformed",
      expected: AN_EVENT,
      ...placeOf(text, error instanceof Error ? error.message : ""),
    });
  }
};

/** The parser names the character where it stopped, or says that the text ended, or repeats what stands around the place. */
const placeOf = (text: string, said: string): Pick<LineFault, "character" | "found"> => {
  const end = text.trimEnd().length;
  const at = said.includes("end of JSON") ? end : Number(/position (\d+)/.exec(said)?.[1]);
  if (at >= end) return { character: end + 1, found: "the end of the line" };
  if (at >= 0) return { character: at + 1, found: quoted(text.slice(at, at + 40)) };
  return { found: quoted(/"(.*)"(\.\.\.)? is not valid JSON$/s.exec(said)?.[1] ?? text) };
};

const MEMBERS = {
  stream: "text",
  version: "a number",
  id: "text",
  type: "text",
  schemaVersion: "a number",
  occurredAt: "an instant",
  recordedAt: "an instant",
  data: "an object",
  meta: "an object",
} as const;

type Members = Readonly<Record<keyof typeof MEMBERS, unknown>>;

/** A member that is misspelt would otherwise be lost without a word. */
const membersOf = (value: unknown): Either<LineFault, Members> => {
  const invalid = (column: string | undefined, expected: string, found: string): Either<LineFault, never> =>
    left({ code: "StructureInvalid", ...(column !== undefined && { column }), expected, found });
  if (!isObject(value)) return invalid(undefined, AN_EVENT, kindOf(value));
  const missing = Object.keys(MEMBERS).find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) return invalid(missing, MEMBERS[missing as keyof Members], "no such member");
  const unknown = Object.keys(value).find((name) => !Object.hasOwn(MEMBERS, name));
  if (unknown !== undefined)
    return invalid(undefined, `no members but ${Object.keys(MEMBERS).join(", ")}`, quoted(unknown));
  return right(value as Members);
};

const eventOf = (members: Members): Either<LineFault, RecordedEvent> => {
  const { stream, version, id, type, schemaVersion, data, meta } = members;
  const wrong = Object.entries(MEMBERS).find(([name, kind]) => !isKind[kind](members[name as keyof Members]));
  if (wrong !== undefined) {
    const [column, expected] = wrong;
    return left({ code: "ValueInvalid", column, expected, found: shown(members[column as keyof Members]) });
  }
  const [occurredAt, recordedAt] = [instantOf(members.occurredAt), instantOf(members.recordedAt)];
  if (occurredAt === undefined || recordedAt === undefined) {
    const column = occurredAt === undefined ? "occurredAt" : "recordedAt";
    const expected = "an instant that exists, in UTC with milliseconds, as 2018-02-14T01:30:00.000Z";
    return left({ code: "ValueInvalid", column, expected, found: shown(members[column]) });
  }
  return right({ stream, version, id, type, schemaVersion, occurredAt, recordedAt, data, meta } as RecordedEvent);
};

const isObject = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isKind = {
  text: (value: unknown) => typeof value === "string",
  "an instant": (value: unknown) => typeof value === "string",
  "a number": (value: unknown) => typeof value === "number",
  "an object": isObject,
} as const;

/** Only what `isoText` writes: finer digits, or another offset, would not come out again as they went in. */
const instantOf = (value: unknown): number | undefined => {
  const instant = typeof value === "string" ? Date.parse(value) : Number.NaN;
  return Number.isFinite(instant) && isoText(instant) === value ? instant : undefined;
};

const refused = ({ reason, path }: EventRefused, members: Members): LineFault => {
  const { code, expected } = EXPECTED_OF[reason];
  const member = /^\w+/.exec(path)?.[0] ?? path;
  return { code, column: path, expected, found: shown(members[member as keyof Members]) };
};

const shown = (value: unknown): string =>
  typeof value === "string" ? quoted(value) : isObject(value) ? quoted(JSON.stringify(value)) : kindOf(value);

const kindOf = (value: unknown): string => {
  if (value === null || typeof value === "number" || typeof value === "boolean") return String(value);
  return typeof value === "string" ? "a text" : Array.isArray(value) ? "a list" : "an object";
};
