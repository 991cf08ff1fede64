import type { ReadError, RecordedEvent } from "@motcua/event-store";
import { type EventStore, inMemoryEventStore } from "@motcua/event-store";
import type { Either } from "fp-ts/lib/Either.js";
import type { ExportPage } from "../../src/index.js";
import { rightOf } from "./importing.js";

/** A whole export as text, and what it says is in it. */
export const exportedText = async (
  pages: AsyncIterable<Either<ReadError, ExportPage>>,
): Promise<{ readonly text: string; readonly events: number; readonly dossiers: number }> => {
  let [text, events, dossiers] = ["", 0, 0];
  for await (const page of pages) {
    const { content, ...counts } = rightOf(page);
    text += content;
    events += counts.events;
    dossiers += counts.dossiers;
  }
  return { text, events, dossiers };
};

/** One event of a log that is made up, and what matters of it. */
export interface Told extends Partial<Pick<RecordedEvent, "occurredAt" | "meta" | "data">> {
  readonly dossier: string;
  readonly type: string;
}

/** A log of these events, in this order; a minute apart from 1 March 2018 unless it is said when. */
export const logOfEvents = async (events: ReadonlyArray<Told>): Promise<EventStore> => {
  const store = inMemoryEventStore({ clock: () => Date.UTC(2018, 2, 1) });
  const versions = new Map<string, number>();
  const recorded = events.map(({ dossier, type, data = {}, meta = {}, occurredAt }, n): RecordedEvent => {
    const stream = `dossier-${dossier}`;
    const version = (versions.get(stream) ?? 0) + 1;
    versions.set(stream, version);
    const at = occurredAt ?? Date.UTC(2018, 2, 1) + n * 60_000;
    const id = `01600f96-5a80-7000-8000-${n.toString(16).padStart(12, "0")}`;
    return { stream, version, id, type, schemaVersion: 1, occurredAt: at, recordedAt: at, data, meta };
  });
  rightOf(await store.restore(recorded)());
  return store;
};

/** The data of a reception, with everything that it must have. */
export const RECEPTION = {
  subjectRef: "subject-1",
  centre: "H05",
  unit: "Bộ phận một cửa",
  agency: "Phòng Tư pháp",
  procedure: { code: "1.001", version: 1, field: "Hộ tịch" },
  channel: "inPerson",
  code: "H05-1",
  receivedBy: "TN-1",
  promisedDue: { kind: "date", date: "2018-03-08" },
} as const;
