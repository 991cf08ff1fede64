import { deepEqual, equal } from "node:assert/strict";
import { MAX_DEPTH, MAX_EVENT_BYTES, MAX_NAME_LENGTH, type NewEvent, type Refusal } from "@motcua/event-store";
import { group } from "./check.js";
import { failsWith, succeeds } from "./expect.js";
import { event, wholeLog } from "./sample.js";

/** JSON of exactly this many bytes, with its metadata, when written as `{"text":"…"}` and `{}`. */
const ofBytes = (bytes: number, fill: string): Partial<NewEvent> => ({
  data: { text: fill.repeat((bytes - '{"text":""}{}'.length) / Buffer.byteLength(fill)) },
  meta: {},
});

const nested = (depth: number): object => (depth === 1 ? {} : { a: nested(depth - 1) });

/** What a caller without types might send. */
const untyped = (value: unknown): Partial<NewEvent> => ({ data: { value } });
const own = (key: string): object => JSON.parse(`{"${key}":1}`);

const refusals: Readonly<Record<string, readonly [Partial<NewEvent>, Refusal, path: string]>> = {
  "an event over 256 KiB": [ofBytes(MAX_EVENT_BYTES + 1, "x"), "tooLarge", "data"],
  "an event over 256 KiB in bytes, not characters": [
    { data: { text: "ế".repeat(MAX_EVENT_BYTES / 3) } },
    "tooLarge",
    "data",
  ],
  "data deeper than 64": [{ data: nested(MAX_DEPTH + 1) }, "tooDeep", `data${".a".repeat(MAX_DEPTH)}`],
  "metadata deeper than 64": [{ meta: nested(MAX_DEPTH + 1) as never }, "tooDeep", `meta${".a".repeat(MAX_DEPTH)}`],
  "a lone surrogate": [{ data: { a: ["x", "\ud800"] } }, "illFormedText", "data.a.1"],
  "a lone surrogate in a key": [{ data: { "\udc00": 1 } }, "illFormedText", "data.(key)"],
  "U+0000": [{ meta: { actor: "a\u0000" } }, "illFormedText", "meta.actor"],
  undefined: [untyped(undefined), "notJson", "data.value"],
  "a hole in an array": [{ data: { a: new Array(2) } }, "notJson", "data.a[0]"],
  NaN: [untyped(Number.NaN), "notJson", "data.value"],
  Infinity: [untyped(Number.POSITIVE_INFINITY), "notJson", "data.value"],
  "an integer that is not exact": [untyped(2 ** 53), "notJson", "data.value"],
  "a bigint": [untyped(1n), "notJson", "data.value"],
  "a function": [untyped(() => 1), "notJson", "data.value"],
  "a symbol": [untyped(Symbol("x")), "notJson", "data.value"],
  "a Date": [untyped(new Date(0)), "notJson", "data.value"],
  "a Map": [untyped(new Map()), "notJson", "data.value"],
  "an object with toJSON": [{ data: { toJSON: () => "x" } }, "notJson", "data.toJSON"],
  "data that is an array": [{ data: [] }, "notJson", "data"],
  "data that is null": [{ data: null as never }, "notJson", "data"],
  "a key __proto__": [{ data: own("__proto__") }, "notJson", "data.__proto__"],
  "an id that is no UUID": [{ id: "dossier-1" }, "badId", "id"],
  "an id in capitals": [{ id: "AAAAAAAA-0000-4000-8000-000000000001" }, "badId", "id"],
  "an empty type": [{ type: "" }, "badType", "type"],
  "a type that begins with $": [{ type: "$created" }, "badType", "type"],
  "a type that is too long": [{ type: "x".repeat(MAX_NAME_LENGTH + 1) }, "badType", "type"],
  "a schema version below 1": [{ schemaVersion: 0 }, "badSchemaVersion", "schemaVersion"],
  "a schema version with a fraction": [{ schemaVersion: 1.5 }, "badSchemaVersion", "schemaVersion"],
  "an instant with a fraction": [{ occurredAt: 0.5 }, "badInstant", "occurredAt"],
  "an instant that no date can hold": [{ occurredAt: 8.64e15 + 1 }, "badInstant", "occurredAt"],
  "an instant that is no number": [{ occurredAt: Number.NaN }, "badInstant", "occurredAt"],
};

const accepted: Readonly<Record<string, Partial<NewEvent>>> = {
  "an event of exactly 256 KiB": ofBytes(MAX_EVENT_BYTES, "x"),
  "an event of exactly 256 KiB in three-byte characters": ofBytes(MAX_EVENT_BYTES - 1, "ế".slice(0, 1)),
  "data and metadata 64 deep": { data: nested(MAX_DEPTH), meta: nested(MAX_DEPTH) as never },
  "the largest exact integers": { data: { a: [2 ** 53 - 1, -(2 ** 53) + 1] } },
  "keys that are names of Object.prototype": { data: { constructor: 1, toString: "x", hasOwnProperty: [] } },
  "a type named after Object.prototype": { type: "constructor" },
  "empty objects": { data: {}, meta: {} },
  "an instant before 1970": { occurredAt: -1 },
  "the first instant that a date can hold": { occurredAt: -8.64e15 },
  "the last instant that a date can hold": { occurredAt: 8.64e15 },
  "the largest schema version": { schemaVersion: Number.MAX_SAFE_INTEGER },
  "an id of any version of UUID": { id: "ffffffff-ffff-8fff-bfff-ffffffffffff" },
};

const name = "limits";

export const limits = [
  ...group(
    name,
    Object.fromEntries(
      Object.entries(refusals).map(([what, [part, reason, path]]) => [
        `${what} is refused before anything is written`,
        async (store) => {
          const refused = await failsWith("EventRefused", store.append("a-1", [event(), event(part)], "none")());
          deepEqual([refused.reason, refused.index, refused.path], [reason, 1, path]);
          equal((await wholeLog(store)).events.length, 0);
        },
      ]),
    ),
  ),
  ...group(
    name,
    Object.fromEntries(
      Object.entries(accepted).map(([what, part]) => [
        `${what}: kept exactly`,
        async (store) => {
          const given = event(part);
          await succeeds(store.append("a-1", [given], "none")());
          const [found] = (await wholeLog(store)).events;
          deepEqual(
            [found?.id, found?.type, found?.schemaVersion, found?.occurredAt, found?.data, found?.meta],
            [given.id, given.type, given.schemaVersion, given.occurredAt, given.data, given.meta],
          );
        },
      ]),
    ),
  ),
  ...group(name, {
    "an id twice in one append is refused": async (store) => {
      const twice = event();
      const refused = await failsWith("EventRefused", store.append("a-1", [twice, event(), { ...twice }], "none")());
      deepEqual([refused.reason, refused.index], ["repeatedId", 2]);
    },
    "a stream's name is not empty, not of the store's own, not too long, and plain text": async (store) => {
      for (const stream of ["", "$all", "x".repeat(MAX_NAME_LENGTH + 1), "a\u0000", "a\nb", "\ud800"])
        equal((await failsWith("EventRefused", store.append(stream, [event()], "any")())).reason, "badStreamName");
      await succeeds(store.append("x".repeat(MAX_NAME_LENGTH), [event()], "none")());
      equal((await wholeLog(store)).events.length, 1);
    },
    "an event of an object that goes round in a circle is refused": async (store) => {
      const circle: Record<string, unknown> = {};
      circle["self"] = circle;
      equal(
        (await failsWith("EventRefused", store.append("a-1", [event({ data: circle })], "any")())).reason,
        "tooDeep",
      );
    },
    "no part of an event appears in the error": async (store) => {
      const secret = "Nguyễn Văn A 012345678901";
      const refused = await failsWith(
        "EventRefused",
        store.append("a-1", [event({ data: { secret, value: Number.NaN } })], "none")(),
      );
      equal(JSON.stringify(refused).includes(secret), false);
    },
  }),
];
