import { END_OF_STREAM, type LogEvent, type ProposedEvent } from "./event.js";

/** The events themselves, before any rule of who may write or see what. */
export interface Store {
  /** In the order of the log; never changed, only added to. */
  readonly all: ReadonlyArray<LogEvent>;
  /** In the order of revisions, the first at index 0. */
  readonly stream: (name: string) => ReadonlyArray<LogEvent>;
  readonly isClosed: (stream: string) => boolean;
  /** Where an event with this id was last written: an id in another stream hides the earlier one. */
  readonly lastWithId: (id: string) => LogEvent | undefined;
  readonly add: (stream: string, event: ProposedEvent) => LogEvent;
  /** Adds the event after which a stream takes no other. */
  readonly close: (stream: string, event: ProposedEvent) => LogEvent;
}

export interface StoreOptions {
  /** Epoch milliseconds. */
  readonly clock: () => number;
  /** The position before the first event. */
  readonly origin: bigint;
}

/** What the server's own records take up between two events, so that nobody counts on density. */
const OVERHEAD = 100n;

const TICKS_OF_A_MILLISECOND = 10_000n;

export const makeStore = ({ clock, origin }: StoreOptions): Store => {
  const all: LogEvent[] = [];
  const streams = new Map<string, LogEvent[]>();
  const closed = new Set<string>();
  const ids = new Map<string, LogEvent>();
  let end = origin;

  const record = (stream: string, revision: bigint, event: ProposedEvent): LogEvent => {
    end += OVERHEAD + BigInt(event.data.length + event.metadata.length);
    const created = BigInt(Math.trunc(clock())) * TICKS_OF_A_MILLISECOND;
    const recorded: LogEvent = { ...event, stream, revision, position: end, created };
    all.push(recorded);
    ids.set(event.id, recorded);
    return recorded;
  };

  return {
    all,
    stream: (name) => streams.get(name) ?? [],
    isClosed: (stream) => closed.has(stream),
    lastWithId: (id) => ids.get(id),
    add: (stream, event) => {
      const events = streams.get(stream) ?? [];
      const recorded = record(stream, BigInt(events.length), event);
      events.push(recorded);
      streams.set(stream, events);
      return recorded;
    },
    close: (stream, event) => {
      closed.add(stream);
      return record(stream, END_OF_STREAM, event);
    },
  };
};

/** The index in the log of the event at a position, or -1. */
export const indexAt = (all: ReadonlyArray<LogEvent>, position: bigint): number => {
  let [low, high] = [0, all.length - 1];
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = all[middle]?.position ?? 0n;
    if (found === position) return middle;
    if (found < position) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
};
