import type { DossierEvent, DossierEventOf } from "../dossier/event.js";
import type { RowStore } from "./row-store.js";

/** Writes one event into the row of its dossier. Total: events it has no use for change nothing. */
export const foldRow = (store: RowStore, row: number, event: DossierEvent): void => {
  const { occurredAt: at } = event;
  switch (event.type) {
    case "DossierReceived":
      store.receive(row, at, event.data);
      store.enter(row, "open", at, { due: event.data.promisedDue ?? null });
      return;
    case "DossierForwarded":
      store.decidedBy(row, event.data.to);
      store.moveTo(row, at, event.data.to);
      return;
    case "DossierTransferred":
      store.decidedBy(row, event.data.to);
      store.moveTo(row, at, event.data.via ?? event.data.to);
      return;
    case "HandlerAssigned":
      store.giveTo(row, at, event.data.handler);
      return;
    case "SourceEventRecorded":
      if (event.data.unit !== undefined) store.moveTo(row, at, event.data.unit);
      if (event.data.handler !== undefined) store.giveTo(row, at, event.data.handler);
      return;
    case "SupplementRequested":
      store.mark(row, at, "supplement");
      if (event.data.clock !== "runs") store.enter(row, "open", at, { stoodStillSince: at });
      return;
    case "FinancialObligationNotified":
      store.enter(row, "open", at, { stoodStillSince: at });
      return;
    case "SupplementReceived":
    case "FinancialObligationSettled":
    case "ProcessingResumed":
      store.enter(row, "open", at, { stoodStillSince: null, ...(event.data.due && { due: event.data.due }) });
      return;
    case "DueDateRescheduled":
      store.reschedule(row, at, event.data.to);
      return;
    case "DossierResolved":
      store.enter(row, "resolved", at);
      return;
    case "DossierWithdrawn":
      store.enter(row, "withdrawn", at);
      return;
    case "ProcessingStopped":
    case "SupplementExpired":
      store.enter(row, "stopped", at);
      return;
    case "SatisfactionRated":
      store.mark(row, at, isSatisfied(event.data.score, event.data.scale) ? "satisfied" : "dissatisfied");
      return;
    case "DeadlineExtended":
      store.mark(row, at, "extended");
      store.changeDue(row, at, event.data.to);
      return;
    case "FactCorrected":
      putRight(store, row, event);
      return;
  }
};

/** The corrected fact takes the place of the wrong one in every figure; that a date was corrected is counted. */
const putRight = (store: RowStore, row: number, { occurredAt: at, data }: DossierEventOf<"FactCorrected">): void => {
  const { correction } = data;
  if (correction.field === "agency") {
    store.decidedBy(row, correction.to);
    return;
  }
  store.mark(row, at, "redated");
  if (correction.field === "receivedAt") store.redateReception(row, correction.to);
  if (correction.field === "resolvedAt") store.redateResolution(row, correction.from, correction.to);
  const due = correction.field === "promisedDue" ? correction.to : data.due;
  if (due !== undefined) store.correctDue(row, due);
};

/** Satisfied is the upper part of a scale, without its middle: 4 and 5 of 5, 3 and 4 of 4, 3 of 3. */
export const isSatisfied = (score: number, scale: number): boolean => score > (scale + 1) / 2;
