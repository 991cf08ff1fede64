import { checkStreamQuery, type ReadError, type StreamPage, type StreamQuery } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { Connection } from "./driver.js";
import { EVENT_COLUMNS, type EventRow, eventOf } from "./rows.js";

/** A page of one stream. */
export const streamReader = (connection: Connection) => {
  const versionOf = connection
    .prepare<[string], number>(
      "SELECT ifnull(max(version), 0) FROM events WHERE stream = (SELECT id FROM streams WHERE name = ?)",
    )
    .pluck();
  const select = (order: "ASC" | "DESC") =>
    connection
      .prepare<[string, number, number], EventRow>(
        `SELECT ${EVENT_COLUMNS} FROM streams s CROSS JOIN events e ON e.stream = s.id CROSS JOIN types t ON t.id = e.type
         WHERE s.name = ? AND e.version BETWEEN ? AND ? ORDER BY e.version ${order}`,
      )
      .raw();
  const forward = select("ASC");
  const backward = select("DESC");

  return (stream: string, query: StreamQuery = {}): Either<ReadError, StreamPage> => {
    const checked = checkStreamQuery(query);
    if (isLeft(checked)) return checked;
    const { limit } = checked.right;
    // Read first: what another process appends meanwhile is beyond this page.
    const version = versionOf.get(stream) ?? 0;
    const [first, last] = checked.right.backward
      ? lastOf(Math.min(checked.right.from ?? version, version), limit)
      : firstOf(checked.right.from ?? 1, version, limit);
    const rows = (checked.right.backward ? backward : forward).all(stream, first, last);
    if (rows.length !== Math.max(0, last - first + 1))
      return left({ code: "StoreDamaged", detail: "a stream has a gap", cause: undefined });
    const next = checked.right.backward ? first - 1 : last + 1;
    return right({ events: rows.map(eventOf), version, next: next >= 1 && next <= version ? next : null });
  };
};

type Range = readonly [first: number, last: number];

const firstOf = (from: number, version: number, limit: number): Range => [from, Math.min(version, from + limit - 1)];

const lastOf = (from: number, limit: number): Range => [Math.max(1, from - limit + 1), from];
