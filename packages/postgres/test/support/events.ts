import { randomUUID } from "node:crypto";
import type { NewEvent } from "@motcua/event-store";

export const eventsFor = (count: number, part: Partial<NewEvent> = {}): ReadonlyArray<NewEvent> =>
  Array.from({ length: count }, (_, n) => ({
    id: randomUUID(),
    type: "Received",
    schemaVersion: 1,
    occurredAt: Date.UTC(2026, 0, 5, 1, 30),
    data: { n },
    meta: {},
    ...part,
  }));
