import { checkStreamQuery, isName, type ReadError, type StreamPage, type StreamQuery } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { RunSql } from "./database.js";
import { EVENT_COLUMNS, type EventRow, eventOf } from "./rows.js";

/** Versions are of four bytes. */
const LAST_VERSION = 2 ** 31 - 1;

/** An event, and where its stream stands. */
type Row = readonly [...EventRow, version: string];

/** A page of one stream, and where the stream stands: one statement, so that the two belong together. */
export const streamReader = (schema: string) => {
  const select = (bound: string, order: string): string => `
    SELECT e.*, h.version FROM (SELECT max(version) AS version FROM ${schema}.events WHERE stream = $1) h
    LEFT JOIN LATERAL (
      SELECT ${EVENT_COLUMNS} FROM ${schema}.events
      WHERE stream = $1 AND ${bound} ORDER BY version ${order} LIMIT $3
    ) e ON true ORDER BY e.version ${order}`;
  const forward = select("version >= $2", "ASC");
  const backward = select("version <= $2", "DESC");

  return async (sql: RunSql, stream: string, query: StreamQuery = {}): Promise<Either<ReadError, StreamPage>> => {
    const checked = checkStreamQuery(query);
    if (isLeft(checked)) return checked;
    // PostgreSQL takes no U+0000, and a lone surrogate would be asked for as U+FFFD.
    if (!isName(stream)) return right({ events: [], version: 0, next: null });
    const { limit, backward: isBackward, from = isBackward ? LAST_VERSION : 1 } = checked.right;
    const values = [stream, Math.min(from, LAST_VERSION), limit];
    const rows = await (isBackward ? sql<Row>("backward", backward, values) : sql<Row>("forward", forward, values));
    const version = Number(rows[0]?.[10] ?? 0);
    // Beyond the end there is one row, with the version alone.
    const events = rows[0]?.[0] == null ? [] : rows.map(eventOf);

    const first = isBackward ? Math.min(from, version) : from;
    const step = isBackward ? -1 : 1;
    const gap = events.findIndex((event, index) => event.version !== first + step * index);
    const expected = Math.max(0, Math.min(limit, isBackward ? first : version - first + 1));
    if (gap >= 0 || events.length !== expected)
      return left({ code: "StoreDamaged", detail: "a stream has a gap", cause: undefined });
    const next = first + step * events.length;
    return right({ events, version, next: next >= 1 && next <= version ? next : null });
  };
};
