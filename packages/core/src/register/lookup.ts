import { type Either, left, right } from "fp-ts/lib/Either.js";
import { type DossierState, type DossierStatus, nationalStatus } from "../dossier/state.js";
import type { Outcome } from "../dossier/vocabulary.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";

/**
 * How far a dossier has come, in steps so coarse that they say nothing of what was decided, asked or owed. `ended` is one
 * that has no result to be fetched: not taken in, withdrawn or stopped.
 */
export type CompletionLevel = "registered" | "inProgress" | "resultReady" | "completed" | "ended";

/** The level of every status, with the share of the way in percent; the shares are this library's own. */
export const completionOf: Readonly<Record<DossierStatus, Completion>> = {
  unknown: { level: "registered", percent: 0 },
  submitted: { level: "registered", percent: 0 },
  intakeRefused: { level: "ended", percent: null },
  received: { level: "inProgress", percent: 50 },
  processing: { level: "inProgress", percent: 50 },
  awaitingSupplement: { level: "inProgress", percent: 50 },
  awaitingPayment: { level: "inProgress", percent: 50 },
  withdrawn: { level: "ended", percent: null },
  stopped: { level: "ended", percent: null },
  resolved: { level: "resultReady", percent: 90 },
  returned: { level: "completed", percent: 100 },
};

/** How far, and in percent. */
export interface Completion {
  readonly level: CompletionLevel;
  /** `null` where there is no way any more. */
  readonly percent: number | null;
}

/** A dossier has its code from reception on (NĐ 61/2018, Đ17.3); this one has none. */
export interface DossierCodeMissing {
  readonly code: "DossierCodeMissing";
  readonly status: DossierStatus;
}

/** What anyone may see who knows the code. */
export interface PublicLookup {
  readonly code: string;
  readonly completion: Completion;
}

/**
 * What is shown without signing in: the code and the level of completion, and nothing beside (TT 01/2018, Đ16.2d).
 *
 * @returns `DossierCodeMissing` for a dossier without a code, which cannot be looked up
 */
export const publicLookup = ({ code, status }: DossierState): Either<DossierCodeMissing, PublicLookup> =>
  code === null ? left({ code: "DossierCodeMissing", status }) : right({ code, completion: completionOf[status] });

/** What the applicant may see. Instants are epoch milliseconds. */
export interface ApplicantLookup {
  readonly code: string | null;
  readonly status: DossierStatus;
  readonly nationalStatus: number | null;
  readonly completion: Completion;
  readonly procedure: string | null;
  readonly centre: string | null;
  /** The department that has it; never the officer. */
  readonly department: string | null;
  readonly receivedAt: Instant | null;
  readonly promisedDue: Due | null;
  /** The promise as the clock has moved it. */
  readonly due: Due | null;
  readonly rescheduledDue: Due | null;
  /** Since when a supplement is waited for, if it is. */
  readonly awaitedSince: Instant | null;
  readonly resolved: { readonly at: Instant; readonly outcome: Outcome } | null;
  readonly returnedAt: Instant | null;
}

/**
 * What is shown to an applicant who has signed in: the state down to the department, with its dates (TT 01/2018, Đ16.2d).
 * That it is the applicant who asks is for the caller to know.
 */
export const applicantLookup = (state: DossierState): ApplicantLookup => ({
  code: state.code,
  status: state.status,
  nationalStatus: nationalStatus[state.status],
  completion: completionOf[state.status],
  procedure: state.procedure,
  centre: state.centre,
  department: state.holder,
  receivedAt: state.receivedAt,
  promisedDue: state.promisedDue,
  due: state.due,
  rescheduledDue: state.rescheduledDue,
  awaitedSince: state.status === "awaitingSupplement" ? state.supplementRequestedAt : null,
  resolved: state.resolved,
  returnedAt: state.returnedAt,
});
