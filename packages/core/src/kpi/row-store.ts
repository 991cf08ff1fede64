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
  CHANNELS,
  MARK_KINDS,
  type MarkKind,
  PAYMENTS,
  type Payment,
  PHASE_KINDS,
  type Phase,
  type PhaseKind,
  type Rating,
} from "./dossier-row.js";
import { type DueColumn, dueColumn, dueIn, pushDue, setDue } from "./due-column.js";
import { pushNoTerm, setTerm, type TermColumn, termColumn } from "./term-column.js";

/** No entry before this one. */
const FIRST = -1;
const NEVER = Number.NaN;

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
  readonly way: Column;
  readonly legalTerm: TermColumn;
  readonly extendedBy: Column;
  readonly payment: Column;
  readonly rescheduledAt: Column;
  readonly rescheduledTo: DueColumn;
  readonly lastPhase: Column;
  readonly lastMark: Column;
  readonly lastRating: Column;
  readonly lastPart: Column;

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

  readonly partAgency: TextColumn;
  readonly partDue: DueColumn;
  readonly partDoneAt: Column;
  readonly partBefore: Column;
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
  way: column(Uint8Array),
  legalTerm: termColumn(),
  extendedBy: column(Float64Array),
  payment: column(Uint8Array),
  rescheduledAt: column(Float64Array),
  rescheduledTo: dueColumn(),
  lastPhase: column(Int32Array),
  lastMark: column(Int32Array),
  lastRating: column(Int32Array),
  lastPart: column(Int32Array),
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
  partAgency: textColumn(),
  partDue: dueColumn(),
  partDoneAt: column(Float64Array),
  partBefore: column(Int32Array),
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
  pushValue(store.way, CHANNELS.length);
  pushNoTerm(store.legalTerm);
  pushValue(store.extendedBy, 0);
  pushValue(store.payment, 0);
  pushValue(store.rescheduledAt, NEVER);
  pushDue(store.rescheduledTo, null);
  pushValue(store.lastPhase, FIRST);
  pushValue(store.lastMark, FIRST);
  pushValue(store.lastRating, FIRST);
  pushValue(store.lastPart, FIRST);
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
  setValue(store.way, row, CHANNELS.indexOf(data.channel));
  setTerm(store.legalTerm, row, data.legalTerm ?? null);
  if (textAt(store.holder, row) === null) setText(store.holder, row, data.unit);
};

/** Money is owed, or was paid: what comes later in the list takes the place of what comes before. */
export const pay = (store: RowStore, row: number, payment: Payment): void =>
  setValue(store.payment, row, Math.max(valueAt(store.payment, row), PAYMENTS.indexOf(payment)));

export const extendTerm = (store: RowStore, row: number, amount: number): void =>
  setValue(store.extendedBy, row, valueAt(store.extendedBy, row) + amount);

/** The whole term anew: without what it had been extended by. */
export const restartTerm = (store: RowStore, row: number, at: Instant): void => {
  mark(store, row, at, "restarted");
  setValue(store.extendedBy, row, 0);
};

/** The result is out; of a decided dossier that adds nothing. */
export const giveBack = (store: RowStore, row: number, at: Instant): void => {
  const last = valueAt(store.phaseKind, valueAt(store.lastPhase, row));
  if (PHASE_KINDS[last] !== "resolved") mark(store, row, at, "returned");
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

/** An instant of a column, or `null` where there is none. */
export const instantAt = (instants: Column, index: number): Instant | null => {
  const instant = valueAt(instants, index);
  return Number.isNaN(instant) ? null : instant;
};
