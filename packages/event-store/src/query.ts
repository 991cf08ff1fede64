import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import type { QueryRefused } from "./errors.js";
import { checkLimit } from "./limits.js";
import type { StreamQuery } from "./port.js";

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
