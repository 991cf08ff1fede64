import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { dueAt, sameDue } from "../calendar/due.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { dueOf } from "../dossier/clock.js";
import type { DossierEvent, DossierEventOf } from "../dossier/event.js";
import { evolve } from "../dossier/evolve.js";
import { type DossierState, noDossier } from "../dossier/state.js";
import type { Due, Term } from "../time/term.js";

export const REASONS_LEFT = ["noTerm", "notFromTheTerm", "otherUnit", "calendarYearMissing"] as const;
/**
 * Why the due dates of a dossier cannot be computed under another term: it has none; a date that it has does not follow
 * from its term by this calendar; it was extended by units that the other term does not count; the calendar ends before.
 */
export type ReasonLeft = (typeof REASONS_LEFT)[number];

type Dated = Either<ReasonLeft, ReadonlyArray<DossierEvent>>;

/**
 * The same life under another term: every due date that followed from the term follows from the other one, and all else
 * is as it happened. The clock starts, stands still, begins anew and is extended when it did; a date that was put off to
 * (NĐ 61/2018, Đ19.9) was chosen, not computed, and stays.
 *
 * @param events  the whole life of one dossier, in the order of its stream
 */
export const underTerm =
  (calendar: WorkingCalendar) =>
  (events: ReadonlyArray<DossierEvent>, term: Term): Dated => {
    const own = termOf(events);
    if (own === undefined) return left("noTerm");
    const asItWas = datedAnew(calendar, events, null);
    if (isLeft(asItWas)) return asItWas;
    if (!asItWas.right.every((event, n) => sameDates(event, events[n]))) return left("notFromTheTerm");
    const extended = events.some(({ type }) => type === "DeadlineExtended");
    return extended && own.unit !== term.unit ? left("otherUnit") : datedAnew(calendar, events, term);
  };

const termOf = (events: ReadonlyArray<DossierEvent>): Term | undefined =>
  events.flatMap(({ type, data }) => (type === "DossierReceived" ? [data.committedTerm ?? data.legalTerm] : [])).at(-1);

/** The events with the dates that the clock leads to; under the dossier's own term where no other is given. */
const datedAnew = (calendar: WorkingCalendar, events: ReadonlyArray<DossierEvent>, term: Term | null): Dated => {
  const dated: DossierEvent[] = [];
  let state = noDossier;
  for (const event of events) {
    state = evolve(state, term === null ? event : announcing(event, term));
    const dates = datesOf(calendar, event, state);
    if (isLeft(dates)) return dates;
    dated.push(dates.right === null ? event : ({ ...event, data: { ...event.data, ...dates.right } } as DossierEvent));
  }
  return right(dated);
};

/** The event as if this term had been announced. */
const announcing = (event: DossierEvent, term: Term): DossierEvent => {
  if (event.type === "DossierReceived") return { ...event, data: { ...event.data, committedTerm: term } };
  if (event.type !== "FactCorrected" || event.data.correction.field !== "committedTerm") return event;
  return { ...event, data: { ...event.data, correction: { field: "committedTerm", from: term, to: term } } };
};

/** The members of an event that hold due dates of the dossier, as the clock after it has them. */
const datesOf = (
  calendar: WorkingCalendar,
  event: DossierEvent,
  { clock, receivedAt }: DossierState,
): Either<ReasonLeft, object | null> => {
  const names = datesIn(event);
  if (names.length === 0) return right(null);
  if (clock === null || receivedAt === null) return left("noTerm");
  const dates: Record<string, Due> = {};
  for (const name of names) {
    const isPromise = name === "promisedDue";
    const due = isPromise ? dueAt(calendar)(receivedAt, clock.term) : dueOf(calendar)(clock);
    if (isLeft(due)) return left("calendarYearMissing");
    dates[name] = due.right;
  }
  return right(dates);
};

type DateName = "due" | "promisedDue" | "to";

const datesIn = (event: DossierEvent): ReadonlyArray<DateName> => {
  switch (event.type) {
    case "DossierReceived":
      return event.data.promisedDue === undefined ? [] : ["promisedDue"];
    case "SupplementReceived":
    case "FinancialObligationSettled":
    case "ProcessingResumed":
      return event.data.due === undefined ? [] : ["due"];
    case "DeadlineExtended":
      return ["to"];
    case "FactCorrected":
      return correctedDates(event);
    default:
      return [];
  }
};

const correctedDates = ({ data }: DossierEventOf<"FactCorrected">): ReadonlyArray<DateName> =>
  (["due", "promisedDue"] as const).filter((name) => data[name] !== undefined);

const sameDates = (a: DossierEvent, b: DossierEvent | undefined): boolean =>
  b !== undefined && !correctsPromise(b) && datesIn(b).every((name) => sameDue(dateIn(a, name), dateIn(b, name)));

/** Such a promise is chosen, not computed. */
const correctsPromise = (event: DossierEvent): boolean =>
  event.type === "FactCorrected" && event.data.correction.field === "promisedDue";

const dateIn = ({ data }: DossierEvent, name: DateName): Due => (data as Readonly<Record<DateName, Due>>)[name];
