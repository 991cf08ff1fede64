import type { AppendError, Appended, EventStore, LogPage, ReadError, StreamPage } from "@motcua/event-store";
import type { Either } from "fp-ts/lib/Either.js";
import type { AppendRequest } from "../workload/append-of.js";
import type { AppendCall, Call, LogCall, StreamCall } from "./history.js";

/** A store whose calls are written down with the moments at which they began and ended. */
export interface Recorded {
  readonly append: (request: AppendRequest) => Promise<Either<AppendError, Appended>>;
  readonly readStream: (stream: string, query: StreamCall["query"]) => Promise<Either<ReadError, StreamPage>>;
  readonly readAll: (
    query: Parameters<EventStore["readAll"]>[0] & object,
    given: number,
  ) => Promise<Either<ReadError, LogPage>>;
}

export interface Recorder {
  readonly of: (client: string, store: EventStore) => Recorded;
  /** What has been recorded until now. */
  readonly calls: ReadonlyArray<Call>;
}

/** One clock and one list of calls for any number of clients, in one process. */
export const makeRecorder = (): Recorder => {
  const calls: Call[] = [];
  let ticks = 0;

  const asked = async <E, A>(
    answer: () => Promise<Either<E, A>>,
    write: (times: { readonly began: number; readonly ended: number }, answer: Either<E, A>) => Call,
  ): Promise<Either<E, A>> => {
    const began = ++ticks;
    const given = await answer();
    calls.push(write({ began, ended: ++ticks }, given));
    return given;
  };

  return {
    calls,
    of: (client, store) => ({
      append: (request) =>
        asked(
          store.append(request.stream, request.events, request.expected),
          (times, answer): AppendCall => ({ kind: "append", client, ...times, ...request, answer }),
        ),
      readStream: (stream, query) =>
        asked(
          store.readStream(stream, query),
          (times, answer): StreamCall => ({ kind: "readStream", client, ...times, stream, query, answer }),
        ),
      readAll: (query, given) =>
        asked(store.readAll(query), (times, answer): LogCall => {
          const { after: _, shard: __, ...filter } = query;
          return { kind: "readAll", client, ...times, query: filter, given, answer };
        }),
    }),
  };
};
