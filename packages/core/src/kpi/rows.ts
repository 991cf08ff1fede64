import { DOSSIER_EVENT_TYPES, type DossierEvent } from "../dossier/event.js";
import type { Instant } from "../time/instant.js";
import { type DossierRow, emptyRow } from "./dossier-row.js";
import { foldRow } from "./fold-row.js";
import { makePool, type Pool } from "./pool.js";

/** A row for every dossier, and the span of time that the events cover. */
export interface DossierRows {
  readonly rows: Map<string, DossierRow>;
  readonly pool: Pool;
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
  version: 1,
  handles: DOSSIER_EVENT_TYPES,
  empty: (): DossierRows => ({ rows: new Map(), pool: makePool(), firstOccurredAt: null, lastOccurredAt: null }),
  step: (view: DossierRows, event: StreamEvent): DossierRows => {
    let row = view.rows.get(event.stream);
    if (row === undefined) {
      row = emptyRow();
      view.rows.set(event.stream, row);
    }
    foldRow(row, event as StreamEvent & DossierEvent, view.pool);
    view.firstOccurredAt = earlier(view.firstOccurredAt, event.occurredAt);
    view.lastOccurredAt = later(view.lastOccurredAt, event.occurredAt);
    return view;
  },
  concat: (a: DossierRows, b: DossierRows): DossierRows => {
    for (const [stream, row] of b.rows) a.rows.set(stream, row);
    a.firstOccurredAt = earlier(a.firstOccurredAt, b.firstOccurredAt);
    a.lastOccurredAt = later(a.lastOccurredAt, b.lastOccurredAt);
    return a;
  },
} as const;

const earlier = (a: Instant | null, b: Instant | null): Instant | null => (a === null || (b !== null && b < a) ? b : a);

const later = (a: Instant | null, b: Instant | null): Instant | null => (a === null || (b !== null && b > a) ? b : a);
