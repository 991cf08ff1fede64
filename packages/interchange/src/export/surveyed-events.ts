import { logPages, type ReadError, type RecordedEvent } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ExportedLog } from "./exported-log.js";
import { EVENTS_AT_ONCE } from "./page.js";
import type { Survey } from "./survey.js";

/** The events of all dossiers that were there at the time of a survey, in the order of the log. */
export async function* surveyedEvents(
  log: ExportedLog,
  { events }: Survey,
): AsyncGenerator<Either<ReadError, ReadonlyArray<RecordedEvent>>, void, void> {
  let passed = 0;
  for await (const page of logPages(log, { categories: ["dossier"], limit: EVENTS_AT_ONCE })) {
    if (isLeft(page)) return yield page;
    yield right(page.right.events.slice(0, events - passed));
    passed += page.right.events.length;
    if (passed >= events) return;
  }
}
