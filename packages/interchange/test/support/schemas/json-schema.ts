import type * as t from "io-ts/lib/index.js";
import { type Codec, membersOf, ownEntry } from "./codec.js";

export type JsonSchema = Readonly<Record<string, unknown>>;

/** A codec as JSON Schema, draft 7. */
export const jsonSchemaOf = (codec: t.Mixed): JsonSchema => {
  const members = membersOf(codec);
  if (members !== undefined) {
    const { required, optional } = members;
    const properties = Object.fromEntries(
      Object.entries({ ...required, ...optional }).map(([name, member]) => [name, jsonSchemaOf(member)]),
    );
    return { type: "object", required: Object.keys(required), properties };
  }
  const known = codec as unknown as Codec;
  switch (known._tag) {
    case "StringType":
      return { type: "string" };
    case "NumberType":
      return { type: "number" };
    case "BooleanType":
      return { type: "boolean" };
    case "NullType":
      return { type: "null" };
    case "LiteralType":
      return { const: known.value };
    case "KeyofType":
      return { enum: Object.keys(known.keys) };
    case "ArrayType":
    case "ReadonlyArrayType":
      return { type: "array", items: jsonSchemaOf(known.type) };
    case "DictionaryType":
      return {
        type: "object",
        propertyNames: jsonSchemaOf(known.domain),
        additionalProperties: jsonSchemaOf(known.codomain),
      };
    case "ReadonlyType":
      return jsonSchemaOf(known.type);
    case "IntersectionType":
      return { allOf: known.types.map(jsonSchemaOf) };
    case "UnionType":
      return { anyOf: known.types.map(jsonSchemaOf) };
    default:
      return ownEntry(OWN, codec);
  }
};

/** Whole numbers are those that JSON keeps exactly; instants those whose date can be written in every zone. */
const OWN: Readonly<Record<string, JsonSchema>> = {
  WholeNumber: { type: "integer", minimum: Number.MIN_SAFE_INTEGER, maximum: Number.MAX_SAFE_INTEGER },
  Instant: {
    type: "integer",
    minimum: Date.parse("0001-01-02T00:00Z"),
    maximum: Date.parse("9999-12-31T00:00Z") - 1,
    description: "epoch milliseconds, UTC",
  },
  LocalDate: { type: "string", format: "date", pattern: String.raw`^(?!0000)\d{4}-\d{2}-\d{2}$` },
  Quarter: { type: "string", pattern: "^[1-9][0-9]{3}-Q[1-4]$" },
  Personal: {
    type: "object",
    required: ["subject", "sealed"],
    properties: { subject: { type: "string" }, sealed: { type: "string" } },
    additionalProperties: false,
    description: "what speaks of a person, sealed",
  },
};
