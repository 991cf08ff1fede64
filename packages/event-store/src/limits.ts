import { type Either, isLeft, left, map, right } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import type { EventRefused, QueryRefused, Refusal } from "./errors.js";
import type { NewEvent, RecordedEvent } from "./event.js";
import { deepFreeze } from "./freeze.js";
import { frozenCopy } from "./frozen-copy.js";
import type { JsonObject } from "./json.js";
import { type Fault, illFormed, isPlainObject, jsonFault, within } from "./json-fault.js";

/** Largest event: the UTF-8 bytes of its data and metadata as JSON. */
export const MAX_EVENT_BYTES = 256 * 1024;
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

/** The same, as frozen values: `data` and `meta` are what a store would read back. */
export interface KeptEvent extends NewEvent {
  readonly data: JsonObject;
}

/** Checks every limit of the port before anything is written. */
export const checkEvents = (
  stream: string,
  events: ReadonlyArray<NewEvent>,
): Either<EventRefused, ReadonlyArray<CheckedEvent>> => checkEach(stream, events, written);

/** The same, for who keeps values instead of JSON. */
export const keepEvents = (
  stream: string,
  events: ReadonlyArray<NewEvent>,
): Either<EventRefused, ReadonlyArray<KeptEvent>> => checkEach(stream, events, kept);

const checkEach = <A extends CheckedEvent | KeptEvent>(
  stream: string,
  events: ReadonlyArray<NewEvent>,
  formOf: (event: NewEvent) => Either<Fault, A>,
): Either<EventRefused, ReadonlyArray<A>> => {
  const refused = ({ reason, path }: Fault, index: number) =>
    left<EventRefused>({ code: "EventRefused", stream, reason, index, path });
  if (!isName(stream)) return refused({ reason: "badStreamName", path: "stream" }, 0);

  const checked: A[] = [];
  for (let index = 0; index < events.length; index++) {
    const form = formOf(events[index] as NewEvent);
    if (isLeft(form)) return refused(form.left, index);
    checked.push(form.right);
  }
  const repeated = repeatedAt(checked);
  return repeated === undefined ? right(checked) : refused({ reason: "repeatedId", path: "id" }, repeated);
};

const written = (event: NewEvent): Either<Fault, CheckedEvent> => {
  const fault = envelopeFault(event) ?? within("data", jsonFault(event.data)) ?? within("meta", jsonFault(event.meta));
  if (fault !== undefined) return left(fault);

  const data = JSON.stringify(event.data);
  const meta = JSON.stringify(event.meta);
  const textFault = illFormed(data, event.data, "data") ?? illFormed(meta, event.meta, "meta");
  if (textFault !== undefined) return left({ reason: "illFormedText", path: textFault });
  if (isTooLarge(data, meta)) return left({ reason: "tooLarge", path: "data" });
  const { id, type, schemaVersion, occurredAt } = event;
  return right({ id, type, schemaVersion, occurredAt, data, meta });
};

const kept = (event: NewEvent): Either<Fault, KeptEvent> => {
  const room = { bytes: MAX_EVENT_BYTES };
  const data = frozenCopy(event.data, room);
  const meta = frozenCopy(event.meta, room);
  if (data === undefined || meta === undefined || envelopeFault(event) !== undefined)
    return pipe(written(event), map(readBack));
  const { id, type, schemaVersion, occurredAt } = event;
  return right({ id, type, schemaVersion, occurredAt, data, meta });
};

/** A checked event as frozen values, whatever else it has. */
export const readBack = <A extends CheckedEvent>(event: A): Omit<A, "data" | "meta"> & KeptEvent => ({
  ...event,
  data: deepFreeze(JSON.parse(event.data)),
  meta: deepFreeze(JSON.parse(event.meta)),
});

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

const repeatedAt = (events: ReadonlyArray<Pick<NewEvent, "id">>): number | undefined => {
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

const isTooLarge = (data: string, meta: string): boolean => {
  const units = data.length + meta.length;
  if (units * 3 <= MAX_EVENT_BYTES) return false;
  return units > MAX_EVENT_BYTES || Buffer.byteLength(data) + Buffer.byteLength(meta) > MAX_EVENT_BYTES;
};
