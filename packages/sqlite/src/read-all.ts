import {
  checkLimit,
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
import { type EventRow, eventColumns, eventIn } from "./rows.js";
import { streamNames } from "./stream-names.js";

/** Most positions that one page looks at, so that a filter which few events pass does not hold up the process: about 20 ms. */
const MAX_SCANNED = 20_000;

/** A page of the log, and its end. */
export const logReader = (connection: Connection) => {
  const lastPosition = connection.prepare<[], number>("SELECT ifnull(max(position), 0) FROM events").pluck();
  const statements = new Map<string, Statement>();
  const namesOf = streamNames(connection);

  const select = ({ types, categories }: LogQuery): Statement => {
    const filter = [
      types && "AND e.type IN (SELECT value FROM json_each(:types))",
      categories && "AND s.category IN (SELECT value FROM json_each(:categories))",
    ].join(" ");
    const known = statements.get(filter);
    if (known !== undefined) return known;
    const statement = connection
      .prepare(
        `SELECT ${eventColumns("e.stream")} FROM events e ${categories ? "CROSS JOIN streams s ON s.id = e.stream" : ""}
         WHERE e.position > :after AND e.position <= :last ${filter} ORDER BY e.position LIMIT :limit`,
      )
      .raw();
    statements.set(filter, statement);
    return statement;
  };

  const readAll = (query: LogQuery = {}): Either<ReadError, LogPage> => {
    const limit = checkLimit(query.limit);
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
      ...(query.categories && { categories: JSON.stringify(query.categories) }),
    }) as ReadonlyArray<EventRow<number>>;
    const position = rows.length === limit.right ? (rows.at(-1)?.[0] ?? last) : last;
    const names = namesOf(rows.map(([, stream]) => stream));
    const events: RecordedEvent[] = [];
    for (const row of rows) {
      const name = names.get(row[1]);
      if (name === undefined)
        return left({ code: "StoreDamaged", detail: `event ${row[0]} is in no stream`, cause: undefined });
      events.push(eventIn(name, row));
    }
    return right({ events, cursor: cursorAt(position), atEnd: position === head });
  };

  const head = (): Either<ReadError, Head> => {
    const events = lastPosition.get() ?? 0;
    return right({ cursor: cursorAt(events), events });
  };

  return { readAll, head };
};
