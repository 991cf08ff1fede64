import type { DossierEvent } from "../dossier/event.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import type { DossierRow, Phase } from "./dossier-row.js";
import type { Pool } from "./pool.js";

/** Writes one event into the row of its dossier, in place. Total: events it has no use for change nothing. */
export const foldRow = (row: DossierRow, event: DossierEvent, pool: Pool): void => {
  const { occurredAt: at } = event;
  switch (event.type) {
    case "DossierReceived": {
      const { data } = event;
      row.receivedAt = at;
      row.agency = pool.text(data.agency);
      row.procedure = pool.text(data.procedure.code);
      row.field = pool.text(data.procedure.field);
      row.unit = pool.text(data.unit);
      row.centre = pool.text(data.centre);
      row.channel = pool.text(data.sourceChannel ?? data.channel);
      row.holder ??= row.unit;
      enter(row, "open", at, { due: data.promisedDue ? pool.due(data.promisedDue) : null });
      return;
    }
    case "DossierForwarded":
    case "DossierTransferred":
      row.agency = pool.text(event.data.to);
      moveTo(row, at, row.agency);
      return;
    case "HandlerAssigned":
      giveTo(row, at, pool.text(event.data.handler));
      return;
    case "SourceEventRecorded":
      if (event.data.unit !== undefined) moveTo(row, at, pool.text(event.data.unit));
      if (event.data.handler !== undefined) giveTo(row, at, pool.text(event.data.handler));
      return;
    case "SupplementRequested":
      row.supplements = withItem(row.supplements, at);
      enter(row, "open", at, { stoodStillSince: at });
      return;
    case "FinancialObligationNotified":
      enter(row, "open", at, { stoodStillSince: at });
      return;
    case "SupplementReceived":
    case "FinancialObligationSettled":
    case "ProcessingResumed":
      enter(row, "open", at, { stoodStillSince: null, ...(event.data.due && { due: pool.due(event.data.due) }) });
      return;
    case "DueDateRescheduled":
      row.rescheduled = { at, to: pool.due(event.data.to) };
      return;
    case "DossierResolved":
      enter(row, "resolved", at, {});
      return;
    case "DossierWithdrawn":
      enter(row, "withdrawn", at, {});
      return;
    case "ProcessingStopped":
    case "SupplementExpired":
      enter(row, "stopped", at, {});
      return;
    case "SatisfactionRated": {
      const { score, scale } = event.data;
      row.ratings = withItem(row.ratings, { at, satisfied: isSatisfied(score, scale) });
      return;
    }
  }
};

/** Satisfied is the upper part of a scale, without its middle: 4 and 5 of 5, 3 and 4 of 4, 3 of 3. */
export const isSatisfied = (score: number, scale: number): boolean => score > (scale + 1) / 2;

const enter = (
  row: DossierRow,
  kind: Phase["kind"],
  since: Instant,
  change: { readonly due?: Due | null; readonly stoodStillSince?: Instant | null },
): void => {
  const before = row.phases.at(-1);
  row.phases = withItem(row.phases, {
    since,
    kind,
    due: change.due === undefined ? (before?.due ?? null) : change.due,
    stoodStillSince: change.stoodStillSince === undefined ? (before?.stoodStillSince ?? null) : change.stoodStillSince,
  });
};

/** Rows begin with one empty list for all, and own the lists that hold something. */
const withItem = <A>(list: ReadonlyArray<A>, item: A): ReadonlyArray<A> => {
  if (list.length === 0) return [item];
  (list as A[]).push(item);
  return list;
};

const moveTo = (row: DossierRow, at: Instant, holder: string): void => {
  if (row.holder !== null && row.holder !== holder) row.unitChanges = withItem(row.unitChanges, at);
  row.holder = holder;
};

const giveTo = (row: DossierRow, at: Instant, handler: string): void => {
  if (row.handler !== null && row.handler !== handler) row.handlerChanges = withItem(row.handlerChanges, at);
  row.handler = handler;
};
