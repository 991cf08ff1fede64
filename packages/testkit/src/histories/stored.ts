import type { NewEvent, RecordedEvent } from "@motcua/event-store";
import { type AppendCall, type History, outcomeOf } from "./history.js";

/** An event of the final log, with what the checks ask of it. */
export interface Stored {
  readonly event: RecordedEvent;
  /** Its place in the log, from 0. */
  readonly place: number;
  /** The calls that may have brought it: those with its id that were not refused. */
  readonly origins: ReadonlyArray<AppendCall>;
  /** The append that it belongs to, or `undefined` where there is none. */
  readonly append: AppendCall | undefined;
}

/** The final log, ready to be looked things up in. */
export interface StoredLog {
  readonly all: ReadonlyArray<Stored>;
  /** Where an id stands twice, its first place. */
  readonly byId: ReadonlyMap<string, Stored>;
  /** The events of each stream in the order of the log. */
  readonly streams: ReadonlyMap<string, ReadonlyArray<Stored>>;
}

export const storedLog = ({ calls, log }: History): StoredLog => {
  const origins = new Map<string, AppendCall[]>();
  for (const call of calls)
    if (call.kind === "append" && outcomeOf(call) !== "refused")
      for (const { id } of call.events) gather(origins, id, call);

  const byId = new Map<string, Stored>();
  const streams = new Map<string, Stored[]>();
  const all = log.map((event, place): Stored => {
    const own = origins.get(event.id) ?? [];
    const stored = { event, place, origins: own, append: largest(own) };
    if (!byId.has(event.id)) byId.set(event.id, stored);
    gather(streams, event.stream, stored);
    return stored;
  });
  return { all, byId, streams };
};

/** Those of an append's events that are in the log. */
export const storedOf = ({ byId }: StoredLog, events: ReadonlyArray<NewEvent>): ReadonlyArray<Stored> =>
  events.flatMap(({ id }) => byId.get(id) ?? []);

/** Whether an append's events stand in its stream one after the other. */
export const standTogether = ({ stream, events }: AppendCall, stored: ReadonlyArray<Stored>): boolean => {
  const first = stored[0]?.event.version ?? 0;
  return (
    stored.length === events.length &&
    stored.every(({ event }, index) => event.stream === stream && event.version === first + index)
  );
};

/** A repetition may name some of an append's events only; the append is the call with all of them. */
const largest = (calls: ReadonlyArray<AppendCall>): AppendCall | undefined =>
  calls.reduce<AppendCall | undefined>(
    (best, call) => (best === undefined || call.events.length > best.events.length ? call : best),
    undefined,
  );

const gather = <Value>(into: Map<string, Value[]>, key: string, value: Value): void => {
  const list = into.get(key);
  if (list === undefined) into.set(key, [value]);
  else list.push(value);
};
