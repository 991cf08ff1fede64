import type { ReadError } from "@motcua/event-store";
import { type Either, isLeft } from "fp-ts/lib/Either.js";
import type { ExportedLog } from "./exported-log.js";
import { gatherByStream } from "./gather-by-stream.js";
import { gatherInPassing } from "./gather-in-passing.js";
import type { GatheredDossier, Gathering } from "./gathering.js";
import { type Stretch, type Survey, survey } from "./survey.js";

/** Over so many events a dossier may be spread and still be held while the log goes by. */
const WINDOW = 5_000;

/**
 * What is made of each dossier from all its events: every dossier once, in the order in which their last events stand in
 * the log.
 *
 * The log is surveyed first. An imported log has the events of a dossier together: they are gathered while it goes by, in
 * less than half of the time of reading streams. In a log that was lived, dossiers lie months apart and among thousands of
 * others; whatever waited for them would fill the memory (measured: 430 MB for a year of a million events), so each is read
 * by its stream. Either way memory holds the names of all dossiers and otherwise does not grow with the log.
 *
 * @param window  over how many events a dossier may be spread and still be held
 */
export async function* gatherDossiers<A>(
  log: ExportedLog,
  gathering: Gathering<A>,
  window: number = WINDOW,
): Gathered<A> {
  const surveyed = await survey(log);
  if (isLeft(surveyed)) return yield surveyed;
  yield* gatherSurveyed(log, surveyed.right, gathering, window);
}

type Gathered<A> = AsyncGenerator<Either<ReadError, ReadonlyArray<GatheredDossier<A>>>, void, void>;

/** The same of a log that has been surveyed: what was recorded since is not looked at. */
export const gatherSurveyed = <A>(
  log: ExportedLog,
  surveyed: Survey,
  gathering: Gathering<A>,
  window: number = WINDOW,
): Gathered<A> => {
  const isTight = ({ from, to }: Stretch): boolean => to - from < window;
  return isMostly(isTight, surveyed)
    ? gatherInPassing(log, surveyed, gathering, isTight)
    : gatherByStream(log, byEnd(surveyed), gathering);
};

const isMostly = (isTight: (stretch: Stretch) => boolean, { events, streams, stretchOf }: Survey): boolean => {
  let tight = 0;
  for (const stream of streams()) {
    const stretch = stretchOf(stream);
    if (stretch !== undefined && isTight(stretch)) tight += stretch.last;
  }
  return tight * 2 >= events;
};

/** The streams in the order of their ends, and their last versions. */
const byEnd = ({ streams, stretchOf }: Survey): ReadonlyArray<readonly [string, number]> => {
  const ends: Array<{ readonly stream: string; readonly stretch: Stretch }> = [];
  for (const stream of streams()) {
    const stretch = stretchOf(stream);
    if (stretch !== undefined) ends.push({ stream, stretch });
  }
  return ends.toSorted((a, b) => a.stretch.to - b.stretch.to).map(({ stream, stretch }) => [stream, stretch.last]);
};
