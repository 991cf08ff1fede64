import type * as t from "io-ts/lib/index.js";
import { type Codec, membersOf, ownEntry } from "./codec.js";

/** A codec as a type of TypeScript, on one line. */
export const typeScriptOf = (codec: t.Mixed): string => {
  const members = membersOf(codec);
  if (members !== undefined) {
    const required = Object.entries(members.required).map(
      ([name, member]) => `readonly ${name}: ${typeScriptOf(member)}`,
    );
    const optional = Object.entries(members.optional).map(
      ([name, member]) => `readonly ${name}?: ${typeScriptOf(member)}`,
    );
    const all = [...required, ...optional];
    return all.length === 0 ? "Readonly<Record<string, never>>" : `{ ${all.join("; ")} }`;
  }
  const known = codec as unknown as Codec;
  switch (known._tag) {
    case "StringType":
      return "string";
    case "NumberType":
      return "number";
    case "BooleanType":
      return "boolean";
    case "NullType":
      return "null";
    case "LiteralType":
      return JSON.stringify(known.value);
    case "KeyofType":
      return Object.keys(known.keys)
        .map((key) => JSON.stringify(key))
        .join(" | ");
    case "ArrayType":
    case "ReadonlyArrayType":
      return `ReadonlyArray<${typeScriptOf(known.type)}>`;
    case "DictionaryType":
      return `Readonly<Record<${typeScriptOf(known.domain)}, ${typeScriptOf(known.codomain)}>>`;
    case "ReadonlyType":
      return typeScriptOf(known.type);
    case "IntersectionType":
      return known.types.map((each) => `(${typeScriptOf(each)})`).join(" & ");
    case "UnionType":
      return known.types.map(typeScriptOf).join(" | ");
    default:
      return ownEntry(OWN, codec);
  }
};

const OWN: Readonly<Record<string, string>> = {
  WholeNumber: "number",
  Instant: "Instant",
  LocalDate: "LocalDate",
  Quarter: "Quarter",
  Personal: "Personal",
};
