import type * as t from "io-ts/lib/index.js";

/**
 * A line for each member, at any depth, that the codec says nothing of, or that is there without a value:
 * `legalTerm.countform: is not known here; known: amount, countFrom, unit`. Paths are those of `faultsOf`: without the
 * places in lists.
 */
export const unknownMembers = (codec: t.Mixed, value: unknown): ReadonlyArray<string> => [
  ...new Set(unknownIn(codec, value, "")),
];

const unknownIn = (codec: t.Mixed, value: unknown, path: string): ReadonlyArray<string> => {
  const members = membersOf(codec);
  if (members !== undefined) return unknownInObject(members, value, path);
  const structured = codec as unknown as Structured;
  switch (structured._tag) {
    case "ReadonlyType":
      return unknownIn(structured.type, value, path);
    case "ReadonlyArrayType":
      return Array.isArray(value) ? value.flatMap((each) => unknownIn(structured.type, each, path)) : [];
    case "UnionType":
      return fewest(structured.types.filter((each) => each.is(value)).map((each) => unknownIn(each, value, path)));
    default:
      return [];
  }
};

const unknownInObject = (members: t.Props, value: unknown, path: string): ReadonlyArray<string> => {
  if (typeof value !== "object" || value === null) return [];
  const known = Object.keys(members).toSorted().join(", ");
  return Object.entries(value).flatMap(([key, member]) => {
    const place = path === "" ? key : `${path}.${key}`;
    const codec = Object.hasOwn(members, key) ? members[key] : undefined;
    if (codec === undefined) return [`${place}: is not known here; known: ${known}`];
    // What may be left out may not be set to undefined: a store would not keep it, and types do not allow it.
    return member === undefined ? [`${place}: must be left out, or have a value`] : unknownIn(codec, member, place);
  });
};

/** What an object of the codec may have; `undefined` where it is no codec of one kind of object. */
const membersOf = (codec: t.Mixed): t.Props | undefined => {
  const structured = codec as unknown as Structured;
  switch (structured._tag) {
    case "InterfaceType":
    case "PartialType":
      return structured.props;
    case "ReadonlyType":
      return membersOf(structured.type);
    case "IntersectionType":
      return Object.assign({}, ...structured.types.map(membersOf));
    default:
      return undefined;
  }
};

/** Of a value that fits several shapes, the shape that leaves the least over is the one that was meant. */
const fewest = (alternatives: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> =>
  alternatives.toSorted((a, b) => a.length - b.length)[0] ?? [];

/** The codecs that have others inside. What io-ts makes carries its kind as `_tag`, which its base type does not show. */
type Structured =
  | t.InterfaceType<t.Props>
  | t.PartialType<t.Props>
  | t.IntersectionType<t.Mixed[]>
  | t.UnionType<t.Mixed[]>
  | t.ReadonlyType<t.Mixed>
  | t.ReadonlyArrayType<t.Mixed>;
