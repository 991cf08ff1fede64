import type { DossierEvent, DossierEventOf } from "../dossier/event.js";
import type { Violation } from "../dossier/vocabulary.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import { lastEntry } from "./chain.js";
import { instantIn } from "./instant-column.js";
import { changeDue, correctDue, redateReception, redateResolution } from "./row-corrections.js";
import { completePart, openPart } from "./row-parts.js";
import {
  decidedBy,
  enter,
  extendTerm,
  giveBack,
  giveTo,
  mark,
  moveTo,
  pay,
  type RowStore,
  rate,
  receive,
  reschedule,
  restartTerm,
} from "./row-store.js";
import { setTerm } from "./term-column.js";

/** Writes one event into the row of its dossier. Total: events it has no use for change nothing. */
export const foldRow = (store: RowStore, row: number, event: DossierEvent): void => {
  const { occurredAt: at } = event;
  switch (event.type) {
    case "DossierReceived":
      receive(store, row, at, event.data);
      enter(store, row, "open", at, { due: event.data.promisedDue ?? null });
      return;
    case "DossierForwarded":
      decidedBy(store, row, event.data.to);
      moveTo(store, row, at, event.data.to);
      return;
    case "DossierTransferred":
      decidedBy(store, row, event.data.to);
      moveTo(store, row, at, event.data.via ?? event.data.to);
      return;
    case "HandlerAssigned":
      giveTo(store, row, at, event.data.handler);
      return;
    case "SourceEventRecorded":
      if (event.data.unit !== undefined) moveTo(store, row, at, event.data.unit);
      if (event.data.handler !== undefined) giveTo(store, row, at, event.data.handler);
      return;
    case "SupplementRequested":
      mark(store, row, at, "supplement");
      if (event.data.violations?.some(isPastOneStop)) mark(store, row, at, "pastOneStop");
      if (event.data.clock !== "runs") standStill(store, row, at);
      return;
    case "FinancialObligationNotified":
      standStill(store, row, at);
      return;
    case "IntakeSupplementRequested":
      mark(store, row, at, "intakeSupplement");
      return;
    case "SupplementReceived":
      if (event.data.clock === "restart") restartTerm(store, row, at);
      runOn(store, row, at, event.data.due);
      return;
    case "FinancialObligationSettled":
    case "ProcessingResumed":
      runOn(store, row, at, event.data.due);
      return;
    case "DueDateRescheduled":
      reschedule(store, row, at, event.data.to);
      return;
    case "DossierResolved":
      enter(store, row, "resolved", at);
      return;
    case "ResultReturned":
      giveBack(store, row, at);
      return;
    case "SubTaskOpened":
      openPart(store, row, event.data.agency, event.data.due);
      return;
    case "SubTaskCompleted":
      completePart(store, row, event.data.agency, at);
      return;
    case "ChargeAssessed":
      pay(store, row, "charged");
      return;
    case "PaymentCollected":
      pay(store, row, event.data.method === "online" ? "paidOnline" : "charged");
      return;
    case "DossierWithdrawn":
      enter(store, row, "withdrawn", at);
      return;
    case "ProcessingStopped":
    case "SupplementExpired":
      enter(store, row, "stopped", at);
      return;
    case "SatisfactionRated":
      rate(store, row, { at, score: event.data.score, scale: event.data.scale, aspect: event.data.aspect });
      return;
    case "DeadlineExtended":
      mark(store, row, at, "extended");
      extendTerm(store, row, event.data.amount);
      changeDue(store, row, at, event.data.to);
      return;
    case "FactCorrected":
      putRight(store, row, event);
      return;
  }
};

/** One that stands still already keeps its first stop, as the clock does. */
const standStill = (store: RowStore, row: number, at: Instant): void =>
  enter(store, row, "open", at, {
    stoodStillSince: instantIn(store.phaseStoodStill, lastEntry(store.phases, row)) ?? at,
  });

/** The clock runs again, towards the date that it now leads to. */
const runOn = (store: RowStore, row: number, at: Instant, due: Due | undefined): void =>
  enter(store, row, "open", at, { stoodStillSince: null, ...(due && { due }) });

const isPastOneStop = ({ rule }: Violation): boolean => rule.endsWith(" D5.1e");

/** The corrected fact takes the place of the wrong one in every figure; that a date was corrected is counted. */
const putRight = (store: RowStore, row: number, { occurredAt: at, data }: DossierEventOf<"FactCorrected">): void => {
  const { correction } = data;
  if (correction.field === "agency") {
    decidedBy(store, row, correction.to);
    return;
  }
  mark(store, row, at, "redated");
  if (correction.field === "receivedAt") redateReception(store, row, correction.to);
  if (correction.field === "legalTerm") setTerm(store.legalTerm, row, correction.to);
  if (correction.field === "resolvedAt") redateResolution(store, row, correction.from, correction.to);
  const due = correction.field === "promisedDue" ? correction.to : data.due;
  if (due !== undefined) correctDue(store, row, due);
};
