import type { LogQuery, RecordedEvent, StoreDamaged } from "@motcua/event-store";
import { isLeft } from "fp-ts/lib/Either.js";
import type { Position } from "./client.js";
import { wantedBy } from "./log-filter.js";
import type { Scan } from "./log-scan.js";
import type { StreamNames } from "./stream-name.js";
import { fromWire, isOurs } from "./wire-event.js";

/** What has been found so far for one page of the log. */
export interface Search {
  readonly take: Scan["take"];
  readonly found: () => Found;
}

interface Found {
  readonly events: ReadonlyArray<RecordedEvent>;
  /** The last event that was looked at. */
  readonly reached: Position | undefined;
  /** The last that the page accounts for: the same, unless we looked on after the page was full. */
  readonly position: Position | undefined;
  /** How many were looked at. */
  readonly examined: number;
  /** The page is full, and after it comes another event of this log. */
  readonly hasNext: boolean;
  readonly damage: StoreDamaged | undefined;
}

/** Gathers a page of at most `limit` events after a place, and looks one event further. */
export const searchFor = (
  query: LogQuery,
  limit: number,
  { fromServer }: StreamNames,
  after: Position | undefined,
): Search => {
  const isWanted = wantedBy(query);
  const events: RecordedEvent[] = [];
  let [reached, position] = [after, after];
  let examined = 0;
  let hasNext = false;
  let damage: StoreDamaged | undefined;

  return {
    take: (event) => {
      examined++;
      reached = event.position;
      const stream = isOurs(event) ? fromServer(event.streamId) : undefined;
      if (events.length === limit) {
        hasNext = stream !== undefined;
        return hasNext ? "enough" : "more";
      }
      position = event.position;
      if (stream === undefined || !isWanted(stream, event.type)) return "more";
      const own = fromWire(stream, event);
      if (isLeft(own)) {
        damage = own.left;
        return "enough";
      }
      events.push(own.right);
      return "more";
    },
    found: () => ({ events, reached, position, examined, hasNext, damage }),
  };
};
