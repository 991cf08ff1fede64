import { type EventStorageAdapter, EventStore, type EventType } from "@castore/core";
import type { Contender } from "./contender.ts";

/** castore over one of its adapters; ids and instants go into the metadata. It cannot read its whole log. */
export const castoreContender = (eventStorageAdapter: EventStorageAdapter): Contender => {
  const store = new EventStore({
    eventStoreId: "dossiers",
    eventTypes: [] as EventType[],
    reducer: (_, event: { readonly aggregateId: string; readonly version: number }) => event,
    eventStorageAdapter,
  });
  return {
    append: (stream, events, version) => {
      const [first, ...others] = events.map(({ type, data, meta, id, schemaVersion, occurredAt }, index) => ({
        aggregateId: stream,
        version: version + index + 1,
        type,
        payload: data,
        metadata: { ...meta, id, schemaVersion, occurredAt },
      }));
      if (first === undefined) throw new Error("castore appends at least one event");
      return others.length === 0
        ? store.pushEvent(first)
        : EventStore.pushEventGroup({}, store.groupEvent(first), ...others.map((event) => store.groupEvent(event)));
    },
    load: async (stream) => (await store.getEvents(stream)).events.length,
    readAll: undefined,
    close: async () => undefined,
  };
};
