import type { SubjectRef } from "../personal/personal.js";
import type { Instant } from "../time/instant.js";
import type { Due, Term } from "../time/term.js";
import type { Clock } from "./clock.js";
import { type DossierLedger, noMoney } from "./ledger.js";
import type { Outcome } from "./vocabulary.js";

/** Where a dossier stands. Being early, on time or overdue is a property of its due date and is not among these. */
export type DossierStatus =
  | "unknown"
  | "submitted"
  | "intakeRefused"
  | "received"
  | "processing"
  | "awaitingSupplement"
  | "awaitingPayment"
  | "withdrawn"
  | "stopped"
  | "resolved"
  | "returned";

/** The national portal's code of a status (TrangThaiHoSo, 1 to 10). */
export const nationalStatus: Readonly<Record<DossierStatus, number | null>> = {
  unknown: null,
  submitted: 1,
  received: 2,
  intakeRefused: 3,
  processing: 4,
  awaitingSupplement: 5,
  awaitingPayment: 6,
  withdrawn: 7,
  stopped: 8,
  resolved: 9,
  returned: 10,
};

/**
 * What a dossier's events add up to: all that a decision may look at. No member can hold personal data, so the erasure of
 * a person changes no outcome.
 */
export interface DossierState {
  readonly status: DossierStatus;
  readonly subjectRef: SubjectRef | null;
  readonly code: string | null;
  readonly procedure: string | null;
  readonly centre: string | null;
  /** Who has it now: a unit of the one-stop, then an agency. */
  readonly holder: string | null;
  readonly agency: string | null;
  readonly handler: string | null;
  readonly receivedAt: Instant | null;
  readonly handOverBy: Instant | null;
  readonly policy: string | null;
  /** Four numbers that stay apart: the law's term, the announced one, the promised date, the rescheduled date. */
  readonly legalTerm: Term | null;
  readonly committedTerm: Term | null;
  readonly promisedDue: Due | null;
  readonly rescheduledDue: Due | null;
  /** The promise as the clock has moved it; `null` where there never was one. */
  readonly due: Due | null;
  readonly clock: Clock | null;
  readonly supplements: number;
  readonly supplementRequestedAt: Instant | null;
  readonly reschedules: number;
  /** The due date of the last notice that it has passed. */
  readonly overdueNoticed: Due | null;
  readonly resolved: { readonly at: Instant; readonly outcome: Outcome } | null;
  readonly returnedAt: Instant | null;
  readonly ratings: number;
  /** Its own status: see `financeOf`. */
  readonly ledger: DossierLedger;
  readonly violations: number;
}

export const noDossier: DossierState = {
  status: "unknown",
  subjectRef: null,
  code: null,
  procedure: null,
  centre: null,
  holder: null,
  agency: null,
  handler: null,
  receivedAt: null,
  handOverBy: null,
  policy: null,
  legalTerm: null,
  committedTerm: null,
  promisedDue: null,
  rescheduledDue: null,
  due: null,
  clock: null,
  supplements: 0,
  supplementRequestedAt: null,
  reschedules: 0,
  overdueNoticed: null,
  resolved: null,
  returnedAt: null,
  ratings: 0,
  ledger: noMoney,
  violations: 0,
};
