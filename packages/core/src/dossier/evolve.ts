import { pause, restart, resume, startClock } from "./clock.js";
import type { DossierEvent, DossierEventOf } from "./event.js";
import { booked } from "./ledger.js";
import type { DossierState } from "./state.js";

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
      return state;
    case "IntakeRefused":
      return { ...state, status: "intakeRefused" };
    case "DossierReceived":
      return received(state, event);
    case "DossierForwarded":
      return { ...state, holder: event.data.to, agency: event.data.to, ...flagged(state, event.data) };
    case "DossierTransferred":
      return { ...state, holder: event.data.to, agency: event.data.to, handler: null };
    case "HandlerAssigned":
      return {
        ...state,
        status: state.status === "received" ? "processing" : state.status,
        handler: event.data.handler,
        agency: event.data.agency,
      };
    case "SupplementRequested":
      return {
        ...state,
        status: "awaitingSupplement",
        supplements: state.supplements + 1,
        supplementRequestedAt: event.occurredAt,
        clock: state.clock && pause(state.clock, event.occurredAt, "supplement"),
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
      return { ...state, overdueNoticed: event.data.due };
    case "ApologyIssued":
      return { ...state, ...flagged(state, event.data) };
    case "DueDateRescheduled":
      return { ...state, rescheduledDue: event.data.to, reschedules: state.reschedules + 1 };
    case "ResultReturned":
      return { ...state, status: "returned", returnedAt: event.occurredAt };
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
    handOverBy: data.handOverBy ?? null,
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
  clock: state.clock && (data.clock === "restart" ? restart(state.clock, occurredAt) : resume(state.clock, occurredAt)),
});

const flagged = (
  state: DossierState,
  data: { readonly violations?: ReadonlyArray<unknown> },
): Pick<DossierState, "violations"> => ({ violations: state.violations + (data.violations?.length ?? 0) });
