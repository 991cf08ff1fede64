import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { QueryRefused } from "./errors.js";
import { checkLimit } from "./limits.js";
import type { LogQuery, StreamQuery } from "./port.js";

export interface CheckedStreamQuery {
  readonly from: number | undefined;
  readonly limit: number;
  readonly backward: boolean;
}

/** A stream query with its defaults, or why it has no meaning: the same answer on every adapter. */
export const checkStreamQuery = (query: StreamQuery): Either<QueryRefused, CheckedStreamQuery> => {
  const limit = checkLimit(query.limit);
  if (isLeft(limit)) return limit;
  const { from } = query;
  if (from !== undefined && (!Number.isSafeInteger(from) || from < 1))
    return left({ code: "QueryRefused", detail: `from must be a version, 1 or more, not ${from}` });
  return right({ from, limit: limit.right, backward: query.direction === "backward" });
};

/** Most shares that a log is divided into. */
const MAX_SHARDS = 64;

/** The page size of a log query, or why the query has no meaning: the same answer on every adapter. */
export const checkLogQuery = ({ limit, shard }: LogQuery): Either<QueryRefused, number> => {
  const known = shard === undefined || (isWhole(shard.of, 1, MAX_SHARDS) && isWhole(shard.number, 0, shard.of - 1));
  return known
    ? checkLimit(limit)
    : left({ code: "QueryRefused", detail: `shard must be one of 1 to ${MAX_SHARDS}, numbered from 0` });
};

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;
