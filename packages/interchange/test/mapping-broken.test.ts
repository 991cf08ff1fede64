import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import formats from "ajv-formats";
import { isLeft } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { type ImportFault, readMapping } from "../src/index.js";
import { Mapping } from "../src/mapping/mapping.js";
import { LEAST } from "./support/mapping.js";

const written = (more: object): string => JSON.stringify({ ...LEAST, ...more }, null, 2);
const without = (name: string): string =>
  JSON.stringify(Object.fromEntries(Object.entries(LEAST).filter(([key]) => key !== name)), null, 2);
const TERM = { unit: "workingDay", amount: 5 };
const CHARGE = { charge: "f", name: "f", kind: "fee", currency: "EUR", digits: 2, amount: "a" };

type Broken = readonly [what: string, text: string, fault: Partial<ImportFault>];

const BROKEN: ReadonlyArray<Broken> = [
  ["an empty file", "", { line: 1, expected: "JSON" }],
  ["no JSON", '{\n  "log": x\n}', { line: 2, expected: "JSON" }],
  ["JSON that is cut", '{\n  "log": "a",\n', { line: 3, expected: "JSON" }],
  ["two documents", `${written({})}\n{}`, { expected: "JSON" }],
  ["a comma too many", '{ "log": "a", }', { line: 1, expected: "JSON" }],
  ["a list", "[]", { line: 1, column: "/", expected: "an object" }],
  ["a number", "7", { line: 1, column: "/", expected: "an object", found: "7" }],
  ["null", "null", { column: "/", expected: "an object" }],
  ["JSON that is too deep", "[".repeat(100_000) + "]".repeat(100_000), { expected: "JSON at most 32 deep" }],
  ["a file that is too long", " ".repeat(1_048_577), { expected: "at most 1048576 characters" }],
  ["a member twice", '{\n"log": "a",\n"log": "b"\n}', { column: "/log", expected: "each member once" }],
  ["no mark", without("motcuaMapping"), { column: "/motcuaMapping", expected: "1", found: "nothing", line: 1 }],
  ["a later version", written({ motcuaMapping: 2 }), { line: 2, column: "/motcuaMapping", expected: "1", found: "2" }],
  ["no log", without("log"), { column: "/log", found: "nothing" }],
  ["an empty log", written({ log: "" }), { line: 3, column: "/log", found: '""' }],
  ["a log that is a number", written({ log: 7 }), { line: 3, column: "/log", found: "7" }],
  ["no time zone", without("timeZone"), { column: "/timeZone" }],
  ["a time zone that is none", written({ timeZone: "Mars/Base" }), { line: 4, found: '"Mars/Base"' }],
  ["no centre", without("centre"), { column: "/centre" }],
  ["a centre that is a text", written({ centre: "x" }), { column: "/centre", expected: "an object", found: '"x"' }],
  ["no procedure", without("procedure"), { column: "/procedure" }],
  ["a procedure without a field", written({ procedure: { code: { constant: "p" } } }), { column: "/procedure/field" }],
  ["no reception", without("received"), { column: "/received" }],
  ["a member that is misspelt", written({ agencies: {} }), { column: "/agencies", found: "{}" }],
  ["a member of a member that is misspelt", written({ unit: { atribute: "a" } }), { column: "/unit/atribute" }],
  [
    "a text by two rules",
    written({ unit: { constant: "a", attribute: "b" } }),
    {
      column: "/unit",
      expected: "one of constant, attribute, eventAttribute, and one alone",
      found: "constant, attribute",
    },
  ],
  ["a text by none", written({ unit: {} }), { column: "/unit", found: "none" }],
  ["a word that is no text", written({ unit: { attribute: "a", values: { x: 1 } } }), { column: "/unit/values/x" }],
  ["an instant by nothing", written({ resolved: { which: "last" } }), { column: "/resolved" }],
  ["no activity in a list", written({ resolved: { activity: [] } }), { expected: "a list that is not empty" }],
  ["an activity that is empty", written({ resolved: { activity: ["a", ""] } }), { column: "/resolved/activity/1" }],
  ["which of them", written({ resolved: { activity: ["a"], which: "next" } }), { expected: '"first" or "last"' }],
  ["a due date by both", written({ due: { attribute: "a", term: TERM } }), { column: "/due" }],
  ["a unit of time", written({ due: { term: { ...TERM, unit: "week" } } }), { column: "/due/term/unit" }],
  ["a term below zero", written({ due: { term: { ...TERM, amount: -1 } } }), { column: "/due/term/amount" }],
  ["a term in halves", written({ due: { term: { ...TERM, amount: 0.5 } } }), { found: "0.5" }],
  ["a term without a unit", written({ due: { term: { amount: 1 } } }), { column: "/due/term/unit", found: "nothing" }],
  ["a date that is none", written({ calendar: { closed: ["2024-02-30"] } }), { column: "/calendar/closed/0" }],
  ["a channel", written({ channel: { from: { attribute: "c" }, channels: { a: "fax" } } }), { found: '"fax"' }],
  ["an outcome", written({ outcome: { from: { attribute: "c" }, outcomes: { a: "yes" } } }), { found: '"yes"' }],
  ["a way of delivery", written({ deliveryMethod: "pigeon" }), { column: "/deliveryMethod" }],
  ["a namespace with a colon", written({ namespace: "a:b" }), { column: "/namespace", found: '"a:b"' }],
  ["a delimiter of two", written({ source: { delimiter: ";;" } }), { column: "/source/delimiter" }],
  ["a date format without a year", written({ source: { dateFormat: "dd/MM" } }), { column: "/source/dateFormat" }],
  ["rows of another kind", written({ source: { rows: "month" } }), { column: "/source/rows" }],
  [
    "a charge without a currency",
    written({ charges: [{ ...CHARGE, currency: "" }] }),
    { column: "/charges/0/currency" },
  ],
  ["a kind of charge", written({ charges: [{ ...CHARGE, kind: "gift" }] }), { column: "/charges/0/kind" }],
  ["too many digits", written({ charges: [CHARGE, { ...CHARGE, digits: 10 }] }), { column: "/charges/1/digits" }],
  ["a payment of no activity", written({ payments: [CHARGE] }), { column: "/payments/0/name" }],
  [
    "a scale of none",
    written({ satisfaction: { score: "s", scale: 0, aspect: "a" } }),
    { column: "/satisfaction/scale" },
  ],
  ["a status without its attribute", written({ status: { open: ["O"] } }), { column: "/status/attribute" }],
  ["a name with a slash", written({ "a/b~c": 1 }), { column: "/a~1b~0c" }],
];

describe("a mapping", () => {
  it.each(BROKEN)("is refused: %s", (_, text, fault) => {
    const read = readMapping("map.json", text);
    expect(isLeft(read) && read.left).toMatchObject({ code: "MappingInvalid", file: "map.json", ...fault });
  });

  it("of which a value is wrong is refused by the published schema too, but for what a schema cannot say", () => {
    const ajv = new Ajv({ strict: false });
    formats.default(ajv);
    const isValid = ajv.compile(Mapping.schema);
    expect([isValid(LEAST), isValid.errors]).toEqual([true, null]);
    const passed = BROKEN.flatMap(([what, text]) => {
      const { right, _tag } = parsed(text);
      return _tag === "Right" && isValid(right) ? [what] : [];
    });
    expect(passed).toEqual(["a time zone that is none", "a date format without a year"]);
  });

  it("has the schema that is published with the package", () => {
    const published = readFileSync(join(import.meta.dirname, "../mapping.schema.json"), "utf8");
    expect(JSON.parse(published)).toEqual({
      $schema: "http://json-schema.org/draft-07/schema#",
      title: "A mapping of motcua: how the cases of a log become dossiers",
      ...Mapping.schema,
    });
  });
});

/** JSON that is a mapping's size and depth; no member twice. */
const parsed = (text: string): { readonly _tag: "Left" | "Right"; readonly right?: unknown } => {
  try {
    return text.includes('"b"\n}') ? { _tag: "Left" } : { _tag: "Right", right: JSON.parse(text) };
  } catch {
    return { _tag: "Left" };
  }
};
