import type { DomainEvent } from "@motcua/event-store";

/** Told of every event that came of what was wanted. */
export type Appended = (event: DomainEvent) => void;
