import * as fc from "fast-check";
import type * as t from "io-ts/lib/index.js";
import { type Codec, membersOf, ownEntry } from "./codec.js";

/** Data that a codec accepts, every member of it now and then. */
export const arbitraryOf = (codec: t.Mixed): fc.Arbitrary<unknown> => {
  const members = membersOf(codec);
  if (members !== undefined) {
    const all = Object.entries({ ...members.required, ...members.optional });
    return fc.record(Object.fromEntries(all.map(([name, member]) => [name, arbitraryOf(member)])), {
      requiredKeys: Object.keys(members.required),
    });
  }
  const known = codec as unknown as Codec;
  switch (known._tag) {
    case "StringType":
      return fc.string({ maxLength: 4 });
    case "NumberType":
      return fc.double({ noNaN: true, noDefaultInfinity: true });
    case "BooleanType":
      return fc.boolean();
    case "NullType":
      return fc.constant(null);
    case "LiteralType":
      return fc.constant(known.value);
    case "KeyofType":
      return fc.constantFrom(...Object.keys(known.keys));
    case "ArrayType":
    case "ReadonlyArrayType":
      return fc.array(arbitraryOf(known.type), { maxLength: 2 });
    case "DictionaryType":
      return fc.dictionary(arbitraryOf(known.domain) as fc.Arbitrary<string>, arbitraryOf(known.codomain), {
        maxKeys: 2,
      });
    case "ReadonlyType":
      return arbitraryOf(known.type);
    case "UnionType":
      return fc.oneof(...known.types.map(arbitraryOf));
    default:
      return ownEntry(OWN, codec);
  }
};

const OWN: Readonly<Record<string, fc.Arbitrary<unknown>>> = {
  WholeNumber: fc.maxSafeInteger(),
  Instant: fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2100, 0) }),
  LocalDate: fc
    .date({ min: new Date("0001-01-02"), max: new Date("9999-12-30"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  Quarter: fc.tuple(fc.integer({ min: 1000, max: 9999 }), fc.integer({ min: 1, max: 4 })).map(([y, q]) => `${y}-Q${q}`),
  Personal: fc.record({ subject: fc.string(), sealed: fc.string() }),
};

/** What may stand in the place of anything: near enough to right to find what is let pass. */
export const STRANGE: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    "",
    0,
    -1,
    1.5,
    true,
    [],
    {},
    2 ** 53,
    -(2 ** 53),
    Date.parse("0001-01-02T00:00Z") - 1,
    Date.parse("9999-12-31T00:00Z"),
    "2018-02-29",
    "2020-02-29",
    "0000-01-01",
    "2018-1-1",
    "2018-Q5",
    "0999-Q1",
    "calendarDay",
    { kind: "date", date: "2018-13-01" },
    { kind: "instant", instant: 1 },
    { subject: "s", open: "o" },
    { subject: "s", sealed: "x", more: 1 },
    { role: "nobody", id: "1" },
  ),
  fc.jsonValue({ maxDepth: 2 }),
);
