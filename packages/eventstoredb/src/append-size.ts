import type { CheckedEvent } from "@motcua/event-store";
import type { WireEvent } from "./client.js";

/** The server's own limit of one append, unless it was set otherwise there. */
export const MAX_APPEND_BYTES = 1_048_576;

/**
 * Which event takes an append over the limit, or `undefined`.
 *
 * Counted on the safe side: the server adds up data, metadata and type; we count two bytes for a character of the type and
 * add `ROOM` for each event.
 */
export const overflowAt = (events: ReadonlyArray<CheckedEvent>, wire: ReadonlyArray<WireEvent>): number | undefined => {
  let bytes = 0;
  for (const [index, { data, type }] of events.entries()) {
    bytes += Buffer.byteLength(data) + (wire[index]?.metadata.length ?? 0) + 2 * type.length + ROOM;
    if (bytes > MAX_APPEND_BYTES) return index;
  }
  return undefined;
};

/** For what the server may count that we do not know of. */
const ROOM = 64;
