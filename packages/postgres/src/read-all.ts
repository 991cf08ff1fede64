import {
  checkLogQuery,
  cursorAt,
  type Head,
  isName,
  type LogPage,
  type LogQuery,
  positionOf,
  type ReadError,
  START,
} from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { RunSql } from "./database.js";
import { LOG_COLUMNS, type LogRow, type Placed, placedOf } from "./rows.js";
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

  const readAll = async (sql: RunSql, query: LogQuery = {}): Promise<Either<ReadError, LogPage>> => {
    const limit = checkLogQuery(query);
    if (isLeft(limit)) return limit;
    const after = positionOf(query.after ?? START, Number.MAX_SAFE_INTEGER);
    if (isLeft(after)) return after;
    const upTo = await settled(sql, after.right);
    if (upTo === "replica") return left(REPLICA);
    if (after.right > upTo.head) return left({ code: "CursorRefused", cursor: query.after ?? START });

    const last = Math.min(Math.max(upTo.position, after.right), after.right + MAX_SCANNED);
    const rows = last === after.right ? [] : await page(sql, query, after.right, last, limit.right);
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
  const page = (sql: RunSql, { types, categories, shard }: LogQuery, after: number, last: number, limit: number) => {
    const values: unknown[] = [after, last, limit];
    const parameter = (value: unknown) => `$${values.push(value)}`;
    const filters = [
      types && `AND type = ANY(${parameter(types.filter(isName))}::text[])`,
      categories && `AND split_part(stream, '-', 1) = ANY(${parameter(categories.filter(isCategory))}::text[])`,
      shard && `AND mod(${NUMBER_OF_STREAM}, ${parameter(shard.of)}) = ${parameter(shard.number)}`,
    ].filter((filter) => filter !== undefined);
    return sql<LogRow, Placed>(
      `log${types ? " types" : ""}${categories ? " categories" : ""}${shard ? " shard" : ""}`,
      `SELECT ${LOG_COLUMNS} FROM ${schema}.events
       WHERE position > $1 AND position <= $2 ${filters.join(" ")} ORDER BY position LIMIT $3 + 1`,
      values,
      placedOf,
    );
  };

  const head = async (sql: RunSql): Promise<Either<ReadError, Head>> => {
    const seen = await lookAtHead(sql, schema);
    if (seen === "replica") return left(REPLICA);
    return right({ cursor: cursorAt(await lastStored(sql, schema, seen.position)), events: null });
  };

  return { readAll, head };
};

const isCategory = (category: string): boolean => category === "" || isName(category);

/** The first 32 bits of the name's MD5: the same in every release of PostgreSQL, unlike its own hash functions. */
const NUMBER_OF_STREAM = "('x' || substr(md5(stream), 1, 8))::bit(32)::bigint";

const REPLICA: ReadError = {
  code: "QueryRefused",
  detail: "a replica cannot tell which positions are settled: read the whole log from the primary",
};
