import type { RecordedEvent } from "@motcua/event-store";
import { type Memory, newEvent } from "./append-of.js";
import { type Step, streamName } from "./step.js";

/** Before any workload was played, so that a time which was kept can be told from one which a store gave. */
export const isRestoredAt = (recordedAt: number): boolean => recordedAt < Date.UTC(2020);

/** The events that a step restores: each the next of its stream, but for the last where there is to be a gap. */
export const restoreOf = (
  { streams, gap }: Extract<Step, { readonly kind: "restore" }>,
  memory: Memory,
): ReadonlyArray<RecordedEvent> => {
  const versions = new Map(memory.versions);
  return streams.map((number, n) => {
    const stream = streamName(memory.run, number);
    const version = (versions.get(stream) ?? 0) + (gap && n === streams.length - 1 ? 2 : 1);
    versions.set(stream, version);
    return { ...newEvent("X", n), stream, version, recordedAt: Date.UTC(2019, 4, 31) + n };
  });
};

/** Takes in that they were restored. */
export const rememberRestored = (memory: Memory, events: ReadonlyArray<RecordedEvent>): void => {
  for (const { stream, version } of events) memory.versions.set(stream, version);
};
