import { dossierIdOf } from "@motcua/core";
import { logPages, type ReadError } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ExportedLog } from "./exported-log.js";
import { gatherStream } from "./gather-by-stream.js";
import type { GatheredDossier, Gathering } from "./gathering.js";
import { EVENTS_AT_ONCE } from "./page.js";
import type { Stretch, Survey } from "./survey.js";

/**
 * Dossiers in the order of their last events, gathered while the log goes by: for logs in which the events of a dossier
 * lie together. Those that do not are read by their stream when their end has come.
 *
 * @param isTight  whether a dossier lies close enough together to be held
 */
export async function* gatherInPassing<A>(
  log: ExportedLog,
  { events, stretchOf }: Survey,
  gathering: Gathering<A>,
  isTight: (stretch: Stretch) => boolean,
): AsyncGenerator<Either<ReadError, ReadonlyArray<GatheredDossier<A>>>, void, void> {
  const waiting = new Map<string, A>();
  let passed = 0;
  for await (const page of logPages(log, { categories: ["dossier"], limit: EVENTS_AT_ONCE })) {
    if (isLeft(page)) return yield page;
    const complete: GatheredDossier<A>[] = [];
    for (const event of page.right.events) {
      passed += 1;
      // What was recorded since the survey is of no stream that it knows, or beyond the end of one: nothing waits for it.
      const stretch = stretchOf(event.stream);
      if (stretch === undefined) continue;
      const { stream, version } = event;
      if (isTight(stretch)) {
        const gathered = version === 1 ? gathering.begin() : waiting.get(stream);
        if (gathered === undefined) continue;
        gathering.add(gathered, event);
        if (version < stretch.last) waiting.set(stream, gathered);
        else {
          waiting.delete(stream);
          complete.push({ id: dossierIdOf(stream) ?? stream, gathered });
        }
      } else if (version === stretch.last) {
        const read = await gatherStream(log, stream, version, gathering);
        if (isLeft(read)) return yield read;
        complete.push(read.right);
      }
    }
    yield right(complete);
    if (passed >= events) return;
  }
}
