import {
  type AppendError,
  type CheckedCopy,
  checkCopies,
  copyConflict,
  type RecordedEvent,
  readBack,
} from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { type Batch, batchOf } from "./batch.js";
import type { Place } from "./placing.js";
import type { StreamReader } from "./read-stream.js";
import { takenPlace } from "./taken-place.js";

/**
 * The restore of the port: run after run of events of one stream, in the order of the log, each as one append. A later one
 * waits for the earlier, so that the order is the order of the log here too. What was restored before is known again.
 */
export const restoring =
  (place: Place, reader: StreamReader) =>
  async (given: ReadonlyArray<RecordedEvent>): Promise<Either<AppendError, void>> => {
    const copies = checkCopies(given);
    if (isLeft(copies)) return copies;
    const firstVersions = new Map<string, number>();
    for (const { stream, version } of copies.right)
      if (!firstVersions.has(stream)) firstVersions.set(stream, version - 1);
    const gap = copyConflict(copies.right, (stream) => firstVersions.get(stream) ?? 0);
    if (gap !== undefined) return left(gap);

    for (const { batch, version } of runsOf(copies.right)) {
      const placed = await place(batch, version);
      const answer =
        placed.kind === "answered" ? placed.answer : await takenPlace(reader, batch, version, version, placed.actual);
      if (isLeft(answer)) return answer;
    }
    return right(undefined);
  };

interface Run {
  readonly batch: Batch;
  /** After which version it belongs. */
  readonly version: number;
}

/** One event is always small enough for an append, so a run that is not is halved. */
const runsOf = (copies: ReadonlyArray<CheckedCopy>): ReadonlyArray<Run> => {
  const runs: CheckedCopy[][] = [];
  for (const copy of copies) {
    const run = runs.at(-1);
    if (run !== undefined && run[0]?.stream === copy.stream && run.length < MOST) run.push(copy);
    else runs.push([copy]);
  }
  return runs.flatMap(fitting);
};

const MOST = 1_000;

const fitting = (run: ReadonlyArray<CheckedCopy>): ReadonlyArray<Run> => {
  const [first] = run;
  if (first === undefined) return [];
  const batch = batchOf(first.stream, run.map(readBack));
  if (!isLeft(batch)) return [{ batch: batch.right, version: first.version - 1 }];
  const half = Math.ceil(run.length / 2);
  return [...fitting(run.slice(0, half)), ...fitting(run.slice(half))];
};
