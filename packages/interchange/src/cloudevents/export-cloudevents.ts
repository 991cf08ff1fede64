import { categoryOf, type EventStore, logPages, type ReadError, type RecordedEvent } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import { EVENTS_AT_ONCE, type ExportPage } from "../export/page.js";
import { isoText } from "../ndjson/event-line.js";
import { cloudEventOf } from "./cloud-event.js";

/**
 * A whole log as CloudEvents 1.0, one a line in the order of the log. Like the NDJSON of `exportNdjson` it is a copy:
 * what is sealed stays in it, sealed, and `checkNdjson` and `importNdjson` bring the same log back.
 *
 * @example
 * for await (const page of exportCloudEvents(store)) if (isRight(page)) process.stdout.write(page.right.content);
 */
export async function* exportCloudEvents(
  log: Pick<EventStore, "readAll">,
): AsyncGenerator<Either<ReadError, ExportPage>, void, void> {
  for await (const page of logPages(log, { limit: EVENTS_AT_ONCE })) {
    if (isLeft(page)) return yield page;
    const { events } = page.right;
    yield right({
      content: events.map(line).join(""),
      events: events.length,
      dossiers: events.filter(({ stream, version }) => version === 1 && categoryOf(stream) === "dossier").length,
    });
  }
}

const line = (event: RecordedEvent): string => {
  const times = { occurredAt: isoText(event.occurredAt), recordedAt: isoText(event.recordedAt) };
  return `${JSON.stringify(cloudEventOf({ ...event, ...times }))}\n`;
};
