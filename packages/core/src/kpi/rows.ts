import { DOSSIER_EVENT_TYPES, type DossierEvent } from "../dossier/event.js";
import type { Instant } from "../time/instant.js";
import type { DossierRow } from "./dossier-row.js";
import { foldRow } from "./fold-row.js";
import { type RowStore, rowCount, rowOf, rowStore } from "./row-store.js";
import { earlier, later, seenBy } from "./span.js";
import { StoredRow } from "./stored-row.js";

/** A row for every dossier of some shards of the log, and the span of time that the events cover. */
export interface DossierRows {
  /** More than one where shards have been joined; a stream is whole in one of them. */
  readonly shards: ReadonlyArray<RowStore>;
  firstOccurredAt: Instant | null;
  lastOccurredAt: Instant | null;
}

/** A recorded event, as any store gives it. */
export interface StreamEvent {
  readonly stream: string;
  readonly type: string;
  readonly occurredAt: Instant;
  readonly data: object;
}

/**
 * The projection behind the indicators: a monoid over whole streams. Folding two sets of whole dossiers apart and joining
 * them equals folding all of them.
 *
 * @example
 * const rows = await project(store, dossierRows)(); // with `project` of the event-store package
 */
export const dossierRows = {
  name: "dossier-rows",
  version: 3,
  handles: DOSSIER_EVENT_TYPES,
  empty: (): DossierRows => ({ shards: [rowStore()], firstOccurredAt: null, lastOccurredAt: null }),
  step: (view: DossierRows, event: StreamEvent): DossierRows => {
    const [shard = rowStore()] = view.shards;
    foldRow(shard, rowOf(shard, event.stream), event as StreamEvent & DossierEvent);
    view.firstOccurredAt = earlier(view.firstOccurredAt, event.occurredAt);
    view.lastOccurredAt = later(view.lastOccurredAt, event.occurredAt);
    return view;
  },
  concat: (a: DossierRows, b: DossierRows): DossierRows => ({
    shards: [...a.shards, ...b.shards],
    ...seenBy(a, b),
  }),
} as const;

/** The rows of a view, one at a time; those of one centre, where it is named. */
export function* rowsOf(
  { shards }: DossierRows,
  { centre }: { readonly centre?: string } = {},
): Generator<DossierRow, void, void> {
  for (const shard of shards)
    for (let n = 0; n < rowCount(shard); n++) {
      const row = new StoredRow(shard, n);
      if (centre === undefined || row.centre === centre) yield row;
    }
}
