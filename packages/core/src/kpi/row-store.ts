import { sameDue } from "../dossier/binding-due.js";
import type { DossierEventData } from "../dossier/event.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import { Column, TextColumn } from "./column.js";
import {
  type DossierRow,
  MARK_KINDS,
  type Mark,
  type MarkKind,
  PHASE_KINDS,
  type Phase,
  type PhaseKind,
} from "./dossier-row.js";
import { DueColumn } from "./due-column.js";

/** No entry before this one. */
const FIRST = -1;
const NEVER = Number.NaN;
const OPEN = PHASE_KINDS.indexOf("open");
const RESOLVED = PHASE_KINDS.indexOf("resolved");

const isSame = (a: Due | null, b: Due | null): boolean => (a === null || b === null ? a === b : sameDue(a, b));

/**
 * The rows of all dossiers, in columns. What a dossier has many of (phases, marks) stands in columns of its own, each
 * entry with the index of the one before it.
 */
export class RowStore {
  private rowOfStream = new Map<string, number>();
  private receivedAt: Column = new Column(Float64Array);
  private agency: TextColumn = new TextColumn();
  private procedure: TextColumn = new TextColumn();
  private field: TextColumn = new TextColumn();
  private unit: TextColumn = new TextColumn();
  private centre: TextColumn = new TextColumn();
  private channel: TextColumn = new TextColumn();
  private handler: TextColumn = new TextColumn();
  private holder: TextColumn = new TextColumn();
  private rescheduledAt: Column = new Column(Float64Array);
  private rescheduledTo: DueColumn = new DueColumn();
  private lastPhase: Column = new Column(Int32Array);
  private lastMark: Column = new Column(Int32Array);

  private phaseSince: Column = new Column(Float64Array);
  private phaseKind: Column = new Column(Uint8Array);
  private phaseDue: DueColumn = new DueColumn();
  private phaseStoodStill: Column = new Column(Float64Array);
  private phaseBefore: Column = new Column(Int32Array);

  private markAt: Column = new Column(Float64Array);
  private markKind: Column = new Column(Uint8Array);
  private markBefore: Column = new Column(Int32Array);

  /** The row of a stream; a new one where there is none yet. */
  rowOf(stream: string): number {
    const known = this.rowOfStream.get(stream);
    if (known !== undefined) return known;
    const row = this.receivedAt.push(NEVER);
    this.rowOfStream.set(stream, row);
    for (const column of [this.agency, this.procedure, this.field, this.unit, this.centre, this.channel])
      column.push(null);
    this.handler.push(null);
    this.holder.push(null);
    this.rescheduledAt.push(NEVER);
    this.rescheduledTo.push(null);
    this.lastPhase.push(FIRST);
    this.lastMark.push(FIRST);
    return row;
  }

  receive(row: number, at: Instant, data: DossierEventData<"DossierReceived">): void {
    this.receivedAt.set(row, at);
    this.agency.set(row, data.agency);
    this.procedure.set(row, data.procedure.code);
    this.field.set(row, data.procedure.field);
    this.unit.set(row, data.unit);
    this.centre.set(row, data.centre);
    this.channel.set(row, data.sourceChannel ?? data.channel);
    if (this.holder.at(row) === null) this.holder.set(row, data.unit);
  }

  decidedBy(row: number, agency: string): void {
    this.agency.set(row, agency);
  }

  /** The dossier changes hands, unless it is in these already. */
  moveTo(row: number, at: Instant, holder: string): void {
    const before = this.holder.at(row);
    if (before !== null && before !== holder) this.mark(row, at, "unitChange");
    this.holder.set(row, holder);
  }

  giveTo(row: number, at: Instant, handler: string): void {
    const before = this.handler.at(row);
    if (before !== null && before !== handler) this.mark(row, at, "handlerChange");
    this.handler.set(row, handler);
  }

  reschedule(row: number, at: Instant, to: Due): void {
    this.rescheduledAt.set(row, at);
    this.rescheduledTo.set(row, to);
  }

  mark(row: number, at: Instant, kind: MarkKind): void {
    this.markAt.push(at);
    this.markKind.push(MARK_KINDS.indexOf(kind));
    this.lastMark.set(row, this.markBefore.push(this.lastMark.at(row)));
  }

  /** A new phase begins; what is not said stays as it was. */
  enter(
    row: number,
    kind: PhaseKind,
    since: Instant,
    change: Partial<Pick<Phase, "due" | "stoodStillSince">> = {},
  ): void {
    const before = this.lastPhase.at(row);
    const { due = this.phaseDue.at(before), stoodStillSince = this.instantAt(this.phaseStoodStill, before) } = change;
    this.phaseSince.push(since);
    this.phaseKind.push(PHASE_KINDS.indexOf(kind));
    this.phaseDue.push(due);
    this.phaseStoodStill.push(stoodStillSince ?? NEVER);
    this.lastPhase.set(row, this.phaseBefore.push(before));
  }

  /** The due date moves while the dossier is open; nothing else changes. */
  changeDue(row: number, at: Instant, due: Due): void {
    if (this.phaseKind.at(this.lastPhase.at(row)) === OPEN) this.enter(row, "open", at, { due });
  }

  /** A corrected reception: the dossier has been open from then on. */
  redateReception(row: number, to: Instant): void {
    const from = this.receivedAt.at(row);
    if (Number.isNaN(from)) return;
    this.receivedAt.set(row, to);
    for (const entry of this.entriesOf(row))
      if (this.phaseKind.at(entry) === OPEN && this.phaseSince.at(entry) === from) this.phaseSince.set(entry, to);
  }

  redateResolution(row: number, from: Instant, to: Instant): void {
    for (const entry of this.entriesOf(row))
      if (this.phaseKind.at(entry) === RESOLVED && this.phaseSince.at(entry) === from) this.phaseSince.set(entry, to);
  }

  /** A corrected due date: what stood at the wrong one stands at the right one. */
  correctDue(row: number, to: Due): void {
    const wrong = this.phaseDue.at(this.lastPhase.at(row));
    for (const entry of this.entriesOf(row)) if (isSame(this.phaseDue.at(entry), wrong)) this.phaseDue.set(entry, to);
  }

  private *entriesOf(row: number): Generator<number, void, void> {
    for (let entry = this.lastPhase.at(row); entry >= 0; entry = this.phaseBefore.at(entry)) yield entry;
  }

  /** Every row, as a value. */
  *rows(): Generator<DossierRow, void, void> {
    for (const [stream, row] of this.rowOfStream) yield this.read(stream, row);
  }

  private read(stream: string, row: number): DossierRow {
    const to = this.rescheduledTo.at(row);
    return {
      stream,
      receivedAt: this.instantAt(this.receivedAt, row),
      agency: this.agency.at(row),
      procedure: this.procedure.at(row),
      field: this.field.at(row),
      unit: this.unit.at(row),
      centre: this.centre.at(row),
      channel: this.channel.at(row),
      handler: this.handler.at(row),
      phases: this.phasesOf(row),
      marks: this.marksOf(row),
      rescheduled: to && { at: this.rescheduledAt.at(row), to },
    };
  }

  private phasesOf(row: number): ReadonlyArray<Phase> {
    const phases: Phase[] = [];
    for (let entry = this.lastPhase.at(row); entry >= 0; entry = this.phaseBefore.at(entry))
      phases.push({
        since: this.phaseSince.at(entry),
        kind: PHASE_KINDS[this.phaseKind.at(entry)] ?? "open",
        due: this.phaseDue.at(entry),
        stoodStillSince: this.instantAt(this.phaseStoodStill, entry),
      });
    return phases.reverse();
  }

  private marksOf(row: number): ReadonlyArray<Mark> {
    const marks: Mark[] = [];
    for (let entry = this.lastMark.at(row); entry >= 0; entry = this.markBefore.at(entry))
      marks.push({ at: this.markAt.at(entry), kind: MARK_KINDS[this.markKind.at(entry)] ?? "supplement" });
    return marks.reverse();
  }

  private instantAt(column: Column, index: number): Instant | null {
    const instant = column.at(index);
    return Number.isNaN(instant) ? null : instant;
  }
}
