import { type Bell, makeBell } from "@motcua/event-store";
import type { EventStoreDbClient, LiveEvents, Position, ServerFilter } from "./client.js";
import { pause } from "./pause.js";

/** Tells one subscription when to look again. */
export interface LiveBell {
  readonly heard: Bell["heard"];
  /** All up to here has been read; the next that comes after it is news. */
  readonly listen: (after: Position | undefined) => void;
  /** Rings once more, and listens no longer. */
  readonly close: () => void;
}

/**
 * A subscription of the server that is used as a bell only: what is new is read by the same pages as the rest, so there is
 * one meaning, one filter and no seam. The bell stands still while nobody waits, so that a consumer who is busy is not sent
 * what it will read anyway; it comes back by itself when the server does, and rings then, for what it may have missed.
 */
export const liveBell = (client: () => EventStoreDbClient, filter: ServerFilter): LiveBell => {
  const bell = makeBell();
  const ending = new AbortController();
  let events: LiveEvents | undefined;
  let read: Position | undefined;
  let losses = 0;

  const connect = (): void => {
    const current = client().subscribeToAll({ fromPosition: "end", requiresLeader: true, filter });
    events = current;
    let isLost = false;
    const lost = async () => {
      if (isLost || ending.signal.aborted) return;
      isLost = true;
      leave(current);
      // For who reads to learn whether only this call is lost, or the server.
      bell.ring();
      await pause(++losses, ending.signal);
      if (!ending.signal.aborted) connect();
    };
    for (const sign of ["error", "end", "close"]) current.on(sign, lost);
    current.on("confirmation", () => {
      losses = 0;
      bell.ring();
    });
    current.on("data", (result) => {
      const position = positionOf(result);
      if (position !== undefined && read !== undefined && position.commit <= read.commit) return;
      current.pause();
      bell.ring();
    });
  };

  return {
    // It would be heard without a limit; but a server that neither tells nor goes away should not be believed for ever.
    heard: (signal) => bell.heard(signal, LOOK_AGAIN_MS),
    listen: (after) => {
      if (ending.signal.aborted) return;
      read = after;
      if (events === undefined) connect();
      else events.resume();
    },
    close: () => {
      ending.abort();
      bell.ring();
      if (events !== undefined) leave(events);
    },
  };
};

/** Always by hand: a subscription that is only forgotten goes on. */
const leave = (events: LiveEvents): void => {
  events.unsubscribe().catch(() => undefined);
};

const positionOf = (result: unknown): Position | undefined =>
  (result as { readonly event?: { readonly position?: Position } } | null)?.event?.position;

const LOOK_AGAIN_MS = 15_000;
