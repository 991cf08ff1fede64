import * as fc from "fast-check";
import { isRight } from "fp-ts/lib/Either.js";
import { expect, it } from "vitest";
import { frozenCopy } from "../src/frozen-copy.js";
import { checkEvents, type JsonObject, MAX_EVENT_BYTES } from "../src/index.js";
import { newEvent } from "./support/events.js";

const room = () => ({ bytes: MAX_EVENT_BYTES });

const json = fc.dictionary(
  fc.string({ unit: "binary", minLength: 1 }).filter((key) => key !== "__proto__"),
  fc.jsonValue({ stringUnit: "binary" }),
);

const isFrozenThroughout = (value: unknown): boolean =>
  typeof value !== "object" ||
  value === null ||
  (Object.isFrozen(value) && Object.values(value).every(isFrozenThroughout));

it("a copy is what JSON would give back, frozen, and has no more bytes than were counted", () => {
  fc.assert(
    fc.property(json, (value) => {
      const left = room();
      const copy = frozenCopy(value, left);
      fc.pre(copy !== undefined);
      const text = JSON.stringify(value);
      expect(copy).toStrictEqual(JSON.parse(text));
      expect(JSON.stringify(copy)).toBe(text);
      expect(isFrozenThroughout(copy)).toBe(true);
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MAX_EVENT_BYTES - left.bytes);
    }),
  );
});

it("what is copied is what the limits let pass", () => {
  const anything = fc.dictionary(
    fc.oneof(fc.string({ unit: "binary" }), fc.constantFrom("toJSON", "\ud800", "\u0000")),
    fc.anything({ withDate: true, withMap: true, withSparseArray: true, withNullPrototype: true, withBigInt: true }),
  );
  fc.assert(
    fc.property(anything, (data) => {
      fc.pre(frozenCopy(data, room()) !== undefined);
      expect(isRight(checkEvents("a-1", [newEvent({ data })]))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const nested = (depth: number): JsonObject => (depth === 1 ? {} : { a: nested(depth - 1) });

it.each<[string, unknown]>([
  ["a negative zero", { a: -0, b: [-0] }],
  ["what has no prototype", Object.assign(Object.create(null), { a: { b: 1 } })],
  ["an array with a name", { a: Object.assign([1], { name: 2 }) }],
  [
    "members that do not count",
    Object.defineProperty({ a: 1, [Symbol("b")]: 2 }, "c", { value: 3, enumerable: false }),
  ],
  ["as deep as may be", nested(64)],
  [
    "a member that is read by a function",
    {
      get a() {
        return [1];
      },
    },
  ],
  ["pairs of surrogates", { "😀": "😀" }],
])("%s is copied as JSON would write it", (_, value) => {
  expect(frozenCopy(value, room())).toStrictEqual(JSON.parse(JSON.stringify(value)));
});

it.each<[string, unknown]>([
  ["no object", [1]],
  ["undefined", { a: undefined }],
  ["a hole", { a: new Array(1) }],
  ["NaN", { a: Number.NaN }],
  ["an unsafe integer", { a: 2 ** 53 }],
  ["a date", { a: new Date(0) }],
  ["a member __proto__", JSON.parse('{"__proto__":1}')],
  ["U+0000", { a: "\u0000" }],
  ["a lone surrogate", { a: ["\udc00"] }],
  ["a lone surrogate in a key", { "\ud800": 1 }],
  ["too deep", nested(65)],
  ["what writes itself", Object.defineProperty({ a: 1 }, "toJSON", { value: () => 2, enumerable: false })],
  ["an array that writes itself", { a: Object.assign([1], { toJSON: () => 2 }) }],
  ["what may be too large", { a: "x".repeat(MAX_EVENT_BYTES / 6) }],
  ["what may be too large in its parts", { a: Array.from({ length: MAX_EVENT_BYTES / 25 }, () => 1) }],
])("%s is left to a closer look", (_, value) => {
  expect(frozenCopy(value, room())).toBeUndefined();
});

it("a member that all objects inherit is no member of a copy", () => {
  Object.defineProperty(Object.prototype, "inherited", {
    value: 1,
    enumerable: true,
    configurable: true,
    writable: true,
  });
  const copy = frozenCopy({ a: 1 }, room());
  Reflect.deleteProperty(Object.prototype, "inherited");
  expect(copy).toBeUndefined();
});
