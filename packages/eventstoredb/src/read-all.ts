import { type Cursor, checkLogQuery, type LogPage, type LogQuery, type ReadError, START } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Position } from "./client.js";
import { cursorOf, laterOf, positionOf } from "./cursor.js";
import type { LogEnd } from "./log-end.js";
import { isSelective, serverFilter, wantsNothing } from "./log-filter.js";
import { isBeyond, refused, type ScanLog } from "./log-scan.js";
import { searchFor } from "./log-search.js";
import type { StreamNames } from "./stream-name.js";

/** Most events of the server that one page looks at, so that a filter which few of them pass does not hold up the caller. */
const MOST_EXAMINED = 20_000;
/** Fewest events to ask for at once where not all of them will be wanted. */
const FEWEST_ASKED = 500;
const MOST_ASKED = 8_000;
/** The event before the page, with which the server begins, and one after it, which tells whether there is more. */
const BESIDE_THE_PAGE = 2;

export interface LogReading {
  readonly scan: ScanLog;
  readonly end: LogEnd;
  readonly names: StreamNames;
  /** Where the log begins. */
  readonly startAfter: Cursor;
  /** Whether the client lets the server filter what it reads. The one that does not is sent everything. */
  readonly canFilter: boolean;
}

/** The readAll of the port. Events of the server itself and of other programs are passed over. */
export const logReader = ({ scan, end, names, startAfter, canFilter }: LogReading) => {
  /** Up to where the log reaches, at least: asked for only where that is not known to be further than `after`. */
  const endAfter = async (after: Position | undefined): Promise<Either<ReadError, Position | undefined>> => {
    const known = end.known();
    if (known !== undefined && (after === undefined || after.commit < known.commit)) return right(known);
    const asked = await end.ask();
    if (isLeft(asked) || after === undefined || !isBeyond(after, asked.right)) return asked;
    return left(refused(after));
  };

  const page = async (after: Position | undefined, query: LogQuery, limit: number): Promise<Answer> => {
    const filter = canFilter ? serverFilter(query, names) : undefined;
    // Asked before the read, which then shows all that is wanted up to there: the cursor may move past the rest.
    const reach = filter === undefined ? right(undefined) : await endAfter(after);
    if (isLeft(reach)) return reach;
    const { take, found } = searchFor(query, limit, names, after);
    let fewest = isSelective(query) ? FEWEST_ASKED : 0;
    for (;;) {
      const count = Math.max(limit - found().events.length + BESIDE_THE_PAGE, fewest);
      // What is rare at first is rare further on.
      fewest = Math.min(fewest * 2, MOST_ASKED);
      const scanned = await scan({ after: found().reached, count, filter, take });
      if (isLeft(scanned)) return scanned;
      const { events, reached, position, examined, hasNext, damage } = found();
      if (damage !== undefined) return left(damage);
      end.seen(reached);
      if (scanned.right === "ended")
        return right({ events, cursor: cursorOf(laterOf(reached, reach.right)), atEnd: true });
      if (hasNext || examined >= MOST_EXAMINED) return right({ events, cursor: cursorOf(position), atEnd: false });
    }
  };

  return async (query: LogQuery = {}): Promise<Answer> => {
    const limit = checkLogQuery(query);
    if (isLeft(limit)) return limit;
    const after = positionOf((query.after ?? START) === START ? startAfter : (query.after ?? START));
    if (isLeft(after)) return after;
    if (!wantsNothing(query)) return page(after.right, query, limit.right);
    const reach = await endAfter(after.right);
    return isLeft(reach)
      ? reach
      : right({ events: [], cursor: cursorOf(laterOf(after.right, reach.right)), atEnd: true });
  };
};

type Answer = Either<ReadError, LogPage>;
