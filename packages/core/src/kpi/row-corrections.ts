import { sameDue } from "../calendar/due.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import { entryBefore, lastEntry } from "./chain.js";
import { setValue, valueAt } from "./column.js";
import { PHASE_KINDS } from "./dossier-row.js";
import { dueIn, setDue } from "./due-column.js";
import { enter, type RowStore } from "./row-store.js";

const OPEN = PHASE_KINDS.indexOf("open");
const RESOLVED = PHASE_KINDS.indexOf("resolved");

/** The due date moves while the dossier is open; nothing else changes. */
export const changeDue = (store: RowStore, row: number, at: Instant, due: Due): void => {
  if (valueAt(store.phaseKind, lastEntry(store.phases, row)) === OPEN) enter(store, row, "open", at, { due });
};

/** A corrected reception: the dossier has been open from then on. */
export const redateReception = (store: RowStore, row: number, to: Instant): void => {
  const from = valueAt(store.receivedAt, row);
  if (Number.isNaN(from)) return;
  setValue(store.receivedAt, row, to);
  redate(store, row, OPEN, from, to);
};

export const redateResolution = (store: RowStore, row: number, from: Instant, to: Instant): void =>
  redate(store, row, RESOLVED, from, to);

const redate = (store: RowStore, row: number, kind: number, from: Instant, to: Instant): void => {
  for (const entry of phaseEntries(store, row))
    if (valueAt(store.phaseKind, entry) === kind && valueAt(store.phaseSince, entry) === from)
      setValue(store.phaseSince, entry, to);
};

/** A corrected due date: what stood at the wrong one stands at the right one. */
export const correctDue = (store: RowStore, row: number, to: Due): void => {
  const wrong = dueIn(store.phaseDue, lastEntry(store.phases, row));
  for (const entry of phaseEntries(store, row))
    if (isSame(dueIn(store.phaseDue, entry), wrong)) setDue(store.phaseDue, entry, to);
};

const isSame = (a: Due | null, b: Due | null): boolean => (a === null || b === null ? a === b : sameDue(a, b));

function* phaseEntries(store: RowStore, row: number): Generator<number, void, void> {
  for (let entry = lastEntry(store.phases, row); entry >= 0; entry = entryBefore(store.phases, entry)) yield entry;
}
