export { openPostgresEventStore } from "./open.js";
export type { AppendTransaction, PositionedEvent, PostgresClient, PostgresOptions } from "./options.js";
export { openPostgresProcessStore, type PostgresProcessesOptions } from "./processes/open.js";
export type { PostgresEventStore } from "./store.js";
export { openPostgresViewStore, type PostgresViewsOptions } from "./views/open.js";
export { appendWithin } from "./within.js";
