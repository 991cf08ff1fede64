import { type EventStore, logPages, type RecordedEvent } from "@motcua/event-store";
import { pipe } from "fp-ts/lib/function.js";
import { chainW } from "fp-ts/lib/TaskEither.js";
import { checkNdjson, exportNdjson, importNdjson, type TextSource, textSource } from "../../src/index.js";
import { rightOf } from "./importing.js";

/** Checks and imports. */
export const importingNdjson = (store: EventStore, source: TextSource) =>
  pipe(
    checkNdjson(source),
    chainW((checked) => importNdjson(store, checked)),
  );

/** A whole log as text. */
export const ndjsonOf = async (store: EventStore): Promise<string> => {
  let text = "";
  for await (const page of exportNdjson(store)) text += rightOf(page).content;
  return text;
};

export const ndjsonSource = (text: string): TextSource => textSource("log.ndjson", text);

/** All events, in the order of the log. */
export const logOf = async (store: EventStore): Promise<ReadonlyArray<RecordedEvent>> => {
  const events: RecordedEvent[] = [];
  for await (const page of logPages(store)) events.push(...rightOf(page).events);
  return events;
};
