import {
  type AppendError,
  type Appended,
  type Expected,
  type KeptEvent,
  type RecordedEvent,
  repetitionOf,
} from "@motcua/event-store";
import { type Either, left, right } from "fp-ts/lib/Either.js";

/**
 * What an append means whose place is taken by `found`: a repetition with its members written in another order, an id that
 * was used for something else, a repetition under another expectation, or (`undefined`) another's events.
 *
 * @param actual  where the stream stands
 */
export const repeated = (
  stream: string,
  events: ReadonlyArray<KeptEvent>,
  expected: Expected,
  found: ReadonlyArray<RecordedEvent>,
  actual: number,
): Either<AppendError, Appended> | undefined => {
  const ids = new Set(events.map(({ id }) => id));
  const known = found.filter(({ id }) => ids.has(id));
  if (known.length === 0) return undefined;
  const repetition = repetitionOf(stream, events, expected, known);
  switch (repetition.kind) {
    case "same":
      return right({ version: repetition.version });
    case "reused":
      return left({ code: "EventIdReused", stream, id: repetition.id });
    case "conflict":
      return left({ code: "VersionConflict", stream, expected, actual });
  }
};
