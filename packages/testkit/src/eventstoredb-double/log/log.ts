import { randomUUID } from "node:crypto";
import { makeBell } from "@motcua/event-store";
import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { checkWrite } from "./check-write.js";
import type {
  ExpectedRevision,
  LogEvent,
  ProposedEvent,
  StreamDeleted,
  Written,
  WrongExpectedVersion,
} from "./event.js";
import { type AllSubscription, followAll, followStream, type Signal } from "./follow.js";
import { deletedMetadata, metastreamOf, revivedMetadata } from "./metadata.js";
import { type AllRead, type InvalidRead, readAll, readStream, type StreamNotFound, type StreamRead } from "./read.js";
import { makeStore, type StoreOptions } from "./store.js";

/** What a server keeps and answers, with no word about how it is asked. */
export interface Log {
  readonly append: (
    stream: string,
    events: ReadonlyArray<ProposedEvent>,
    expected: ExpectedRevision,
  ) => Either<WrongExpectedVersion | StreamDeleted, Written>;
  /** Hides the events of a stream from its readers, until somebody appends to it again. */
  readonly softDelete: Delete;
  /** Closes a stream for ever. */
  readonly tombstone: Delete;
  readonly readStream: (query: StreamRead) => Either<StreamNotFound | StreamDeleted | InvalidRead, Iterable<LogEvent>>;
  readonly readAll: (query: AllRead) => Either<InvalidRead, Iterable<LogEvent>>;
  readonly followStream: (
    query: { readonly stream: string; readonly after: "start" | "end" | bigint },
    signal: AbortSignal,
  ) => AsyncIterable<Signal>;
  readonly followAll: (query: AllSubscription, signal: AbortSignal) => Either<InvalidRead, AsyncIterable<Signal>>;
}

type Delete = (
  stream: string,
  expected: ExpectedRevision,
) => Either<WrongExpectedVersion | StreamDeleted, Pick<Written, "position">>;

/** A log with the events that a server of its own writes when it starts for the first time. */
export const makeLog = (options: StoreOptions): Log => {
  const store = makeStore(options);
  const bell = makeBell();
  const last = (stream: string): LogEvent | undefined => store.stream(stream).at(-1);

  const append: Log["append"] = (stream, events, expected) => {
    const decision = checkWrite(
      store,
      stream,
      events.map(({ id }) => id),
      expected,
    );
    if (isLeft(decision)) return decision;
    if (decision.right.kind === "repeated") {
      const { revision, position } = decision.right.last;
      return right({ revision, position });
    }
    const written = events.map((event) => store.add(stream, event)).at(-1);
    if (written !== undefined && decision.right.revives) {
      const first = written.revision + 1n - BigInt(events.length);
      const metastream = metastreamOf(stream);
      store.add(metastream, metadataEvent(revivedMetadata(last(metastream), first)));
    }
    bell.ring();
    const revision = written?.revision ?? last(stream)?.revision ?? "no_stream";
    return right({ revision, position: written?.position ?? store.all.at(-1)?.position ?? options.origin });
  };

  const softDelete: Delete = (stream, expected) => {
    const decision = checkWrite(store, stream, [randomUUID()], expected);
    if (isLeft(decision)) return decision;
    if (last(stream) === undefined)
      return left({ code: "WrongExpectedVersion", stream, expected, actual: "no_stream" });
    const { position } = store.add(metastreamOf(stream), metadataEvent(deletedMetadata()));
    bell.ring();
    return right({ position });
  };

  const tombstone: Delete = (stream, expected) => {
    const decision = checkWrite(store, stream, [randomUUID()], expected);
    if (isLeft(decision)) return decision;
    const { position } = store.close(stream, systemEvent("$streamDeleted", ""));
    bell.ring();
    return right({ position });
  };

  store.add("$$$settings", metadataEvent("{}"));
  store.add("$users", systemEvent("$User", JSON.stringify("admin")));

  return {
    append,
    softDelete,
    tombstone,
    readStream: (query) => readStream(store, query),
    readAll: (query) => readAll(store, query),
    followStream: (query, signal) => followStream({ store, heard: bell.heard, signal }, query),
    followAll: (query, signal) => followAll({ store, heard: bell.heard, signal }, query),
  };
};

const systemEvent = (type: string, data: string): ProposedEvent => ({
  id: randomUUID(),
  type,
  contentType: "application/json",
  data: Buffer.from(data),
  metadata: new Uint8Array(),
});

const metadataEvent = (data: string): ProposedEvent => systemEvent("$metadata", data);
