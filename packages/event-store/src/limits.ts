import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { EventRefused, QueryRefused, Refusal } from "./errors.js";
import type { NewEvent, RecordedEvent } from "./event.js";

/** Largest event: the UTF-8 bytes of its data and metadata as JSON. */
export const MAX_EVENT_BYTES = 256 * 1024;
/** Deepest nesting of data or metadata. */
export const MAX_DEPTH = 64;
/** Longest stream name and event type, in UTF-16 units. */
export const MAX_NAME_LENGTH = 400;
/** Largest and default page. */
export const MAX_PAGE = 10_000;
export const DEFAULT_PAGE = 1_000;

/** An event that has passed every limit: a copy, so that the caller's later changes miss it, with its JSON written out once. */
export interface CheckedEvent extends Omit<NewEvent, "data" | "meta"> {
  readonly data: string;
  readonly meta: string;
}

/** Checks every limit of the port before anything is written. */
export const checkEvents = (
  stream: string,
  events: ReadonlyArray<NewEvent>,
): Either<EventRefused, ReadonlyArray<CheckedEvent>> => {
  const refused = (reason: Refusal, index: number, path: string) =>
    left<EventRefused>({ code: "EventRefused", stream, reason, index, path });
  if (!isName(stream)) return refused("badStreamName", 0, "stream");

  const checked: CheckedEvent[] = [];
  for (let index = 0; index < events.length; index++) {
    const event = events[index] as NewEvent;
    const fault =
      envelopeFault(event) ?? within("data", jsonFault(event.data, 1)) ?? within("meta", jsonFault(event.meta, 1));
    if (fault !== undefined) return refused(fault.reason, index, fault.path);

    const data = JSON.stringify(event.data);
    const meta = JSON.stringify(event.meta);
    const textFault = illFormed(data, event.data, "data") ?? illFormed(meta, event.meta, "meta");
    if (textFault !== undefined) return refused("illFormedText", index, textFault);
    if (isTooLarge(data, meta)) return refused("tooLarge", index, "data");
    const { id, type, schemaVersion, occurredAt } = event;
    checked.push({ id, type, schemaVersion, occurredAt, data, meta });
  }
  const repeated = repeatedAt(checked);
  return repeated === undefined ? right(checked) : refused("repeatedId", repeated, "id");
};

/** An event of a log that is moved, when it has passed every limit. */
export interface CheckedCopy extends CheckedEvent, Pick<RecordedEvent, "stream" | "version" | "recordedAt"> {}

/** Checks events of another log before any is written; `index` counts them all. */
export const checkCopies = (events: ReadonlyArray<RecordedEvent>): Either<EventRefused, ReadonlyArray<CheckedCopy>> => {
  const copies: CheckedCopy[] = [];
  for (const [index, { stream, version, recordedAt, ...event }] of events.entries()) {
    const refused = (reason: Refusal, path: string) =>
      left<EventRefused>({ code: "EventRefused", stream, reason, index, path });
    if (!Number.isSafeInteger(version) || version < 1) return refused("badVersion", "version");
    if (!isInstant(recordedAt)) return refused("badInstant", "recordedAt");
    const checked = checkEvents(stream, [event]);
    if (isLeft(checked)) return refused(checked.left.reason, checked.left.path);
    copies.push(...checked.right.map((one) => ({ ...one, stream, version, recordedAt })));
  }
  const repeated = repeatedAt(copies);
  const { stream = "" } = copies[repeated ?? 0] ?? {};
  return repeated === undefined
    ? right(copies)
    : left({ code: "EventRefused", stream, reason: "repeatedId", index: repeated, path: "id" });
};

const repeatedAt = (events: ReadonlyArray<CheckedEvent>): number | undefined => {
  if (events.length < 2) return undefined;
  const ids = new Set<string>();
  const index = events.findIndex(({ id }) => ids.size === ids.add(id).size);
  return index < 0 ? undefined : index;
};

/** The page size to use, or why it has no meaning. */
export const checkLimit = (limit: number = DEFAULT_PAGE): Either<QueryRefused, number> =>
  Number.isInteger(limit) && limit >= 1 && limit <= MAX_PAGE
    ? right(limit)
    : left({ code: "QueryRefused", detail: `limit must be a whole number from 1 to ${MAX_PAGE}, not ${limit}` });

interface Fault {
  readonly reason: Refusal;
  readonly path: string;
}

const envelopeFault = (event: NewEvent): Fault | undefined => {
  if (!UUID.test(event.id)) return { reason: "badId", path: "id" };
  if (!isName(event.type)) return { reason: "badType", path: "type" };
  if (!Number.isSafeInteger(event.schemaVersion) || event.schemaVersion < 1)
    return { reason: "badSchemaVersion", path: "schemaVersion" };
  if (!isInstant(event.occurredAt)) return { reason: "badInstant", path: "occurredAt" };
  if (!isPlainObject(event.data)) return { reason: "notJson", path: "data" };
  if (!isPlainObject(event.meta)) return { reason: "notJson", path: "meta" };
  return undefined;
};

const isInstant = (value: number): boolean => Number.isInteger(value) && Math.abs(value) <= LAST_INSTANT;

/** The last instant that a `Date` can hold. */
const LAST_INSTANT = 8.64e15;

/** RFC 9562 in lower case, so that equal ids are equal texts. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Whether there can be a stream or a type of this name. */
export const isName = (name: string): boolean =>
  name.length > 0 && name.length <= MAX_NAME_LENGTH && NAME.test(name) && name.isWellFormed();

/** No control characters, and no `$` at the beginning: those names belong to EventStoreDB. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const NAME = /^[^\u0000-\u001f$][^\u0000-\u001f]*$/;

const isPlainObject = (value: unknown): value is Record<string, unknown> => {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
};

/** JSON.stringify would drop or bend these without a word: undefined, functions, NaN, dates, maps, unsafe integers. */
const jsonFault = (value: unknown, depth: number): Fault | undefined => {
  switch (typeof value) {
    case "string":
    case "boolean":
      return undefined;
    case "number":
      return Number.isFinite(value) && (!Number.isInteger(value) || Number.isSafeInteger(value)) ? undefined : NOT_JSON;
    case "object":
      break;
    default:
      return NOT_JSON;
  }
  if (value === null) return undefined;
  if (depth > MAX_DEPTH) return { reason: "tooDeep", path: "" };
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) {
      const fault = jsonFault(value[i], depth + 1);
      if (fault !== undefined) return within(`[${i}]`, fault);
    }
    return undefined;
  }
  if (!isPlainObject(value)) return NOT_JSON;
  for (const key in value) {
    if (key === "__proto__") return within(".__proto__", NOT_JSON);
    const member = value[key];
    if (typeof member === "string") continue;
    const fault = jsonFault(member, depth + 1);
    if (fault !== undefined) return within(`.${key}`, fault);
  }
  return undefined;
};

const NOT_JSON: Fault = { reason: "notJson", path: "" };

/** The path is put together on the way back from a fault: doing so on the way in took a quarter of the time of the checks. */
const within = (step: string, fault: Fault | undefined): Fault | undefined =>
  fault && { reason: fault.reason, path: `${step}${fault.path}` };

/**
 * Lone surrogates and U+0000, which some stores refuse and others change.
 * JSON.stringify writes both as `\u…`, so text without that escape needs no closer look.
 */
const illFormed = (json: string, value: unknown, path: string): string | undefined =>
  json.includes("\\u") ? illFormedAt(value, path) : undefined;

const illFormedAt = (value: unknown, path: string): string | undefined => {
  if (typeof value === "string") return value.isWellFormed() && !value.includes("\u0000") ? undefined : path;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, member] of Object.entries(value)) {
    const found = illFormedAt(key, `${path}.(key)`) ?? illFormedAt(member, `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
};

const isTooLarge = (data: string, meta: string): boolean => {
  const units = data.length + meta.length;
  if (units * 3 <= MAX_EVENT_BYTES) return false;
  return units > MAX_EVENT_BYTES || Buffer.byteLength(data) + Buffer.byteLength(meta) > MAX_EVENT_BYTES;
};
