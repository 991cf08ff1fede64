import type { DossierEvent } from "../dossier/event.js";
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
    case "DossierTransferred":
      store.decidedBy(row, event.data.to);
      store.moveTo(row, at, event.data.to);
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
      store.enter(row, "open", at, { stoodStillSince: at });
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
  }
};

/** Satisfied is the upper part of a scale, without its middle: 4 and 5 of 5, 3 and 4 of 4, 3 of 3. */
export const isSatisfied = (score: number, scale: number): boolean => score > (scale + 1) / 2;
