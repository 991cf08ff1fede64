import {
  type AppendError,
  type Appended,
  type EventStore,
  type Expected,
  holds,
  keepEvents,
} from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { appendAnywhere } from "./append-anywhere.js";
import { batchOf } from "./batch.js";
import type { Place } from "./placing.js";
import type { StreamReader } from "./read-stream.js";
import { takenPlace } from "./taken-place.js";

type Answer = Either<AppendError, Appended>;

/** The append of the port. */
export const appending = (place: Place, reader: StreamReader, giveUpAfterMs: number) => {
  const anywhere = appendAnywhere(place, reader, giveUpAfterMs);

  /** What the append of nothing answers, or of something that no stream can be ready for. */
  const look = async (stream: string, expected: Expected): Promise<Answer> => {
    const version = await reader.versionOf(stream);
    if (isLeft(version)) return version;
    return holds(expected, version.right)
      ? right({ version: version.right })
      : left({ code: "VersionConflict", stream, expected, actual: version.right });
  };

  return async (...[stream, given, expected]: Parameters<EventStore["append"]>): Promise<Answer> => {
    const checked = keepEvents(stream, given);
    if (isLeft(checked)) return checked;
    if (checked.right.length === 0 || !isMeaningful(expected)) return look(stream, expected);
    const batch = batchOf(stream, checked.right);
    if (isLeft(batch)) return batch;
    if (expected === "any" || expected === "exists") return anywhere(batch.right, expected);
    const version = expected === "none" ? 0 : expected;
    const placed = await place(batch.right, version);
    if (placed.kind === "answered") return placed.answer;
    return takenPlace(reader, batch.right, version, expected, placed.actual);
  };
};

/** The clients fail in strange ways at -1 and 1.5, and one of them then closes its connection. */
const isMeaningful = (expected: Expected): boolean =>
  typeof expected === "string" || (Number.isSafeInteger(expected) && expected >= 0);
