import type { NoticedDeadline } from "../deadline/open-deadline.js";
import type { DossierDeadline } from "../deadline/vocabulary.js";
import type { SubjectRef } from "../personal/personal.js";
import type { Instant } from "../time/instant.js";
import type { Due, Term } from "../time/term.js";
import type { Clock } from "./clock.js";
import { type DossierLedger, noMoney } from "./ledger.js";
import type { Notice, Outcome, Route } from "./vocabulary.js";

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

/** An opinion that another agency was asked for, with a due date of its own. */
export interface Opinion {
  readonly opinion: string;
  readonly agency: string;
  readonly due: Due;
  readonly recordedAt: Instant | null;
  readonly reportedOverdue: boolean;
}

/** One agency's part of an interlinked dossier: its own term and, once it has been opened, its own due date. */
export interface SubTask {
  readonly agency: string;
  readonly term: Term | null;
  readonly due: Due | null;
  readonly completedAt: Instant | null;
}

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
  /** Until when the handler is to have done it: a clock of its own, which decides nothing about the dossier's. */
  readonly handlerDue: Due | null;
  readonly receivedAt: Instant | null;
  /** Until when it has to go on to the next agency; `null` where no hand-over is pending. */
  readonly handOverBy: Instant | null;
  /** The unit that received it, and the one at which the applicant gets the result: neither need be the agency's. */
  readonly receivingUnit: string | null;
  readonly deliveringUnit: string | null;
  /** Opaque staff id of who received it. */
  readonly receivedBy: string | null;
  readonly immediate: boolean;
  /** The one-stop's staff may decide it on the day itself (NĐ 61/2018, Đ17.5). */
  readonly delegated: boolean;
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
  /** Until when the applicant may hand in what is missing, where the regime says. */
  readonly supplementUntil: Due | null;
  /** How often something missing was told to the applicant before reception. */
  readonly intakeSupplements: number;
  readonly reschedules: number;
  /** Which dates were told of or put on record, why, and to whom. */
  readonly noticed: ReadonlyArray<NoticedDeadline<DossierDeadline>>;
  readonly resolved: { readonly at: Instant; readonly outcome: Outcome } | null;
  readonly returnedAt: Instant | null;
  readonly ratings: number;
  /** Its own status: see `financeOf`. */
  readonly ledger: DossierLedger;
  readonly violations: number;
  readonly opinions: ReadonlyArray<Opinion>;
  /** How it goes through several agencies; `null` where it is not interlinked. */
  readonly route: { readonly route: Route; readonly lead: string } | null;
  /** In the order set by the one-stop. */
  readonly subTasks: ReadonlyArray<SubTask>;
  /** Originals that have not been given back. */
  readonly originals: ReadonlyArray<string>;
  /** Vouchers that go with the dossier. */
  readonly vouchers: ReadonlyArray<string>;
  /** What the applicant has been told, and about what. */
  readonly notices: ReadonlyArray<{ readonly notice: Notice; readonly about: string }>;
  readonly apologisedAt: Instant | null;
  /** The one-stop that has the result. */
  readonly resultAt: string | null;
  readonly corrections: number;
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
  handlerDue: null,
  receivedAt: null,
  handOverBy: null,
  receivingUnit: null,
  deliveringUnit: null,
  receivedBy: null,
  immediate: false,
  delegated: false,
  policy: null,
  legalTerm: null,
  committedTerm: null,
  promisedDue: null,
  rescheduledDue: null,
  due: null,
  clock: null,
  supplements: 0,
  supplementRequestedAt: null,
  supplementUntil: null,
  intakeSupplements: 0,
  reschedules: 0,
  noticed: [],
  resolved: null,
  returnedAt: null,
  ratings: 0,
  ledger: noMoney,
  violations: 0,
  opinions: [],
  route: null,
  subTasks: [],
  originals: [],
  vouchers: [],
  notices: [],
  apologisedAt: null,
  resultAt: null,
  corrections: 0,
};
