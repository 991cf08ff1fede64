import type { Instant } from "@motcua/core";
import type { Anomaly, Fact, ImportedFacts } from "./preset.js";

/** When a case begins and ends, as the source says beside its events. */
export interface Span {
  readonly start: Instant | null;
  readonly end: Instant | null;
}

/**
 * The facts of a case in the order of its life: reception first, then the events as the file has them, with the end in
 * the place where it happened. File order is kept even where the events' times contradict it.
 */
export const inOrderOfLife = (
  beginning: ReadonlyArray<Fact>,
  events: ReadonlyArray<Fact>,
  ending: ReadonlyArray<Fact>,
): ReadonlyArray<Fact> => {
  const end = ending[0]?.event.occurredAt;
  const after = end === undefined ? -1 : events.findIndex(({ event }) => event.occurredAt > end);
  const split = after < 0 ? events.length : after;
  return [...beginning, ...events.slice(0, split), ...ending, ...events.slice(split)];
};

/** What is odd about when things happened. */
export const anomaliesOf = ({ start, end }: Span, events: ReadonlyArray<Fact>): ImportedFacts["anomalies"] => {
  const ofCase: Anomaly[] = [];
  if (start === null) ofCase.push("noReceptionDate");
  if (start !== null && end !== null && end < start) ofCase.push("endBeforeStart");
  const ofEvents: Anomaly[] = [];
  for (const { event } of events) {
    if (start !== null && event.occurredAt < start) ofEvents.push("eventBeforeStart");
    if (end !== null && event.occurredAt > end) ofEvents.push("eventAfterEnd");
  }
  return { ofCase, ofEvents };
};
