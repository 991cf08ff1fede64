import {
  checkLogQuery,
  cursorAt,
  type Fact,
  type Head,
  isName,
  type LogPage,
  type LogQuery,
  positionOf,
  type ReadError,
  type RecordedEvent,
  START,
} from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Row, RunSql } from "./database.js";
import { FACT_COLUMNS, type FactRow, LOG_COLUMNS, type LogRow, type Placed, placedEvent, placedFact } from "./rows.js";
import { lastStored, lookAtHead, type Settled, waitFor } from "./settled.js";

/** Most positions that one page looks at, so that a filter which few events pass does not hold up a connection. */
const MAX_SCANNED = 20_000;

/** How long a page that would be empty waits for those who are writing before it. */
const WAIT_MS = 1_000;

/** A page of the log, and its end. */
export const logReader = (schema: string) => {
  /** Settled once, with an event at it or after it, is settled for ever. */
  let settledOnce = 0;

  const settled = async (sql: RunSql, after: number): Promise<Settled | "replica"> => {
    if (settledOnce - after >= MAX_SCANNED)
      return { position: settledOnce, head: Number.POSITIVE_INFINITY, whole: true, writers: [] };
    const seen = await lookAndWait(sql, after);
    if (seen !== "replica" && seen.position - after >= MAX_SCANNED) await lastKept(sql, seen.position);
    return seen;
  };
  const lastKept = async (sql: RunSql, upTo: number): Promise<number> => {
    settledOnce = Math.max(settledOnce, await lastStored(sql, schema, upTo));
    return settledOnce;
  };
  const lookAndWait = async (sql: RunSql, after: number): Promise<Settled | "replica"> => {
    const seen = await lookAtHead(sql, schema);
    if (seen === "replica" || seen.position > after || seen.writers.length === 0) return seen;
    await waitFor(sql, seen.writers, WAIT_MS);
    return lookAtHead(sql, schema);
  };

  const pages =
    <R extends Row, Event>(read: Reading<R, Event>) =>
    async (sql: RunSql, query: LogQuery = {}): Promise<Either<ReadError, PageOf<Event>>> => {
      const limit = checkLogQuery(query);
      if (isLeft(limit)) return limit;
      const after = positionOf(query.after ?? START, Number.MAX_SAFE_INTEGER);
      if (isLeft(after)) return after;
      const upTo = await settled(sql, after.right);
      if (upTo === "replica") return left(REPLICA);
      if (after.right > upTo.head) return left({ code: "CursorRefused", cursor: query.after ?? START });

      const last = Math.min(Math.max(upTo.position, after.right), after.right + MAX_SCANNED);
      const rows =
        last === after.right ? [] : await page(sql, read, query, { after: after.right, last, limit: limit.right });
      const placed = rows.slice(0, limit.right);
      const found = placed.at(-1)?.position ?? after.right;
      const reached = rows.length > limit.right ? found : last;
      return right({
        events: placed.map(({ event }) => event),
        cursor: cursorAt(reached === found ? found : Math.max(found, await kept(sql, reached, upTo.position))),
        atEnd: upTo.whole && reached === upTo.head,
      });
    };
  /** A place that was reached, or the last event before it where the log holds nothing beyond. */
  const kept = async (sql: RunSql, reached: number, upTo: number): Promise<number> =>
    reached <= settledOnce ? reached : Math.min(reached, await lastKept(sql, upTo));

  /** One row more than the page may hold, since positions do not tell whether there is one. */
  const page = <R extends Row, Event>(
    sql: RunSql,
    { name, columns, place }: Reading<R, Event>,
    { types, categories, shard }: LogQuery,
    { after, last, limit }: Range,
  ) => {
    const values: unknown[] = [after, last, limit];
    const parameter = (value: unknown) => `$${values.push(value)}`;
    const filters = [
      types && `AND type = ANY(${parameter(types.filter(isName))}::text[])`,
      categories && `AND split_part(stream, '-', 1) = ANY(${parameter(categories.filter(isCategory))}::text[])`,
      shard && `AND mod(${NUMBER_OF_STREAM}, ${parameter(shard.of)}) = ${parameter(shard.number)}`,
    ].filter((filter) => filter !== undefined);
    return sql<R, Placed<Event>>(
      `${name}${types ? " types" : ""}${categories ? " categories" : ""}${shard ? " shard" : ""}`,
      `SELECT ${columns} FROM ${schema}.events
       WHERE position > $1 AND position <= $2 ${filters.join(" ")} ORDER BY position LIMIT $3 + 1`,
      values,
      place,
    );
  };

  const head = async (sql: RunSql): Promise<Either<ReadError, Head>> => {
    const seen = await lookAtHead(sql, schema);
    if (seen === "replica") return left(REPLICA);
    return right({ cursor: cursorAt(await lastStored(sql, schema, seen.position)), events: null });
  };

  return { readAll: pages(EVENTS), readFacts: pages(FACTS), head };
};

/** A page of the log, of whatever is read of its events. */
type PageOf<Event> = Omit<LogPage, "events"> & { readonly events: ReadonlyArray<Event> };

/** What is read of an event. */
interface Reading<R extends Row, Event> {
  /** Tells the statements apart. */
  readonly name: string;
  readonly columns: string;
  readonly place: (row: R) => Placed<Event>;
}

const EVENTS: Reading<LogRow, RecordedEvent> = { name: "log", columns: LOG_COLUMNS, place: placedEvent };
const FACTS: Reading<FactRow, Fact> = { name: "facts", columns: FACT_COLUMNS, place: placedFact };

/** Positions after the one up to the other. */
interface Range {
  readonly after: number;
  readonly last: number;
  readonly limit: number;
}

const isCategory = (category: string): boolean => category === "" || isName(category);

/** The first 32 bits of the name's MD5: the same in every release of PostgreSQL, unlike its own hash functions. */
const NUMBER_OF_STREAM = "('x' || substr(md5(stream), 1, 8))::bit(32)::bigint";

const REPLICA: ReadError = {
  code: "QueryRefused",
  detail: "a replica cannot tell which positions are settled: read the whole log from the primary",
};
