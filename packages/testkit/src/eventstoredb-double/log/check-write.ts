import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { ExpectedRevision, LogEvent, StreamDeleted, WrongExpectedVersion } from "./event.js";
import { metastreamOf, type Retention, retentionOf } from "./metadata.js";
import type { Store } from "./store.js";

/** What is to be done about a write that is not refused. */
export type Decision =
  | { readonly kind: "write"; readonly revives: boolean }
  /** Every event of it is there already, where the expectation puts it. */
  | { readonly kind: "repeated"; readonly last: LogEvent };

/**
 * Decides about an append, in the order of the server: a stream that is closed, events that are there already, then the
 * expectation. The content of events is never compared.
 */
export const checkWrite = (
  store: Store,
  stream: string,
  ids: ReadonlyArray<string>,
  expected: ExpectedRevision,
): Either<WrongExpectedVersion | StreamDeleted, Decision> => {
  const events = store.stream(stream);
  const last = BigInt(events.length) - 1n;
  const { isDeleted } = retentionIn(store, stream);
  const conflict = left({
    code: "WrongExpectedVersion",
    stream,
    expected,
    actual: last < 0n ? "no_stream" : last,
  } as const);
  const write = right({ kind: "write", revives: isDeleted } as const);

  if (store.isClosed(stream)) return left({ code: "StreamDeleted", stream });
  if (expected === "stream_exists") {
    if (isDeleted) return left({ code: "StreamDeleted", stream });
    if (last < 0n) return conflict;
  }
  if (expected === "any" || expected === "stream_exists") {
    const found = ids.map((id) => known(store, stream, id));
    const repeated = found.at(-1);
    if (found[0] === undefined) return write;
    return repeated === undefined || found.includes(undefined) ? conflict : right({ kind: "repeated", last: repeated });
  }
  const before = expected === "no_stream" ? -1n : expected;
  if (before === last) return write;
  if (before > last) return conflict;
  const there = ids.map((id, index) => matching(events[Number(before) + 1 + index], id));
  const repeated = there.at(-1);
  if (repeated !== undefined && !there.includes(undefined)) return right({ kind: "repeated", last: repeated });
  return expected === "no_stream" && isDeleted && there[0] === undefined ? write : conflict;
};

export const retentionIn = (store: Store, stream: string): Retention =>
  retentionOf(stream, store.stream(metastreamOf(stream)).at(-1));

const matching = (event: LogEvent | undefined, id: string): LogEvent | undefined =>
  event?.id === id ? event : undefined;

const known = (store: Store, stream: string, id: string): LogEvent | undefined => {
  const event = store.lastWithId(id);
  return event?.stream === stream ? event : undefined;
};
