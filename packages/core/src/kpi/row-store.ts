import type { DossierEventData } from "../dossier/event.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import { type Chain, chain, lastEntry, pushEntry, pushNoEntry } from "./chain.js";
import { type Column, column, pushValue, setValue, valueAt, wideColumn } from "./column.js";
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
import { type DueColumn, dueColumn, pushDue, pushSameDue, setDue } from "./due-column.js";
import { type InstantColumn, instantColumn, pushInstant, pushSameInstant } from "./instant-column.js";
import { numberOfStream, type StreamIndex, streamIndex } from "./stream-index.js";
import { pushNoTerm, setTerm, type TermColumn, termColumn } from "./term-column.js";
import { pushText, setText, type TextColumn, textAt, textColumn } from "./text-column.js";

const NEVER = Number.NaN;

/**
 * The rows of all dossiers, in columns. What a dossier has many of (phases, marks, ratings, parts) stands in columns of its
 * own, by the entries of a chain.
 */
export interface RowStore {
  readonly streams: StreamIndex;
  readonly receivedAt: Column;
  readonly agency: TextColumn;
  readonly procedure: TextColumn;
  readonly field: TextColumn;
  readonly unit: TextColumn;
  readonly centre: TextColumn;
  readonly channel: TextColumn;
  readonly handler: TextColumn;
  readonly holder: TextColumn;
  /** By their places in lists, from 1 on. */
  readonly way: Column;
  readonly payment: Column;
  readonly legalTerm: TermColumn;
  readonly extendedBy: Column;
  /** Which of the reschedules is the row's, from 1 on: few rows have one. */
  readonly reschedule: Column;
  readonly rescheduledAt: Column;
  readonly rescheduledTo: DueColumn;

  readonly phases: Chain;
  readonly phaseSince: Column;
  readonly phaseKind: Column;
  readonly phaseDue: DueColumn;
  readonly phaseStoodStill: InstantColumn;

  readonly marks: Chain;
  readonly markAt: Column;
  readonly markKind: Column;

  readonly ratings: Chain;
  readonly ratingAt: Column;
  readonly ratingScore: Column;
  readonly ratingScale: Column;
  readonly ratingAspect: TextColumn;

  readonly parts: Chain;
  readonly partAgency: TextColumn;
  readonly partDue: DueColumn;
  readonly partDoneAt: Column;
}

export const rowStore = (): RowStore => ({
  streams: streamIndex(),
  receivedAt: wideColumn(),
  agency: textColumn(),
  procedure: textColumn(),
  field: textColumn(),
  unit: textColumn(),
  centre: textColumn(),
  channel: textColumn(),
  handler: textColumn(),
  holder: textColumn(),
  way: column(),
  payment: column(),
  legalTerm: termColumn(),
  extendedBy: column(),
  reschedule: column(),
  rescheduledAt: wideColumn(),
  rescheduledTo: dueColumn(),
  phases: chain(),
  phaseSince: wideColumn(),
  phaseKind: column(),
  phaseDue: dueColumn(),
  phaseStoodStill: instantColumn(),
  marks: chain(),
  markAt: wideColumn(),
  markKind: column(),
  ratings: chain(),
  ratingAt: wideColumn(),
  ratingScore: column(),
  ratingScale: column(),
  ratingAspect: textColumn(),
  parts: chain(),
  partAgency: textColumn(),
  partDue: dueColumn(),
  partDoneAt: wideColumn(),
});

/** How many rows there are. */
export const rowCount = ({ receivedAt }: RowStore): number => receivedAt.length;

/** The row of a stream; a new one where there is none yet. */
export const rowOf = (store: RowStore, stream: string): number => {
  const row = numberOfStream(store.streams, stream);
  if (row < rowCount(store)) return row;
  pushValue(store.receivedAt, NEVER);
  for (const texts of [store.agency, store.procedure, store.field, store.unit, store.centre, store.channel])
    pushText(texts, null);
  pushText(store.handler, null);
  pushText(store.holder, null);
  pushValue(store.way, 0);
  pushValue(store.payment, 0);
  pushNoTerm(store.legalTerm);
  pushValue(store.extendedBy, 0);
  pushValue(store.reschedule, 0);
  for (const entries of [store.phases, store.marks, store.ratings, store.parts]) pushNoEntry(entries);
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
  setValue(store.way, row, CHANNELS.indexOf(data.channel) + 1);
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
  const last = valueAt(store.phaseKind, lastEntry(store.phases, row));
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
  const known = valueAt(store.reschedule, row) - 1;
  if (known >= 0) {
    setValue(store.rescheduledAt, known, at);
    setDue(store.rescheduledTo, known, to);
    return;
  }
  pushDue(store.rescheduledTo, to);
  setValue(store.reschedule, row, pushValue(store.rescheduledAt, at) + 1);
};

export const mark = (store: RowStore, row: number, at: Instant, kind: MarkKind): void => {
  pushEntry(store.marks, row);
  pushValue(store.markAt, at);
  pushValue(store.markKind, MARK_KINDS.indexOf(kind));
};

export const rate = (store: RowStore, row: number, { at, score, scale, aspect }: Rating): void => {
  pushEntry(store.ratings, row);
  pushValue(store.ratingAt, at);
  pushValue(store.ratingScore, score);
  pushValue(store.ratingScale, scale);
  pushText(store.ratingAspect, aspect);
};

/** A new phase begins; what is not said stays as it was. */
export const enter = (
  store: RowStore,
  row: number,
  kind: PhaseKind,
  since: Instant,
  { due, stoodStillSince }: Partial<Pick<Phase, "due" | "stoodStillSince">> = {},
): void => {
  const before = lastEntry(store.phases, row);
  pushEntry(store.phases, row);
  pushValue(store.phaseSince, since);
  pushValue(store.phaseKind, PHASE_KINDS.indexOf(kind));
  if (due === undefined) pushSameDue(store.phaseDue, before);
  else pushDue(store.phaseDue, due);
  if (stoodStillSince === undefined) pushSameInstant(store.phaseStoodStill, before);
  else pushInstant(store.phaseStoodStill, stoodStillSince);
};

/** An instant of a column, or `null` where there is none. */
export const instantAt = (instants: Column, index: number): Instant | null => {
  const instant = valueAt(instants, index);
  return Number.isNaN(instant) ? null : instant;
};
