import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { EventIdReused, VersionConflict } from "./errors.js";
import type { RecordedEvent } from "./event.js";
import { holds } from "./expectation.js";
import type { KeptEvent } from "./limits.js";
import { repetitionOf } from "./repetition.js";
import type { AppendRequest } from "./write-request.js";

/** What is to be done: write all of the events, or nothing, because they are there already or there are none. */
export interface AppendDecided {
  readonly write: boolean;
  /** Version of the stream's last event afterwards. */
  readonly version: number;
}

/**
 * What an append means: the one rule of all adapters.
 *
 * @param version  where the stream stands
 * @param known    the recorded events that have ids of the request, in any order
 */
export const decideAppend = (
  { stream, events, expected }: AppendRequest | AppendRequest<KeptEvent>,
  version: number,
  known: ReadonlyArray<RecordedEvent>,
): Either<VersionConflict | EventIdReused, AppendDecided> => {
  const repetition = known.length === 0 ? undefined : repetitionOf(stream, events, expected, known);
  if (repetition?.kind === "reused") return left({ code: "EventIdReused", stream, id: repetition.id });
  if (repetition?.kind === "same") return right({ write: false, version: repetition.version });
  if (repetition?.kind === "conflict" || !holds(expected, version))
    return left({ code: "VersionConflict", stream, expected, actual: version });
  return right({ write: events.length > 0, version: version + events.length });
};
