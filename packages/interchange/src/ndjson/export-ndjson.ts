import { categoryOf, type EventStore, logPages, type ReadError } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { ExportPage } from "../export/page.js";
import { eventLine } from "./event-line.js";

/** Few enough that a page of the largest events there can be stays far below the memory of any machine. */
const PAGE = 1_000;

/**
 * A whole log as NDJSON, one event a line in the order of the log, as far as it goes when its end is reached; a page is
 * whole lines. Memory holds one page, however long the log is.
 *
 * @example
 * for await (const page of exportNdjson(store)) if (isRight(page)) process.stdout.write(page.right.content);
 */
export async function* exportNdjson(
  store: Pick<EventStore, "readAll">,
): AsyncGenerator<Either<ReadError, ExportPage>, void, void> {
  for await (const page of logPages(store, { limit: PAGE })) {
    if (isLeft(page)) return yield page;
    const { events } = page.right;
    yield right({
      content: events.map(eventLine).join(""),
      events: events.length,
      dossiers: events.filter(({ stream, version }) => version === 1 && categoryOf(stream) === "dossier").length,
    });
  }
}
