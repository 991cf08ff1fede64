import { type Either, isLeft } from "fp-ts/lib/Either.js";
import { type EventStore, type Fact, inMemoryEventStore, type Projection } from "../../src/index.js";
import { newEvent } from "../support/events.js";

/** How many events each stream has, and all of them: a wrong count cannot hide. */
export interface Counts {
  readonly byStream: Map<string, number>;
  all: number;
}

export const counts: Required<Projection<Counts>> = {
  name: "counts",
  version: 1,
  handles: ["T"],
  empty: () => ({ byStream: new Map(), all: 0 }),
  step: (view, { stream }: Fact) => {
    view.byStream.set(stream, (view.byStream.get(stream) ?? 0) + 1);
    view.all++;
    return view;
  },
  concat: (a, b) => ({ byStream: new Map([...a.byStream, ...b.byStream]), all: a.all + b.all }),
};

export const add = async (store: EventStore, streams: ReadonlyArray<string>, type = "T"): Promise<void> => {
  for (const stream of streams) success(await store.append(stream, [newEvent({ type })], "any")());
};

export const STREAMS = Array.from({ length: 12 }, (_, n) => `dossier-${n}`);

export const logOf = async (events: number): Promise<EventStore> => {
  const store = inMemoryEventStore();
  await add(
    store,
    Array.from({ length: events }, (_, n) => STREAMS[(n * 7) % STREAMS.length] ?? ""),
  );
  return store;
};

export const success = <A>(answer: Either<unknown, A>): A => {
  if (isLeft(answer)) throw new Error(JSON.stringify(answer.left));
  return answer.right;
};

/** The same counts in an order that no history of workers changes. */
export const plain = (view: Counts | null) => view && { all: view.all, byStream: [...view.byStream].sort() };
