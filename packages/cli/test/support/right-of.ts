import { type Either, isLeft } from "fp-ts/lib/Either.js";

/** The right value; a left one fails the test that asked. */
export const rightOf = <Fault, Value>(either: Either<Fault, Value>): Value => {
  if (isLeft(either)) throw new Error(`refused: ${JSON.stringify(either.left)}`);
  return either.right;
};
