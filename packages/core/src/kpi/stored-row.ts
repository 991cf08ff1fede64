import type { Channel } from "../dossier/vocabulary.js";
import type { Instant } from "../time/instant.js";
import type { Term } from "../time/term.js";
import { entryBefore, lastEntry } from "./chain.js";
import { valueAt } from "./column.js";
import {
  CHANNELS,
  type DossierRow,
  MARK_KINDS,
  type Mark,
  type MarkKind,
  PAYMENTS,
  type Part,
  type Payment,
  PHASE_KINDS,
  type Phase,
  type Rating,
  type RatingCounts,
} from "./dossier-row.js";
import { dueIn } from "./due-column.js";
import { instantIn } from "./instant-column.js";
import { partsOf } from "./row-parts.js";
import { instantAt, type RowStore } from "./row-store.js";
import { isSatisfied } from "./satisfied.js";
import { streamAt } from "./stream-index.js";
import { termAt } from "./term-column.js";
import { textAt } from "./text-column.js";

/** A row as it lies in its columns: what nobody asks of it is not read. */
export class StoredRow implements DossierRow {
  readonly #store: RowStore;
  readonly #row: number;
  #phases: ReadonlyArray<Phase> | null = null;
  #marks: ReadonlyArray<Mark> | null = null;

  constructor(store: RowStore, row: number) {
    this.#store = store;
    this.#row = row;
  }

  get stream(): string {
    return streamAt(this.#store.streams, this.#row);
  }
  get receivedAt(): Instant | null {
    return instantAt(this.#store.receivedAt, this.#row);
  }
  get agency(): string | null {
    return textAt(this.#store.agency, this.#row);
  }
  get procedure(): string | null {
    return textAt(this.#store.procedure, this.#row);
  }
  get field(): string | null {
    return textAt(this.#store.field, this.#row);
  }
  get unit(): string | null {
    return textAt(this.#store.unit, this.#row);
  }
  get centre(): string | null {
    return textAt(this.#store.centre, this.#row);
  }
  get channel(): string | null {
    return textAt(this.#store.channel, this.#row);
  }
  get way(): Channel | null {
    return CHANNELS[valueAt(this.#store.way, this.#row) - 1] ?? null;
  }
  get handler(): string | null {
    return textAt(this.#store.handler, this.#row);
  }
  get legalTerm(): Term | null {
    return termAt(this.#store.legalTerm, this.#row);
  }
  get extendedBy(): number {
    return valueAt(this.#store.extendedBy, this.#row);
  }
  get payment(): Payment {
    return PAYMENTS[valueAt(this.#store.payment, this.#row)] ?? "none";
  }
  get phases(): ReadonlyArray<Phase> {
    this.#phases ??= phasesOf(this.#store, this.#row);
    return this.#phases;
  }
  phaseAt(at: Instant): Phase | undefined {
    const { phases, phaseSince } = this.#store;
    let entry = lastEntry(phases, this.#row);
    while (entry >= 0 && valueAt(phaseSince, entry) > at) entry = entryBefore(phases, entry);
    return entry < 0 ? undefined : phaseIn(this.#store, entry);
  }
  get marks(): ReadonlyArray<Mark> {
    this.#marks ??= marksOf(this.#store, this.#row);
    return this.#marks;
  }
  countMarks(counts: Record<MarkKind, number>, from: Instant, until: Instant): void {
    const { marks, markAt, markKind } = this.#store;
    for (let entry = lastEntry(marks, this.#row); entry >= 0; entry = entryBefore(marks, entry)) {
      const at = valueAt(markAt, entry);
      if (at >= from && at <= until) counts[MARK_KINDS[valueAt(markKind, entry)] ?? "supplement"]++;
    }
  }
  isMarked(kind: MarkKind, until: Instant): boolean {
    const { marks, markAt, markKind } = this.#store;
    const wanted = MARK_KINDS.indexOf(kind);
    for (let entry = lastEntry(marks, this.#row); entry >= 0; entry = entryBefore(marks, entry))
      if (valueAt(markKind, entry) === wanted && valueAt(markAt, entry) <= until) return true;
    return false;
  }
  get ratings(): ReadonlyArray<Rating> {
    return ratingsOf(this.#store, this.#row);
  }
  countRatings(counts: RatingCounts, from: Instant, until: Instant): void {
    const { ratings, ratingAt, ratingScore, ratingScale } = this.#store;
    for (let entry = lastEntry(ratings, this.#row); entry >= 0; entry = entryBefore(ratings, entry)) {
      const at = valueAt(ratingAt, entry);
      if (at < from || at > until) continue;
      counts.ratings++;
      if (isSatisfied(valueAt(ratingScore, entry), valueAt(ratingScale, entry))) counts.satisfied++;
    }
  }
  get parts(): ReadonlyArray<Part> {
    return partsOf(this.#store, this.#row);
  }
  get rescheduled(): DossierRow["rescheduled"] {
    return rescheduledOf(this.#store, this.#row);
  }
}

const phasesOf = (store: RowStore, row: number): ReadonlyArray<Phase> => {
  const phases: Phase[] = [];
  for (let entry = lastEntry(store.phases, row); entry >= 0; entry = entryBefore(store.phases, entry))
    phases.push(phaseIn(store, entry));
  return phases.reverse();
};

const phaseIn = (store: RowStore, entry: number): Phase => ({
  since: valueAt(store.phaseSince, entry),
  kind: PHASE_KINDS[valueAt(store.phaseKind, entry)] ?? "open",
  due: dueIn(store.phaseDue, entry),
  stoodStillSince: instantIn(store.phaseStoodStill, entry),
});

const marksOf = (store: RowStore, row: number): ReadonlyArray<Mark> => {
  let entry = lastEntry(store.marks, row);
  if (entry < 0) return NOTHING;
  const marks: Mark[] = [];
  for (; entry >= 0; entry = entryBefore(store.marks, entry))
    marks.push({ at: valueAt(store.markAt, entry), kind: MARK_KINDS[valueAt(store.markKind, entry)] ?? "supplement" });
  return marks.length > 1 ? marks.reverse() : marks;
};

const ratingsOf = (store: RowStore, row: number): ReadonlyArray<Rating> => {
  let entry = lastEntry(store.ratings, row);
  if (entry < 0) return NOTHING;
  const ratings: Rating[] = [];
  for (; entry >= 0; entry = entryBefore(store.ratings, entry))
    ratings.push({
      at: valueAt(store.ratingAt, entry),
      score: valueAt(store.ratingScore, entry),
      scale: valueAt(store.ratingScale, entry),
      aspect: textAt(store.ratingAspect, entry) ?? "",
    });
  return ratings.length > 1 ? ratings.reverse() : ratings;
};

/** Most rows have none of something: no list is made for them. */
const NOTHING: ReadonlyArray<never> = [];

const rescheduledOf = (store: RowStore, row: number): DossierRow["rescheduled"] => {
  const known = valueAt(store.reschedule, row) - 1;
  const to = known < 0 ? null : dueIn(store.rescheduledTo, known);
  return to && { at: valueAt(store.rescheduledAt, known), to };
};
