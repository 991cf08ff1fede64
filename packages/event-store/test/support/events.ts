import { randomUUID } from "node:crypto";
import type { EventStore, NewEvent } from "../../src/index.js";

export const newEvent = (part: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: "T",
  schemaVersion: 1,
  occurredAt: 0,
  data: {},
  meta: {},
  ...part,
});

/** A store that counts its calls, and may do something else before each. */
export const counted = (
  store: EventStore,
  before: (call: "append" | "readStream" | "readAll") => Promise<void> = async () => undefined,
) => {
  const calls = { append: 0, readStream: 0, readAll: 0 };
  const count =
    <A>(call: keyof typeof calls, task: () => Promise<A>) =>
    async () => {
      calls[call]++;
      await before(call);
      return task();
    };
  const counting: EventStore = {
    ...store,
    append: (stream, events, expected) => count("append", store.append(stream, events, expected)),
    readStream: (stream, query) => count("readStream", store.readStream(stream, query)),
    readAll: (query) => count("readAll", store.readAll(query)),
  };
  return { store: counting, calls };
};
