import { AssertionError, equal } from "node:assert/strict";
import { type EventStoreError, isEventStoreError } from "@motcua/event-store";
import { type Either, isLeft, isRight } from "fp-ts/lib/Either.js";

/** The value of an answer that must be a success. */
export const succeeds = async <A>(answer: Promise<Either<unknown, A>>): Promise<A> => {
  const result = await answer;
  if (isRight(result)) return result.right;
  throw new AssertionError({ message: "the call must succeed", actual: result.left });
};

/** The error of an answer that must be a failure. */
export const fails = async <E>(answer: Promise<Either<E, unknown>>): Promise<E> => {
  const result = await answer;
  if (isLeft(result)) return result.left;
  throw new AssertionError({ message: "the call must fail", actual: result.right });
};

/** The error of an answer that must be a failure with this code. */
export const failsWith = async <Code extends EventStoreError["code"]>(
  code: Code,
  answer: Promise<Either<unknown, unknown>>,
): Promise<Extract<EventStoreError, { readonly code: Code }>> => {
  const result = await answer;
  if (isRight(result))
    throw new AssertionError({ message: `the call must fail with ${code}`, actual: result.right, expected: code });
  if (!isEventStoreError(result.left))
    throw new AssertionError({ message: "not an error of the port", actual: result.left });
  equal(result.left.code, code);
  return result.left as Extract<EventStoreError, { readonly code: Code }>;
};

export const successes = <A>(answers: ReadonlyArray<Either<unknown, A>>): ReadonlyArray<A> =>
  answers.flatMap((answer) => (isLeft(answer) ? [] : [answer.right]));

/** Fails where a promise is not settled in time, and leaves no timer behind. */
export const inTime = async <A>(what: string, promise: Promise<A>, ms = 10_000): Promise<A> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AssertionError({ message: `not within ${ms} ms: ${what}` })), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
};
