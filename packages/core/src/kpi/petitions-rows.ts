import { PETITION_EVENT_TYPES, type PetitionEvent } from "../petition/event.js";
import type { Instant } from "../time/instant.js";
import { foldPetition, noPetitionRow, type PetitionRow } from "./petitions-row.js";
import type { StreamEvent } from "./rows.js";
import { earlier, later, type Seen, seenBy } from "./span.js";

/** A row for every petition, by its stream, and the span of time that the events cover. */
export interface PetitionRows extends Seen {
  readonly rows: ReadonlyMap<string, PetitionRow>;
}

interface Folding extends PetitionRows {
  readonly rows: Map<string, PetitionRow>;
  firstOccurredAt: Instant | null;
  lastOccurredAt: Instant | null;
}

/**
 * The projection behind the report of petitions: a monoid over whole streams. Folding two sets of whole petitions apart
 * and joining them equals folding all of them. `step` changes the view that it is given.
 */
export const petitionRows = {
  name: "petition-rows",
  version: 1,
  handles: PETITION_EVENT_TYPES,
  empty: (): PetitionRows => ({ rows: new Map(), firstOccurredAt: null, lastOccurredAt: null }),
  step: (view: PetitionRows, event: StreamEvent): PetitionRows => {
    const folding = view as Folding;
    const row = view.rows.get(event.stream) ?? noPetitionRow;
    folding.rows.set(event.stream, foldPetition(row, event as StreamEvent & PetitionEvent));
    folding.firstOccurredAt = earlier(view.firstOccurredAt, event.occurredAt);
    folding.lastOccurredAt = later(view.lastOccurredAt, event.occurredAt);
    return folding;
  },
  concat: (a: PetitionRows, b: PetitionRows): PetitionRows => ({
    rows: new Map([...a.rows, ...b.rows]),
    ...seenBy(a, b),
  }),
} as const;
