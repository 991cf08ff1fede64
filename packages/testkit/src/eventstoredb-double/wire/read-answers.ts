import { type Either, map, right } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import type { LogEvent, StreamDeleted } from "../log/event.js";
import type { Signal } from "../log/follow.js";
import type { Log } from "../log/log.js";
import type { InvalidRead, StreamNotFound } from "../log/read.js";
import type { ReadQuery } from "./read-query.js";

export type ReadFailure = StreamNotFound | StreamDeleted | InvalidRead;

/** What the log answers to a read or a subscription. */
export const answersTo = (
  log: Log,
  read: ReadQuery,
  signal: AbortSignal,
): Either<ReadFailure, Iterable<Signal> | AsyncIterable<Signal>> => {
  switch (read.kind) {
    case "stream":
      return pipe(log.readStream(read.query), map(asSignals));
    case "all":
      return pipe(log.readAll(read.query), map(asSignals));
    case "followStream":
      return right(log.followStream(read.query, signal));
    case "followAll":
      return log.followAll(read.query, signal);
  }
};

function* asSignals(events: Iterable<LogEvent>): Iterable<Signal> {
  for (const event of events) yield { kind: "event", event };
}
