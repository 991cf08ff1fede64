import type { AppendError, Appended, Expected } from "@motcua/event-store";
import { type Either, isLeft, left } from "fp-ts/lib/Either.js";
import type { Batch } from "./batch.js";
import type { StreamReader } from "./read-stream.js";
import { repeated } from "./repeated.js";

/**
 * What an append means after a version whose stream stands at `actual`. Who holds its place is read only now, so that an
 * append that goes well costs no read.
 */
export const takenPlace = async (
  { slot }: StreamReader,
  { stream, events }: Batch,
  version: number,
  expected: Expected,
  actual: number,
): Promise<Either<AppendError, Appended>> => {
  const conflict = left({ code: "VersionConflict" as const, stream, expected, actual });
  if (actual <= version) return conflict;
  const found = await slot(stream, version + 1, Math.min(events.length, actual - version));
  return isLeft(found) ? found : (repeated(stream, events, expected, found.right, actual) ?? conflict);
};
