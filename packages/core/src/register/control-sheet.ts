import type { DossierEvent } from "../dossier/event.js";
import { evolve } from "../dossier/evolve.js";
import { type DossierState, noDossier } from "../dossier/state.js";
import type { Violation } from "../dossier/vocabulary.js";
import { type Punctuality, punctuality } from "../kpi/punctuality.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import type { TimeZone } from "../time/time-zone.js";

/** Who gives or takes a dossier; `id` is the unit, agency or officer, opaque, and `null` where it is not known. */
export interface HandOverParty {
  readonly role: "applicant" | "oneStop" | "agency" | "officer";
  readonly id: string | null;
}

/** A row of the control sheet: the dossier, or its result, went from one to another. */
export interface HandOver {
  /** The type of the event that tells of it. */
  readonly fact: DossierEvent["type"];
  readonly from: HandOverParty;
  readonly to: HandOverParty;
  /** The hand-over before this one; `null` in the first row. */
  readonly heldSince: Instant | null;
  readonly at: Instant;
  /** Until when it was to be done; `null` where nothing sets a date. */
  readonly due: Due | null;
  readonly kept: Punctuality | null;
  readonly violations: ReadonlyArray<Violation>;
}

/**
 * The control sheet of a dossier (TT 01/2018, form 05; TT 03/2025, form 06): every hand-over that its history tells of.
 *
 * Two of them have a date to keep: the first one, from the counter to the agency (NĐ 61/2018, Đ18), and the result, by
 * the promise as the clock has moved it. Early is known by dates only, so the first one is on time or late.
 */
export const controlSheet = (zone: TimeZone, history: ReadonlyArray<DossierEvent>): ReadonlyArray<HandOver> => {
  const rows: HandOver[] = [];
  let state = noDossier;
  let unit: string | null = null;
  for (const event of history) {
    if (event.type === "DossierReceived") unit = event.data.unit;
    const step = stepOf(event, state, { role: "oneStop", id: unit });
    state = evolve(state, event);
    if (step === undefined) continue;
    const { due = null, ...parties } = step;
    const { type, occurredAt: at, data } = event;
    rows.push({
      fact: type,
      ...parties,
      heldSince: rows.at(-1)?.at ?? null,
      at,
      due,
      kept: due && punctuality(zone, "auto", due, at),
      violations: "violations" in data ? (data.violations ?? []) : [],
    });
  }
  return rows;
};

interface Step {
  readonly from: HandOverParty;
  readonly to: HandOverParty;
  readonly due?: Due | null;
}

const APPLICANT: HandOverParty = { role: "applicant", id: null };

const agency = (id: string | null): HandOverParty => ({ role: "agency", id });
const officer = (id: string | null): HandOverParty => ({ role: "officer", id });

/** What an event moves, seen from the state before it; `undefined` where it moves nothing. */
const stepOf = (event: DossierEvent, before: DossierState, oneStop: HandOverParty): Step | undefined => {
  switch (event.type) {
    case "DossierReceived":
      return { from: APPLICANT, to: oneStop };
    case "DossierForwarded": {
      const isFirst = before.holder === oneStop.id;
      const from = isFirst ? { ...oneStop, id: event.data.from } : agency(event.data.from);
      const deadline = isFirst ? before.handOverBy : null;
      return {
        from,
        to: agency(event.data.to),
        due: deadline === null ? null : { kind: "instant", instant: deadline },
      };
    }
    case "DossierTransferred":
      return { from: agency(event.data.from), to: agency(event.data.to) };
    case "HandlerAssigned":
      return {
        from: before.handler === null ? agency(event.data.agency) : officer(before.handler),
        to: officer(event.data.handler),
      };
    case "SupplementRequested": {
      const from = working(before, oneStop);
      const pastTheOneStop = event.data.violations?.some(({ rule }) => rule.endsWith("D5.1e")) ?? false;
      return { from, to: pastTheOneStop || from === oneStop ? APPLICANT : oneStop };
    }
    case "SupplementReceived":
      return { from: APPLICANT, to: oneStop };
    case "DossierResolved":
      // Decided on the spot it goes from the one-stop to itself: the row says whether the promise was kept.
      return { from: working(before, oneStop), to: oneStop, due: before.due };
    case "ResultReturned":
      return { from: event.data.unit ? { ...oneStop, id: event.data.unit } : oneStop, to: APPLICANT };
    case "SourceEventRecorded":
      return legacyStep(before, event.data);
    default:
      return undefined;
  }
};

/** Who works on it: the officer it was given to, else the one-stop until it has handed it over, else the agency. */
const working = ({ handler, holder, agency: id }: DossierState, oneStop: HandOverParty): HandOverParty => {
  if (handler !== null) return officer(handler);
  return holder !== null && holder === oneStop.id ? oneStop : agency(id);
};

/** A legacy log tells of a hand-over by naming another officer or unit than the line before. */
const legacyStep = (
  { holder, handler }: DossierState,
  next: { readonly handler?: string; readonly unit?: string },
): Step | undefined => {
  if (next.handler !== undefined && next.handler !== handler)
    return { from: handler === null ? agency(holder) : officer(handler), to: officer(next.handler) };
  return next.unit !== undefined && next.unit !== holder ? { from: agency(holder), to: agency(next.unit) } : undefined;
};
