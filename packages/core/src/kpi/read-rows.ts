import { textAt, valueAt } from "./column.js";
import {
  CHANNELS,
  type DossierRow,
  MARK_KINDS,
  type Mark,
  PAYMENTS,
  PHASE_KINDS,
  type Phase,
  type Rating,
} from "./dossier-row.js";
import { dueIn } from "./due-column.js";
import { partsOf } from "./row-parts.js";
import { instantAt, type RowStore } from "./row-store.js";
import { termAt } from "./term-column.js";

/** Every row, as a value. */
export function* readRows(store: RowStore): Generator<DossierRow, void, void> {
  for (const [stream, row] of store.rowOfStream) yield readRow(store, stream, row);
}

const readRow = (store: RowStore, stream: string, row: number): DossierRow => {
  const to = dueIn(store.rescheduledTo, row);
  return {
    stream,
    receivedAt: instantAt(store.receivedAt, row),
    agency: textAt(store.agency, row),
    procedure: textAt(store.procedure, row),
    field: textAt(store.field, row),
    unit: textAt(store.unit, row),
    centre: textAt(store.centre, row),
    channel: textAt(store.channel, row),
    way: CHANNELS[valueAt(store.way, row)] ?? null,
    handler: textAt(store.handler, row),
    legalTerm: termAt(store.legalTerm, row),
    extendedBy: valueAt(store.extendedBy, row),
    payment: PAYMENTS[valueAt(store.payment, row)] ?? "none",
    phases: phasesOf(store, row),
    marks: marksOf(store, row),
    ratings: ratingsOf(store, row),
    parts: partsOf(store, row),
    rescheduled: to && { at: valueAt(store.rescheduledAt, row), to },
  };
};

const phasesOf = (store: RowStore, row: number): ReadonlyArray<Phase> => {
  const phases: Phase[] = [];
  for (let entry = valueAt(store.lastPhase, row); entry >= 0; entry = valueAt(store.phaseBefore, entry))
    phases.push({
      since: valueAt(store.phaseSince, entry),
      kind: PHASE_KINDS[valueAt(store.phaseKind, entry)] ?? "open",
      due: dueIn(store.phaseDue, entry),
      stoodStillSince: instantAt(store.phaseStoodStill, entry),
    });
  return phases.reverse();
};

const marksOf = (store: RowStore, row: number): ReadonlyArray<Mark> => {
  const marks: Mark[] = [];
  for (let entry = valueAt(store.lastMark, row); entry >= 0; entry = valueAt(store.markBefore, entry))
    marks.push({ at: valueAt(store.markAt, entry), kind: MARK_KINDS[valueAt(store.markKind, entry)] ?? "supplement" });
  return marks.reverse();
};

const ratingsOf = (store: RowStore, row: number): ReadonlyArray<Rating> => {
  const ratings: Rating[] = [];
  for (let entry = valueAt(store.lastRating, row); entry >= 0; entry = valueAt(store.ratingBefore, entry))
    ratings.push({
      at: valueAt(store.ratingAt, entry),
      score: valueAt(store.ratingScore, entry),
      scale: valueAt(store.ratingScale, entry),
      aspect: textAt(store.ratingAspect, entry) ?? "",
    });
  return ratings.reverse();
};
