import type { RecordedEvent } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { ImportFault } from "../fault.js";
import { fileBytes } from "../text/bytes.js";
import { decodeUtf8 } from "../text/decode.js";
import type { TextSource } from "../text/source.js";
import { linesOf } from "./lines.js";
import { readEvent } from "./read-event.js";

/**
 * A log that was written as NDJSON, plain or gzip. It is read from its start each time that it is asked for; nothing stays
 * open between two readings.
 */
export const ndjsonFile = (file: string): TextSource => ({ file, chunks: () => decodeUtf8(file, fileBytes(file)) });

/** An event, and the line on which it stands. */
export interface PlacedEvent {
  readonly line: number;
  readonly event: RecordedEvent;
}

/** The events of a log that was written as NDJSON, in batches; the first fault ends it. */
export async function* readEvents(source: TextSource): AsyncGenerator<Either<ImportFault, ReadonlyArray<PlacedEvent>>> {
  for await (const lines of linesOf(source)) {
    if (isLeft(lines)) {
      yield lines;
      return;
    }
    const events: PlacedEvent[] = [];
    for (const { number: line, text } of lines.right) {
      const event = readEvent(text);
      if (isLeft(event)) {
        yield left({ file: source.file, line, ...event.left });
        return;
      }
      events.push({ line, event: event.right });
    }
    yield right(events);
  }
}
