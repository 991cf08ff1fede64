import {
  checkLogQuery,
  cursorAt,
  type Head,
  type LogPage,
  type LogQuery,
  positionOf,
  type ReadError,
  type RecordedEvent,
  START,
} from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Connection, Statement } from "./driver.js";
import { type EventRow, NUMBERED_COLUMNS, namedEvent } from "./rows.js";
import { streamNames } from "./stream-names.js";
import { typeNames } from "./type-numbers.js";

/** Most positions that one page looks at, so that a filter which few events pass does not hold up the process: about 20 ms. */
const MAX_SCANNED = 20_000;

/** A page of the log, and its end. */
export const logReader = (connection: Connection) => {
  const lastPosition = connection.prepare<[], number>("SELECT ifnull(max(position), 0) FROM events").pluck();
  const statements = new Map<string, Statement>();
  const streamsOf = streamNames(connection);
  const typeOf = typeNames(connection);

  const select = ({ types, categories, shard }: LogQuery): Statement => {
    const filter = [
      types && "AND e.type IN (SELECT id FROM types WHERE name IN (SELECT value FROM json_each(:types)))",
      shard && "AND e.stream % :shards = :shard",
      categories && "AND s.category IN (SELECT value FROM json_each(:categories))",
    ].join(" ");
    const known = statements.get(filter);
    if (known !== undefined) return known;
    const statement = connection
      .prepare(
        `SELECT ${NUMBERED_COLUMNS} FROM events e ${categories ? "CROSS JOIN streams s ON s.id = e.stream" : ""}
         WHERE e.position > :after AND e.position <= :last ${filter} ORDER BY e.position LIMIT :limit`,
      )
      .raw();
    statements.set(filter, statement);
    return statement;
  };

  const readAll = (query: LogQuery = {}): Either<ReadError, LogPage> => {
    const limit = checkLogQuery(query);
    if (isLeft(limit)) return limit;
    const head = lastPosition.get() ?? 0;
    const after = positionOf(query.after ?? START, head);
    if (isLeft(after)) return after;

    const last = Math.min(head, after.right + MAX_SCANNED);
    const rows = select(query).all({
      after: after.right,
      last,
      limit: limit.right,
      ...(query.types && { types: JSON.stringify(query.types) }),
      ...(query.shard && { shard: query.shard.number, shards: query.shard.of }),
      ...(query.categories && { categories: JSON.stringify(query.categories) }),
    }) as ReadonlyArray<EventRow<number>>;
    const position = rows.length === limit.right ? (rows.at(-1)?.[0] ?? last) : last;
    const streams = streamsOf(rows);
    const events: RecordedEvent[] = [];
    for (const row of rows) {
      const [stream, type] = [streams.get(row[1]), typeOf(row[4])];
      if (stream === undefined || type === undefined) return left(nameless(row[0]));
      events.push(namedEvent(stream, type, row));
    }
    return right({ events, cursor: cursorAt(position), atEnd: position === head });
  };

  const head = (): Either<ReadError, Head> => {
    const events = lastPosition.get() ?? 0;
    return right({ cursor: cursorAt(events), events });
  };

  return { readAll, head };
};

const nameless = (position: number): ReadError => ({
  code: "StoreDamaged",
  detail: `event ${position} is of no stream or no type`,
  cause: undefined,
});
