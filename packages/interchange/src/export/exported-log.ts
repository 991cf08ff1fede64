import type { EventStore, FactReader } from "@motcua/event-store";

/** What an export reads from: any event store. */
export type ExportedLog = Pick<EventStore, "readAll" | "readStream"> & Partial<FactReader>;
