import fc from "fast-check";

/** One arbitrary for each member. */
export type Members = { readonly [Member in string]: fc.Arbitrary<unknown> };

type Drawn<M extends Members> = { [Member in keyof M]: M[Member] extends fc.Arbitrary<infer Value> ? Value : never };

/** Plain objects: members that must be there, and members that are there or left out, never `undefined`. */
export const plain = <Required extends Members, Optional extends Members = Record<never, never>>(
  required: Required,
  optional?: Optional,
): fc.Arbitrary<Drawn<Required> & Partial<Drawn<Optional>>> =>
  fc.record(
    { ...required, ...optional },
    { requiredKeys: Object.keys(required), noNullPrototype: true },
  ) as unknown as fc.Arbitrary<Drawn<Required> & Partial<Drawn<Optional>>>;
