import {
  checkStreamQuery,
  type ReadError,
  type RecordedEvent,
  type StoreDamaged,
  type StreamPage,
  type StreamQuery,
} from "@motcua/event-store";
import { type Either, isLeft, left, map, right } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import type { StoredEvent } from "./client.js";
import type { Reader, ReadFault } from "./reading.js";
import { versionAt } from "./revision.js";
import type { StreamNames } from "./stream-name.js";
import { fromWire } from "./wire-event.js";

/** Reads of one stream. */
export interface StreamReader {
  readonly page: (stream: string, query?: StreamQuery) => Promise<Either<ReadError, StreamPage>>;
  /** Where a stream stands; 0 where there is none. */
  readonly versionOf: (stream: string) => Promise<Either<ReadFault, number>>;
  /** What stands at `count` versions from `first` on, of our own events. Fewer where the stream ends before. */
  readonly slot: (
    stream: string,
    first: number,
    count: number,
  ) => Promise<Either<ReadFault, ReadonlyArray<RecordedEvent>>>;
}

/**
 * A stream has its events from version 1 on without gaps. Where the server has lost some (the stream was deleted, or cut
 * by `$maxCount`, `$maxAge` or `$tb`), a page that should hold them is `StoreDamaged`: a state that is folded from what is
 * left would be wrong, and nobody would know.
 */
export const streamReader = ({ read }: Reader, names: StreamNames): StreamReader => {
  const forward = (stream: string, from: number, limit: number) =>
    read((client) =>
      client.readStream(names.toServer(stream), {
        fromRevision: BigInt(from) - 1n,
        direction: "forwards",
        maxCount: limit,
        requiresLeader: true,
      }),
    );
  const backward = (stream: string, from: number | "end", limit: number) =>
    read((client) =>
      client.readStream(names.toServer(stream), {
        fromRevision: from === "end" ? from : BigInt(from) - 1n,
        direction: "backwards",
        maxCount: limit,
        requiresLeader: true,
      }),
    );

  const versionOf: StreamReader["versionOf"] = async (stream) =>
    pipe(await backward(stream, "end", 1), map(lastVersion));

  const pageForward = async (stream: string, from: number, limit: number): Promise<Either<ReadError, StreamPage>> => {
    const found = await forward(stream, from, limit);
    if (isLeft(found)) return found;
    const last = found.right.at(-1);
    // A page that is not full ends where the stream does.
    const version =
      last !== undefined && found.right.length < limit ? right(versionAt(last.revision)) : await versionOf(stream);
    if (isLeft(version)) return version;
    const events = inOrder(stream, found.right, (index) => from + index);
    if (isLeft(events)) return events;
    // Something was appended between the two reads: a page is of one moment.
    if (events.right.length === 0 && version.right >= from) return pageForward(stream, from, limit);
    const next = from + events.right.length;
    return right({ events: events.right, version: version.right, next: next <= version.right ? next : null });
  };

  const pageBackward = async (
    stream: string,
    from: number | undefined,
    limit: number,
  ): Promise<Either<ReadError, StreamPage>> => {
    // The server answers nothing where a page lies beyond the end, so the end comes first.
    const end = from === undefined ? undefined : await versionOf(stream);
    if (end !== undefined && isLeft(end)) return end;
    const first = from === undefined || end === undefined ? "end" : Math.min(from, end.right);
    if (first === 0) return right({ events: [], version: 0, next: null });
    const found = await backward(stream, first, limit);
    if (isLeft(found)) return found;
    const top = first === "end" ? lastVersion(found.right) : first;
    const events = inOrder(stream, found.right, (index) => top - index);
    if (isLeft(events)) return events;
    const next = top - events.right.length;
    if (next > 0 && events.right.length < limit) return left(lost(stream, next));
    return right({ events: events.right, version: end?.right ?? top, next: next > 0 ? next : null });
  };

  return {
    page: async (stream, query = {}) => {
      const checked = checkStreamQuery(query);
      if (isLeft(checked)) return checked;
      const { from, limit, backward: isBackward } = checked.right;
      return isBackward ? pageBackward(stream, from, limit) : pageForward(stream, from ?? 1, limit);
    },
    versionOf,
    slot: async (stream, first, count) =>
      pipe(
        await forward(stream, first, count),
        map((found) =>
          found.flatMap((event) => {
            const own = fromWire(stream, event);
            return isLeft(own) ? [] : [own.right];
          }),
        ),
      ),
  };
};

const lastVersion = ([last]: ReadonlyArray<StoredEvent>): number => versionAt(last?.revision ?? "no_stream");

/** Events as the port has them, if each stands at its version. */
const inOrder = (
  stream: string,
  found: ReadonlyArray<StoredEvent>,
  versionOf: (index: number) => number,
): Either<StoreDamaged, ReadonlyArray<RecordedEvent>> => {
  const events: RecordedEvent[] = [];
  for (const stored of found) {
    const version = versionOf(events.length);
    if (versionAt(stored.revision) !== version) return left(lost(stream, version));
    const event = fromWire(stream, stored);
    if (isLeft(event)) return event;
    events.push(event.right);
  }
  return right(events);
};

const lost = (stream: string, version: number): StoreDamaged => ({
  code: "StoreDamaged",
  detail: `version ${version} of "${stream}" is gone from the server: the stream was deleted or cut`,
  cause: undefined,
});
