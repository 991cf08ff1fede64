import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { dueAt } from "../calendar/due.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import type { Instant } from "../time/instant.js";
import { type Due, InstantCodec, type Term } from "../time/term.js";
import { termRefused } from "../time/term-refused.js";
import { type Clock, dueOf } from "./clock.js";
import type { DossierError } from "./error.js";
import { type DossierEvent, type DossierEventData, dossierEvent } from "./event.js";
import type { CorrectFact } from "./redress-command.js";
import type { Correction } from "./redress-data.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";

/**
 * A wrong fact is put right by a new one, with what it said, why, on what basis and by whose approval; the old one stays
 * in the ledger, and the figures say how many dossiers were re-dated. What follows from reception and term, the promise
 * and the due date, cannot be rewritten by itself: portals that allow it let late dossiers be made punctual.
 */
export const correctFact = (
  { calendar }: Rules,
  { at, by, approvedBy, correction, reason, basis }: CorrectFact,
  state: DossierState,
): Either<DossierError, ReadonlyArray<DossierEvent>> => {
  const refused = correctionRefused(calendar, correction, reason, basis, state);
  if (refused !== undefined) return left(refused);
  const dates = datesAnew(calendar, correction, state);
  if (isLeft(dates)) return dates;
  return right([dossierEvent("FactCorrected", at, { correction, reason, basis, by, approvedBy, ...dates.right })]);
};

const correctionRefused = (
  calendar: WorkingCalendar,
  correction: Correction,
  reason: string,
  basis: string,
  state: DossierState,
): DossierError | undefined => {
  const { field, to } = correction;
  if (reason.trim() === "") return { code: "ContentMissing", field: "reason" };
  if (basis.trim() === "") return { code: "ContentMissing", field: "basis" };
  if (same(correction.from, to)) return { code: "ContentMissing", field: "to" };
  if (!same(correction.from, recorded(correction, state))) return { code: "FactDiffers", field };
  switch (field) {
    case "receivedAt":
    case "resolvedAt":
      return InstantCodec.is(to) ? undefined : { code: "InstantRefused", at: Number(to) };
    case "legalTerm":
    case "committedTerm": {
      const { legalTerm, committedTerm } = termsAnew(correction, state);
      return legalTerm === null
        ? undefined
        : termRefused(calendar.index.dayLength, legalTerm, committedTerm ?? undefined);
    }
    case "promisedDue":
      return state.clock === null ? undefined : { code: "FactDerived", field };
    case "agency":
      return undefined;
  }
};

/** What the ledger says now. */
const recorded = ({ field }: Correction, state: DossierState): unknown =>
  field === "resolvedAt" ? state.resolved?.at : state[field];

/** Facts are plain values of one level. */
const same = (a: unknown, b: unknown): boolean => {
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return a === b;
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))];
  return one.length === other.size && one.every(([member, value]) => other.get(member) === value);
};

type Terms = Pick<DossierState, "legalTerm" | "committedTerm">;

const termsAnew = (correction: Correction, { legalTerm, committedTerm }: Terms): Terms => ({
  legalTerm: correction.field === "legalTerm" ? correction.to : legalTerm,
  committedTerm: correction.field === "committedTerm" ? correction.to : committedTerm,
});

/** The promise and the due date that follow from the corrected reception or term; none where neither was corrected. */
const datesAnew = (
  calendar: WorkingCalendar,
  correction: Correction,
  state: DossierState,
): Either<DossierError, Pick<DossierEventData<"FactCorrected">, "promisedDue" | "due">> => {
  const { receivedAt, clock } = corrected(state, correction);
  const { field } = correction;
  if (clock === null || receivedAt === null || field === "resolvedAt" || field === "agency") return right({});
  const promisedDue = dueAt(calendar)(receivedAt, clock.term);
  if (isLeft(promisedDue)) return promisedDue;
  const due = dueOf(calendar)(clock);
  return isLeft(due) ? due : right({ promisedDue: promisedDue.right, due: due.right });
};

type Corrected = Pick<
  DossierState,
  "receivedAt" | "resolved" | "legalTerm" | "committedTerm" | "promisedDue" | "due" | "agency" | "clock"
>;

/** The facts with one of them put right. Total: what was never recorded stays so. */
export const corrected = (state: Corrected, correction: Correction): Corrected => {
  const facts: Corrected = {
    receivedAt: state.receivedAt,
    resolved: state.resolved,
    legalTerm: state.legalTerm,
    committedTerm: state.committedTerm,
    promisedDue: state.promisedDue,
    due: state.due,
    agency: state.agency,
    clock: state.clock,
  };
  switch (correction.field) {
    case "receivedAt":
      return state.receivedAt === null
        ? facts
        : { ...facts, receivedAt: correction.to, clock: startedAgain(state.clock, state.receivedAt, correction.to) };
    case "resolvedAt":
      return { ...facts, resolved: state.resolved && { ...state.resolved, at: correction.to } };
    case "legalTerm":
    case "committedTerm": {
      const terms = termsAnew(correction, state);
      return { ...facts, ...terms, clock: withTerm(state.clock, terms.committedTerm ?? terms.legalTerm) };
    }
    case "promisedDue":
      return { ...facts, promisedDue: correction.to, due: movedWith(state, correction.to) };
    case "agency":
      return { ...facts, agency: correction.to };
  }
};

/** A clock that has begun anew since does not run from reception. */
const startedAgain = (clock: Clock | null, from: Instant, to: Instant): Clock | null =>
  clock?.startedAt === from ? { ...clock, startedAt: to } : clock;

const withTerm = (clock: Clock | null, term: Term | null): Clock | null => clock && term && { ...clock, term };

/** Where the due date was the promise, it is the corrected one. */
const movedWith = ({ due, promisedDue }: Corrected, to: Due): Due | null => (same(due, promisedDue) ? to : due);
