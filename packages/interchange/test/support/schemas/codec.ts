import type * as t from "io-ts/lib/index.js";

/** The codecs that events are made of, told apart by `_tag`; what has none is one of motcua's own, known by its name. */
export type Codec =
  | t.StringC
  | t.NumberC
  | t.BooleanC
  | t.NullC
  | t.LiteralC<string | number | boolean>
  | t.KeyofC<Record<string, unknown>>
  | t.ArrayC<t.Mixed>
  | t.ReadonlyArrayC<t.Mixed>
  | t.DictionaryType<t.Mixed, t.Mixed>
  | t.ReadonlyC<t.Mixed>
  | t.InterfaceType<t.Props>
  | t.PartialType<t.Props>
  | t.IntersectionType<t.Mixed[]>
  | t.UnionType<t.Mixed[]>;

/** Members of an object: which there must be, and which there may be. */
export interface Members {
  readonly required: Readonly<Record<string, t.Mixed>>;
  readonly optional: Readonly<Record<string, t.Mixed>>;
}

/** The members of an object however it is put together, or `undefined` where the codec is none of an object. */
export const membersOf = (codec: t.Mixed): Members | undefined => {
  const known = codec as unknown as Codec;
  switch (known._tag) {
    case "ReadonlyType":
      return membersOf(known.type);
    case "InterfaceType":
      return { required: known.props, optional: {} };
    case "PartialType":
      return { required: {}, optional: known.props };
    case "IntersectionType":
      return known.types
        .map(membersOf)
        .reduce((a, b) =>
          a === undefined || b === undefined
            ? undefined
            : { required: { ...a.required, ...b.required }, optional: { ...a.optional, ...b.optional } },
        );
    default:
      return undefined;
  }
};

/** A codec of motcua's own, for which there has to be an entry wherever codecs are walked. */
class CodecUnknown extends Error {
  constructor(codec: t.Mixed) {
    super(`the codec ${codec.name} is not known here: say what it is in the table of this walker`);
  }
}

/** The entry of a codec that the standard tags do not tell. */
export const ownEntry = <A>(entries: Readonly<Record<string, A>>, codec: t.Mixed): A => {
  const entry = entries[codec.name];
  if (entry === undefined) throw new CodecUnknown(codec);
  return entry;
};
