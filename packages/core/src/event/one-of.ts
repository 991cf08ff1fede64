import { chain } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import * as t from "io-ts/lib/index.js";

/**
 * Shapes that are told apart by one member. That member is looked at first, so that faults speak of the shape it names
 * and not of all the others.
 */
export const oneOf = <Key extends string, Shapes extends Readonly<Record<string, t.Mixed>>>(
  key: Key,
  shapes: Shapes,
): t.Type<t.TypeOf<Shapes[keyof Shapes]>> => {
  const tag = t.type({ [key]: t.keyof(shapes as Record<string, unknown>) });
  const types = Object.values(shapes);
  return new t.UnionType(
    `one of ${Object.keys(shapes).join(" | ")}`,
    (u): u is t.TypeOf<Shapes[keyof Shapes]> => types.some((each) => each.is(u)),
    (u, context) =>
      pipe(
        tag.validate(u, context),
        chain((tagged) => (shapes[tagged[key] as string] ?? t.never).validate(u, context)),
      ),
    t.identity,
    types,
  );
};
