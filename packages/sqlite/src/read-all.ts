import {
  checkLogQuery,
  cursorAt,
  type FactPage,
  type Head,
  type LogPage,
  type LogQuery,
  positionOf,
  type ReadError,
  START,
} from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Connection, Statement } from "./driver.js";
import { FACT_COLUMNS, NUMBERED_COLUMNS, namedEvent, namedFact } from "./rows.js";
import { streamNames } from "./stream-names.js";
import { typeNames } from "./type-numbers.js";

/** Most positions that one page looks at, so that a filter which few events pass does not hold up the process: about 20 ms. */
const MAX_SCANNED = 20_000;

/** The first columns of a row that is read in the order of the log. */
type PlacedRow = readonly [position: number, stream: number, type: number, ...unknown[]];

/** A page of the log, for all it holds or for what a fold sees of it, and the log's end. */
export const logReader = (connection: Connection) => {
  const lastPosition = connection.prepare<[], number>("SELECT ifnull(max(position), 0) FROM events").pluck();
  const statements = new Map<string, Statement>();
  const streamsOf = streamNames(connection);
  const typeOf = typeNames(connection);

  const select = (columns: string, { types, categories, shard }: LogQuery): Statement => {
    const filter = [
      // The cheapest test first: most rows of a share fail it.
      shard && "AND e.stream % :shards = :shard",
      types && "AND e.type IN (SELECT id FROM types WHERE name IN (SELECT value FROM json_each(:types)))",
      categories && "AND s.category IN (SELECT value FROM json_each(:categories))",
    ].join(" ");
    const key = `${columns} ${filter}`;
    const known = statements.get(key);
    if (known !== undefined) return known;
    const statement = connection
      .prepare(
        `SELECT ${columns} FROM events e ${categories ? "CROSS JOIN streams s ON s.id = e.stream" : ""}
         WHERE e.position > :after AND e.position <= :last ${filter} ORDER BY e.position LIMIT :limit`,
      )
      .raw();
    statements.set(key, statement);
    return statement;
  };

  const pages =
    <Row extends PlacedRow, A>(columns: string, make: (stream: string, type: string, row: Row) => A) =>
    (query: LogQuery = {}): Either<ReadError, Omit<LogPage, "events"> & { readonly events: ReadonlyArray<A> }> => {
      const limit = checkLogQuery(query);
      if (isLeft(limit)) return limit;
      const head = lastPosition.get() ?? 0;
      const after = positionOf(query.after ?? START, head);
      if (isLeft(after)) return after;

      const last = Math.min(head, after.right + MAX_SCANNED);
      const rows = select(columns, query).all({
        after: after.right,
        last,
        limit: limit.right,
        ...(query.types && { types: JSON.stringify(query.types) }),
        ...(query.shard && { shard: query.shard.number, shards: query.shard.of }),
        ...(query.categories && { categories: JSON.stringify(query.categories) }),
      }) as ReadonlyArray<Row>;
      const position = rows.length === limit.right ? (rows.at(-1)?.[0] ?? last) : last;
      const streams = streamsOf(rows);
      const events: A[] = [];
      for (const row of rows) {
        const [stream, type] = [streams.get(row[1]), typeOf(row[2])];
        if (stream === undefined || type === undefined) return left(nameless(row[0]));
        events.push(make(stream, type, row));
      }
      return right({ events, cursor: cursorAt(position), atEnd: position === head });
    };

  const readAll: (query?: LogQuery) => Either<ReadError, LogPage> = pages(NUMBERED_COLUMNS, namedEvent<number>);
  const readFacts: (query?: LogQuery) => Either<ReadError, FactPage> = pages(FACT_COLUMNS, namedFact);

  const head = (): Either<ReadError, Head> => {
    const events = lastPosition.get() ?? 0;
    return right({ cursor: cursorAt(events), events });
  };

  return { readAll, readFacts, head };
};

const nameless = (position: number): ReadError => ({
  code: "StoreDamaged",
  detail: `event ${position} is of no stream or no type`,
  cause: undefined,
});
