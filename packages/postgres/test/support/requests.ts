import type { AppendRequest, CheckedEvent, Expected } from "@motcua/event-store";
import { eventsFor } from "./events.js";

/** An append of new events that have passed every limit. */
export const requestFor = (stream: string, count: number, expected: Expected): AppendRequest => ({
  stream,
  expected,
  events: eventsFor(count).map(
    (event): CheckedEvent => ({ ...event, data: JSON.stringify(event.data), meta: JSON.stringify(event.meta) }),
  ),
});
