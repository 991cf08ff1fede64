import { sameDue } from "../calendar/due.js";
import type { DossierEventData } from "../dossier/event.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import {
  type Column,
  column,
  pushText,
  pushValue,
  setText,
  setValue,
  type TextColumn,
  textAt,
  textColumn,
  valueAt,
} from "./column.js";
import {
  type DossierRow,
  MARK_KINDS,
  type Mark,
  type MarkKind,
  PHASE_KINDS,
  type Phase,
  type PhaseKind,
  type Rating,
} from "./dossier-row.js";
import { type DueColumn, dueColumn, dueIn, pushDue, setDue } from "./due-column.js";

/** No entry before this one. */
const FIRST = -1;
const NEVER = Number.NaN;
const OPEN = PHASE_KINDS.indexOf("open");
const RESOLVED = PHASE_KINDS.indexOf("resolved");

/**
 * The rows of all dossiers, in columns. What a dossier has many of (phases, marks, ratings) stands in columns of its own, each
 * entry with the index of the one before it.
 */
export interface RowStore {
  readonly rowOfStream: Map<string, number>;
  readonly receivedAt: Column;
  readonly agency: TextColumn;
  readonly procedure: TextColumn;
  readonly field: TextColumn;
  readonly unit: TextColumn;
  readonly centre: TextColumn;
  readonly channel: TextColumn;
  readonly handler: TextColumn;
  readonly holder: TextColumn;
  readonly rescheduledAt: Column;
  readonly rescheduledTo: DueColumn;
  readonly lastPhase: Column;
  readonly lastMark: Column;
  readonly lastRating: Column;

  readonly phaseSince: Column;
  readonly phaseKind: Column;
  readonly phaseDue: DueColumn;
  readonly phaseStoodStill: Column;
  readonly phaseBefore: Column;

  readonly markAt: Column;
  readonly markKind: Column;
  readonly markBefore: Column;

  readonly ratingAt: Column;
  readonly ratingScore: Column;
  readonly ratingScale: Column;
  readonly ratingAspect: TextColumn;
  readonly ratingBefore: Column;
}

export const rowStore = (): RowStore => ({
  rowOfStream: new Map(),
  receivedAt: column(Float64Array),
  agency: textColumn(),
  procedure: textColumn(),
  field: textColumn(),
  unit: textColumn(),
  centre: textColumn(),
  channel: textColumn(),
  handler: textColumn(),
  holder: textColumn(),
  rescheduledAt: column(Float64Array),
  rescheduledTo: dueColumn(),
  lastPhase: column(Int32Array),
  lastMark: column(Int32Array),
  lastRating: column(Int32Array),
  phaseSince: column(Float64Array),
  phaseKind: column(Uint8Array),
  phaseDue: dueColumn(),
  phaseStoodStill: column(Float64Array),
  phaseBefore: column(Int32Array),
  markAt: column(Float64Array),
  markKind: column(Uint8Array),
  markBefore: column(Int32Array),
  ratingAt: column(Float64Array),
  ratingScore: column(Int32Array),
  ratingScale: column(Int32Array),
  ratingAspect: textColumn(),
  ratingBefore: column(Int32Array),
});

/** The row of a stream; a new one where there is none yet. */
export const rowOf = (store: RowStore, stream: string): number => {
  const known = store.rowOfStream.get(stream);
  if (known !== undefined) return known;
  const row = pushValue(store.receivedAt, NEVER);
  store.rowOfStream.set(stream, row);
  for (const texts of [store.agency, store.procedure, store.field, store.unit, store.centre, store.channel])
    pushText(texts, null);
  pushText(store.handler, null);
  pushText(store.holder, null);
  pushValue(store.rescheduledAt, NEVER);
  pushDue(store.rescheduledTo, null);
  pushValue(store.lastPhase, FIRST);
  pushValue(store.lastMark, FIRST);
  pushValue(store.lastRating, FIRST);
  return row;
};

export const receive = (store: RowStore, row: number, at: Instant, data: DossierEventData<"DossierReceived">): void => {
  setValue(store.receivedAt, row, at);
  setText(store.agency, row, data.agency);
  setText(store.procedure, row, data.procedure.code);
  setText(store.field, row, data.procedure.field);
  setText(store.unit, row, data.unit);
  setText(store.centre, row, data.centre);
  setText(store.channel, row, data.sourceChannel ?? data.channel);
  if (textAt(store.holder, row) === null) setText(store.holder, row, data.unit);
};

export const decidedBy = (store: RowStore, row: number, agency: string): void => setText(store.agency, row, agency);

/** The dossier changes hands, unless it is in these already. */
export const moveTo = (store: RowStore, row: number, at: Instant, holder: string): void => {
  const before = textAt(store.holder, row);
  if (before !== null && before !== holder) mark(store, row, at, "unitChange");
  setText(store.holder, row, holder);
};

export const giveTo = (store: RowStore, row: number, at: Instant, handler: string): void => {
  const before = textAt(store.handler, row);
  if (before !== null && before !== handler) mark(store, row, at, "handlerChange");
  setText(store.handler, row, handler);
};

export const reschedule = (store: RowStore, row: number, at: Instant, to: Due): void => {
  setValue(store.rescheduledAt, row, at);
  setDue(store.rescheduledTo, row, to);
};

export const mark = (store: RowStore, row: number, at: Instant, kind: MarkKind): void => {
  pushValue(store.markAt, at);
  pushValue(store.markKind, MARK_KINDS.indexOf(kind));
  setValue(store.lastMark, row, pushValue(store.markBefore, valueAt(store.lastMark, row)));
};

export const rate = (store: RowStore, row: number, { at, score, scale, aspect }: Rating): void => {
  pushValue(store.ratingAt, at);
  pushValue(store.ratingScore, score);
  pushValue(store.ratingScale, scale);
  pushText(store.ratingAspect, aspect);
  setValue(store.lastRating, row, pushValue(store.ratingBefore, valueAt(store.lastRating, row)));
};

/** A new phase begins; what is not said stays as it was. */
export const enter = (
  store: RowStore,
  row: number,
  kind: PhaseKind,
  since: Instant,
  change: Partial<Pick<Phase, "due" | "stoodStillSince">> = {},
): void => {
  const before = valueAt(store.lastPhase, row);
  const { due = dueIn(store.phaseDue, before), stoodStillSince = instantAt(store.phaseStoodStill, before) } = change;
  pushValue(store.phaseSince, since);
  pushValue(store.phaseKind, PHASE_KINDS.indexOf(kind));
  pushDue(store.phaseDue, due);
  pushValue(store.phaseStoodStill, stoodStillSince ?? NEVER);
  setValue(store.lastPhase, row, pushValue(store.phaseBefore, before));
};

/** The due date moves while the dossier is open; nothing else changes. */
export const changeDue = (store: RowStore, row: number, at: Instant, due: Due): void => {
  if (valueAt(store.phaseKind, valueAt(store.lastPhase, row)) === OPEN) enter(store, row, "open", at, { due });
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
  const wrong = dueIn(store.phaseDue, valueAt(store.lastPhase, row));
  for (const entry of phaseEntries(store, row))
    if (isSame(dueIn(store.phaseDue, entry), wrong)) setDue(store.phaseDue, entry, to);
};

const isSame = (a: Due | null, b: Due | null): boolean => (a === null || b === null ? a === b : sameDue(a, b));

function* phaseEntries(store: RowStore, row: number): Generator<number, void, void> {
  for (let entry = valueAt(store.lastPhase, row); entry >= 0; entry = valueAt(store.phaseBefore, entry)) yield entry;
}

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
    handler: textAt(store.handler, row),
    phases: phasesOf(store, row),
    marks: marksOf(store, row),
    ratings: ratingsOf(store, row),
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

const instantAt = (instants: Column, index: number): Instant | null => {
  const instant = valueAt(instants, index);
  return Number.isNaN(instant) ? null : instant;
};
