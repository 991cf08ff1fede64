import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { Fact } from "./fact.js";
import type { Projection } from "./projection.js";
import type { DeadLetter } from "./view-store.js";

/** The first event that the fold breaks on ends it: the view may have been changed in part, and is to be thrown away. */
export const foldPage = <View>(
  { step }: Projection<View>,
  view: View,
  events: ReadonlyArray<Fact>,
): Either<DeadLetter, View> => {
  for (const event of events) {
    try {
      view = step(view, event);
    } catch (cause) {
      const { stream, version, type } = event;
      return left({ stream, version, type, reason: reasonOf(cause), at: Date.now() });
    }
  }
  return right(view);
};

/** What a fold threw, in its own words. */
export const reasonOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
