import type { ReadError } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Position, ServerFilter, StoredEvent } from "./client.js";
import { cursorOf } from "./cursor.js";
import { failure, faultOf, isSilence } from "./failure.js";
import type { Life } from "./life.js";
import type { LogEnd } from "./log-end.js";
import { pause } from "./pause.js";
import type { Reader } from "./reading.js";

export interface Scan {
  /** Begin after this event; `undefined` is the start. */
  readonly after: Position | undefined;
  /** How many results to ask for: the event at `after` is the first of them. */
  readonly count: number;
  readonly filter: ServerFilter | undefined;
  readonly take: (event: PlacedEvent) => "more" | "enough";
}

/** An event with its place in the log. */
interface PlacedEvent extends StoredEvent {
  readonly position: Position;
}

const isPlaced = (event: StoredEvent): event is PlacedEvent => event.position !== undefined;

/** Events of the server's log, in one call; goes on where it was when the connection is lost. */
export type ScanLog = (scan: Scan) => Promise<Either<ReadError, "ended" | "more">>;

export const logScan =
  ({ once }: Reader, end: LogEnd, life: Life, retryForMs: number): ScanLog =>
  async ({ after, count, filter, take }) => {
    const giveUpAt = performance.now() + retryForMs;
    let from = after;
    let refusals = 0;
    for (let attempt = 1; ; attempt++) {
      let results = 0;
      let isEnough = false;
      try {
        await once(
          (client) =>
            client.readAll({
              fromPosition: from ?? "start",
              direction: "forwards",
              maxCount: count,
              requiresLeader: true,
              ...(filter && { filter }),
            }),
          ({ event }) => {
            results++;
            if (event === undefined || !isPlaced(event)) return "more";
            if (from !== undefined && event.position.commit <= from.commit) return "more";
            from = event.position;
            const answer = take(event);
            isEnough = answer === "enough";
            return answer;
          },
        );
        // Reading from an event gives that event; there is none there when the place is beyond the end.
        if (results === 0 && from !== undefined && filter === undefined) return left(refused(from));
        return right(isEnough || results >= count ? "more" : "ended");
      } catch (cause) {
        const { kind } = faultOf(cause);
        if (kind === "denied") return left(failure(cause));
        if (results === 0 && from !== undefined && !isSilence(cause) && kind !== "notLeader") {
          // The server refuses a place that is no event's with an error that one client calls "unavailable". It is refused
          // when the server answers another question, again and again, and this one not.
          const answer = await end.ask();
          if (isLeft(answer)) return answer;
          if (++refusals === ENOUGH_REFUSALS || isBeyond(from, answer.right)) return left(refused(from));
        } else if (kind === "unknown") return left(failure(cause));
        if (life.closing.aborted || performance.now() >= giveUpAt) return left(failure(cause));
        await pause(attempt, life.closing);
      }
    }
  };

/** Whether a place is after the last event of the log. */
export const isBeyond = (place: Position, last: Position | undefined): boolean =>
  last === undefined || place.commit > last.commit;

export const refused = (position: Position): ReadError => ({ code: "CursorRefused", cursor: cursorOf(position) });

const ENOUGH_REFUSALS = 3;
