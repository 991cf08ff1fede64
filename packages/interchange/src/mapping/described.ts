import { isLeft } from "fp-ts/lib/Either.js";
import * as t from "io-ts/lib/index.js";

/** JSON Schema, draft 7. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A codec that says what it expects, for people and as JSON Schema: so the published schema cannot differ from it. */
export interface Described<A> extends t.Type<A> {
  readonly expected: string;
  readonly schema: JsonSchema;
}

/** What a member of an object needs, whatever its type. */
type Member = t.Decoder<unknown, unknown> & Pick<Described<unknown>, "schema">;
type Members = Readonly<Record<string, Member>>;
type Of<D> = D extends Described<infer A> ? A : never;
type Simplified<A> = { readonly [Key in keyof A]: A[Key] };

const described = <A>(expected: string, schema: JsonSchema, validate: t.Validate<unknown, A>): Described<A> => {
  const is = (u: unknown): u is A => !isLeft(validate(u, []));
  return Object.assign(new t.Type<A>(expected, is, validate, t.identity), { expected, schema });
};

/** A value that a test tells. */
export const value = <A>(expected: string, schema: JsonSchema, is: (u: unknown) => u is A): Described<A> =>
  described(expected, schema, (u, context) => (is(u) ? t.success(u) : t.failure(u, context, expected)));

/** One of these words. */
export const oneOf = <Word extends string>(...words: ReadonlyArray<Word>): Described<Word> =>
  value(words.map((word) => JSON.stringify(word)).join(" or "), { enum: words }, (u): u is Word =>
    words.some((word) => word === u),
  );

/** At least one of something, in a list. */
export const list = <A>(item: Described<A>): Described<ReadonlyArray<A>> => {
  const expected = "a list that is not empty";
  const schema = { type: "array", minItems: 1, items: item.schema };
  return described<ReadonlyArray<A>>(expected, schema, (u, context) => {
    if (!Array.isArray(u) || u.length === 0) return t.failure(u, context, expected);
    return firstFault(
      u,
      context,
      u.map((each: unknown, index) => [String(index), item, each] as const),
    );
  });
};

/** Something for each of the source's own words. */
export const table = <A>(item: Described<A>): Described<Readonly<Record<string, A>>> => {
  const schema = { type: "object", additionalProperties: item.schema };
  return described<Readonly<Record<string, A>>>("an object", schema, (u, context) => {
    if (!isObject(u)) return t.failure(u, context, "an object");
    return firstFault(
      u,
      context,
      Object.entries(u).map(([key, each]) => [key, item, each] as const),
    );
  });
};

/**
 * An object with these members and no others: a member that is misspelt would otherwise be passed over.
 *
 * @param exactlyOne  of these optional members there is one
 */
export const closed = <Required extends object, Optional extends object>(
  required: Required,
  optional: Optional,
  exactlyOne: ReadonlyArray<keyof Optional & string> = [],
): Described<
  Simplified<
    { readonly [Key in keyof Required]: Of<Required[Key]> } & { readonly [Key in keyof Optional]?: Of<Optional[Key]> }
  >
> => {
  const members = { ...required, ...optional } as unknown as Members;
  const names = Object.keys(members);
  const one = `one of ${exactlyOne.join(", ")}, and one alone`;
  return described("an object", schemaOf(members, Object.keys(required), exactlyOne), (u, context) => {
    if (!isObject(u)) return t.failure(u, context, "an object");
    const unknown = Object.keys(u).find((name) => !names.includes(name));
    if (unknown !== undefined)
      return t.failure(u[unknown], t.appendContext(context, unknown, t.unknown), noMember(names));
    if (exactlyOne.length > 0 && exactlyOne.filter((name) => Object.hasOwn(u, name)).length !== 1)
      return t.failure(u, context, one);
    const present = Object.entries(members).filter(([name]) => Object.hasOwn(u, name) || Object.hasOwn(required, name));
    return firstFault(
      u,
      context,
      present.map(([name, member]) => [name, member, u[name]] as const),
    );
  });
};

const noMember = (names: ReadonlyArray<string>): string => `no such member; known here are ${names.join(", ")}`;

const schemaOf = (
  members: Members,
  required: ReadonlyArray<string>,
  exactlyOne: ReadonlyArray<string>,
): JsonSchema => ({
  type: "object",
  additionalProperties: false,
  ...(required.length > 0 && { required }),
  properties: Object.fromEntries(Object.entries(members).map(([name, member]) => [name, member.schema])),
  ...(exactlyOne.length > 0 && { oneOf: exactlyOne.map((name) => ({ required: [name] })) }),
});

const isObject = (u: unknown): u is Readonly<Record<string, unknown>> =>
  typeof u === "object" && u !== null && !Array.isArray(u);

/** The whole, or the first thing in it that is wrong. */
const firstFault = <A>(
  whole: unknown,
  context: t.Context,
  members: ReadonlyArray<readonly [string, t.Decoder<unknown, unknown>, unknown]>,
): t.Validation<A> => {
  for (const [key, codec, each] of members) {
    const read = codec.validate(each, t.appendContext(context, key, codec, each));
    if (isLeft(read)) return read;
  }
  return t.success(whole as A);
};
