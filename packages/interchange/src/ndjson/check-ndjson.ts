import { categoryOf } from "@motcua/event-store";
import { isLeft, left, right } from "fp-ts/lib/Either.js";
import type { TaskEither } from "fp-ts/lib/TaskEither.js";
import { type ImportFault, quoted } from "../fault.js";
import type { TextSource } from "../text/source.js";
import { idSet } from "./id-set.js";
import { type PlacedEvent, readEvents } from "./read-events.js";

/** A log as NDJSON that was read whole and found to be sound: the only thing that can be imported. */
export interface CheckedNdjson {
  readonly source: TextSource;
  readonly events: number;
  /** Streams of dossiers. */
  readonly dossiers: number;
}

/**
 * Reads a whole log as `exportNdjson` writes it, and writes nothing: a fault in its last line is found before its first
 * line is imported. Every stream has to begin with its version 1 and leave none out, and every id has to be there once.
 *
 * Memory holds the names of all streams and 16 to 64 bytes an event.
 *
 * @param progress  called with the number of events so far
 *
 * @example
 * await checkNdjson(ndjsonFile("log.ndjson"))();
 */
export const checkNdjson =
  (source: TextSource, progress: (events: number) => void = () => undefined): TaskEither<ImportFault, CheckedNdjson> =>
  async () => {
    const versions = new Map<string, number>();
    const ids = idSet();
    let [events, dossiers] = [0, 0];
    for await (const batch of readEvents(source)) {
      if (isLeft(batch)) return batch;
      for (const { line, event } of batch.right) {
        const before = versions.get(event.stream) ?? 0;
        const fault = event.version === before + 1 ? undefined : outOfOrder(event, before);
        const misplaced = fault ?? (ids.add(event.id) ? undefined : doubled(event));
        if (misplaced !== undefined) return left({ code: "StructureInvalid", file: source.file, line, ...misplaced });
        versions.set(event.stream, event.version);
        if (event.version === 1 && categoryOf(event.stream) === "dossier") dossiers += 1;
      }
      events += batch.right.length;
      progress(events);
    }
    return events === 0 ? left({ ...EMPTY, file: source.file }) : right({ source, events, dossiers });
  };

type Placed = PlacedEvent["event"];

const outOfOrder = ({ stream, version }: Placed, before: number) => ({
  column: "version",
  expected: `version ${before + 1} of the stream ${quoted(stream)}`,
  found: `version ${version}`,
});

const doubled = ({ id }: Placed) => ({ column: "id", expected: "an id that no line before has", found: quoted(id) });

const EMPTY = {
  code: "NotAnEventLog",
  line: null,
  expected: "a log with an event on each line",
  found: "an empty file",
} as const;
