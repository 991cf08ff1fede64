export type {
  AppendOptions,
  EventStoreDbClient,
  LiveEvents,
  Position,
  ReadAllOptions,
  ReadStreamOptions,
  Resolved,
  ResultStream,
  Results,
  Revision,
  ServerFilter,
  StoredEvent,
  SubscribeOptions,
  WireEvent,
} from "./client.js";
export type { ClientSource } from "./connection.js";
export type { EventStoreDbOptions } from "./options.js";
export { eventStoreDbEventStore } from "./store.js";
