import { noticedBy } from "../deadline/noticed-by.js";
import { extend, pause, resume, startClock } from "./clock.js";
import { corrected } from "./correction.js";
import type { DossierEvent, DossierEventOf } from "./event.js";
import { opinionAsked, opinionSettled, partCompleted, partOpened } from "./evolve-parts.js";
import { booked } from "./ledger.js";
import { without } from "./originals.js";
import { DOSSIER_OVERDUE } from "./reschedule.js";
import type { DossierState } from "./state.js";
import { clockAfter } from "./supplement.js";

/**
 * Folds one event. Total: any event folds into any state, in any order, because imported histories come in any order and
 * a fact cannot be refused.
 */
export const evolve = (state: DossierState, event: DossierEvent): DossierState => {
  switch (event.type) {
    case "DossierSubmitted":
      return {
        ...state,
        status: "submitted",
        subjectRef: event.data.subjectRef,
        procedure: event.data.procedure,
        centre: event.data.centre,
      };
    case "IntakeSupplementRequested":
      return { ...state, intakeSupplements: state.intakeSupplements + 1 };
    case "IntakeRefused":
      return { ...state, status: "intakeRefused" };
    case "DossierReceived":
      return received(state, event);
    case "DossierForwarded":
      return {
        ...state,
        holder: event.data.to,
        agency: event.data.to,
        handOverBy: null,
        ...flagged(state, event.data),
      };
    case "DossierTransferred":
      return {
        ...state,
        holder: event.data.via ?? event.data.to,
        agency: event.data.to,
        handler: null,
        handlerDue: null,
        handOverBy: event.data.handOverBy ?? null,
        ...flagged(state, event.data),
      };
    case "HandlerAssigned":
      return {
        ...state,
        status: state.status === "received" ? "processing" : state.status,
        // Who has a handler has arrived.
        handOverBy: state.status === "received" ? null : state.handOverBy,
        handler: event.data.handler,
        handlerDue: event.data.due ?? null,
        agency: event.data.agency,
      };
    case "SupplementRequested":
      return {
        ...state,
        status: "awaitingSupplement",
        supplements: state.supplements + 1,
        supplementRequestedAt: event.occurredAt,
        supplementUntil: event.data.waitUntil ?? null,
        clock:
          event.data.clock === "runs" ? state.clock : state.clock && pause(state.clock, event.occurredAt, "supplement"),
        ...flagged(state, event.data),
      };
    case "SupplementReceived":
      return { ...state, status: "processing", ...restarted(state, event) };
    case "SupplementExpired":
      return { ...state, status: "stopped" };
    case "FinancialObligationNotified":
      return {
        ...state,
        status: "awaitingPayment",
        clock: state.clock && pause(state.clock, event.occurredAt, "obligation"),
      };
    case "FinancialObligationSettled":
    case "ProcessingResumed":
      return {
        ...state,
        status: "processing",
        due: event.data.due ?? state.due,
        clock: state.clock && resume(state.clock, event.occurredAt),
      };
    case "DossierWithdrawn":
      return { ...state, status: "withdrawn" };
    case "ProcessingStopped":
      return { ...state, status: "stopped", clock: state.clock && pause(state.clock, event.occurredAt, "stopped") };
    case "DossierResolved":
      return {
        ...state,
        status: "resolved",
        resolved: { at: event.occurredAt, outcome: event.data.outcome },
        ...flagged(state, event.data),
      };
    case "DossierOverdue":
      return { ...state, noticed: [...state.noticed, { ...DOSSIER_OVERDUE, due: event.data.due }] };
    case "DeadlineNoticed":
      return { ...state, noticed: [...state.noticed, noticedBy(event.data)] };
    case "ApologyIssued":
      return { ...state, apologisedAt: event.occurredAt, ...flagged(state, event.data) };
    case "DueDateRescheduled":
      return { ...state, rescheduledDue: event.data.to, reschedules: state.reschedules + 1 };
    case "ResultReturned":
      return { ...state, status: "returned", returnedAt: event.occurredAt, ...flagged(state, event.data) };
    case "SatisfactionRated":
      return { ...state, ratings: state.ratings + 1 };
    case "SourceEventRecorded":
      return {
        ...state,
        holder: event.data.unit ?? state.holder,
        handler: event.data.handler ?? state.handler,
      };
    case "ChargeAssessed":
    case "PaymentCollected":
    case "PaymentRefunded":
    case "ReceiptVoided":
      return { ...state, ledger: booked(state.ledger, event) };
    case "OpinionRequested":
      return { ...state, opinions: opinionAsked(state.opinions, event.data) };
    case "OpinionRecorded":
      return {
        ...state,
        opinions: opinionSettled(state.opinions, event.data.opinion, { recordedAt: event.occurredAt }),
        ...flagged(state, event.data),
      };
    case "OpinionOverdueReported":
      return { ...state, opinions: opinionSettled(state.opinions, event.data.opinion, { reportedOverdue: true }) };
    case "InterlinkedRouteSet":
      return {
        ...state,
        route: { route: event.data.route, lead: event.data.lead },
        subTasks: event.data.agencies.map(({ agency, term }) => ({ agency, term, due: null, completedAt: null })),
      };
    case "SubTaskOpened":
      return { ...state, subTasks: partOpened(state.subTasks, event.data) };
    case "SubTaskCompleted":
      return {
        ...state,
        subTasks: partCompleted(state.subTasks, event.data.agency, event.occurredAt),
        handOverBy: event.data.handOverBy ?? state.handOverBy,
        ...flagged(state, event.data),
      };
    case "ResultHandedOver":
      return { ...state, resultAt: event.data.to, ...flagged(state, event.data) };
    case "VoucherAttached":
      return { ...state, vouchers: [...state.vouchers, event.data.voucher] };
    case "ApplicantNotified":
      return {
        ...state,
        notices: [...state.notices, { notice: event.data.notice, about: event.data.about }],
      };
    case "OriginalsReturned":
      return { ...state, originals: without(state.originals, event.data.items).rest };
    case "FactCorrected":
      return factCorrected(state, event);
    case "DeadlineExtended":
      return {
        ...state,
        due: event.data.to,
        clock: state.clock && extend(state.clock, event.data.amount),
        ...flagged(state, event.data),
      };
    // Facts that are told and shown, and that no later decision looks at.
    case "VerificationRecorded":
    case "ResultApproved":
    case "AgencyUrged":
    case "ResultCorrected":
    case "DossierLostOrDamaged":
      return state;
  }
};

const received = (state: DossierState, { occurredAt, data }: DossierEventOf<"DossierReceived">): DossierState => {
  const term = data.committedTerm ?? data.legalTerm ?? null;
  return {
    ...state,
    // A line of a log may tell of the end before it tells of the beginning; the end stays.
    status: state.resolved === null ? "received" : state.status,
    subjectRef: data.subjectRef,
    code: data.code ?? null,
    procedure: data.procedure.code,
    centre: data.centre,
    holder: data.unit,
    agency: data.agency,
    receivedAt: occurredAt,
    handOverBy: data.unit === data.agency ? null : (data.handOverBy ?? null),
    receivingUnit: data.unit,
    deliveringUnit: data.deliveringUnit ?? null,
    receivedBy: data.receivedBy ?? null,
    immediate: data.immediate ?? false,
    delegated: data.delegated ?? false,
    originals: data.originals ?? [],
    policy: data.policy ?? null,
    legalTerm: data.legalTerm ?? null,
    committedTerm: data.committedTerm ?? null,
    promisedDue: data.promisedDue ?? null,
    due: data.promisedDue ?? null,
    clock: term && startClock(term, occurredAt),
  };
};

/** Whether the term began anew or the pause was added, the fact itself says where it ends. */
const restarted = (
  state: DossierState,
  { occurredAt, data }: DossierEventOf<"SupplementReceived">,
): Pick<DossierState, "due" | "clock"> => ({
  due: data.due ?? state.due,
  clock: clockAfter(data.clock, state, occurredAt),
});

const factCorrected = (state: DossierState, { data }: DossierEventOf<"FactCorrected">): DossierState => {
  const facts = corrected(state, data.correction);
  return {
    ...state,
    ...facts,
    promisedDue: data.promisedDue ?? facts.promisedDue,
    due: data.due ?? facts.due,
    corrections: state.corrections + 1,
  };
};

const flagged = (
  state: DossierState,
  data: { readonly violations?: ReadonlyArray<unknown> },
): Pick<DossierState, "violations"> => ({ violations: state.violations + (data.violations?.length ?? 0) });
