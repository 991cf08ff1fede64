import type { Cursor, CursorRefused, Head } from "@motcua/event-store";
import { type Either, isLeft, right } from "fp-ts/lib/Either.js";
import type { Position } from "./client.js";
import { cursorOf, laterOf, positionOf } from "./cursor.js";
import type { Reader, ReadFault } from "./reading.js";

/** How far the log of the server is known to reach. */
export interface LogEnd {
  /** The latest position that this store has seen; every event up to it is there to be read. */
  readonly known: () => Position | undefined;
  readonly seen: (position: Position | undefined) => void;
  /** Asks the server. Its last event counts whatever it is: also one of its own. `undefined` where the log is empty. */
  readonly ask: () => Promise<Either<ReadFault, Position | undefined>>;
}

export const logEnd = ({ read }: Reader): LogEnd => {
  let known: Position | undefined;
  const seen = (position: Position | undefined) => {
    known = laterOf(known, position);
  };
  return {
    known: () => known,
    seen,
    ask: async () => {
      const found = await read((client) =>
        client.readAll({ fromPosition: "end", direction: "backwards", maxCount: 1, requiresLeader: true }),
      );
      if (isLeft(found)) return found;
      const position = found.right[0]?.position;
      seen(position);
      return right(position);
    },
  };
};

/** The head of the port. */
export const headOf =
  (end: LogEnd, startAfter: Cursor) => async (): Promise<Either<ReadFault | CursorRefused, Head>> => {
    const start = positionOf(startAfter);
    if (isLeft(start)) return start;
    const position = await end.ask();
    if (isLeft(position)) return position;
    return right({ cursor: cursorOf(laterOf(start.right, position.right)), events: null });
  };
