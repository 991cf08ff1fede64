import { randomUUID } from "node:crypto";
import type { AppendError, EventStore, NewEvent, ReadError, RecordedEvent } from "@motcua/event-store";
import { logPages } from "@motcua/event-store";
import { type Either, isLeft } from "fp-ts/lib/Either.js";

export const newEvent = (part: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: "Received",
  schemaVersion: 1,
  occurredAt: Date.UTC(2026, 0, 5, 1, 30),
  data: {},
  meta: {},
  ...part,
});

export const newEvents = (count: number, part: Partial<NewEvent> = {}): ReadonlyArray<NewEvent> =>
  Array.from({ length: count }, () => newEvent(part));

export const successOf = <A>(answer: Either<AppendError | ReadError, A>): A => {
  if (isLeft(answer)) throw new Error(`${answer.left.code}: ${"detail" in answer.left ? answer.left.detail : ""}`);
  return answer.right;
};

export const errorOf = <E>(answer: Either<E, unknown>): E => {
  if (isLeft(answer)) return answer.left;
  throw new Error("the call succeeded");
};

/** Ids of a stream, in the order of versions. */
export const idsIn = async (store: EventStore, stream: string): Promise<ReadonlyArray<string>> =>
  successOf(await store.readStream(stream)()).events.map(({ id }) => id);

/** The whole log. */
export const everything = async (store: EventStore): Promise<ReadonlyArray<RecordedEvent>> => {
  const log: RecordedEvent[] = [];
  for await (const page of logPages(store)) log.push(...successOf(page).events);
  return log;
};
