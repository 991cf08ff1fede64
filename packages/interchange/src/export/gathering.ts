import type { RecordedEvent } from "@motcua/event-store";

/** Something made of the events of one dossier, one after the other. */
export interface Gathering<A> {
  readonly begin: () => A;
  /** Adds the next event; may change what it is given. */
  readonly add: (gathered: A, event: RecordedEvent) => void;
}

/** A dossier, and what was made of all its events. */
export interface GatheredDossier<A> {
  readonly id: string;
  readonly gathered: A;
}
