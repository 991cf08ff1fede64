import { type Instant, localDateOf, receptionUnder, VIETNAM } from "@motcua/core";
import { isLeft } from "fp-ts/lib/Either.js";
import { BEHAVIOUR } from "../behaviour.js";
import { CENTRE } from "../centre.js";
import type { SimulatedDossier } from "../office.js";
import { dayOf, hoursAfter, withinHours } from "../office-hours.js";
import { resolve } from "./ending.js";
import { assign } from "./processing.js";
import type { Way } from "./way.js";

export const turnAway = ({ office }: Way, dossier: SimulatedDossier, at: Instant): void =>
  office.ask(dossier, { type: "refuseIntake", at, reasons: ["notCompetent"] });

export const submit = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  const { subjectRef, procedure } = dossier;
  office.ask(dossier, {
    type: "submit",
    at,
    subjectRef,
    procedure: procedure.code,
    centre: CENTRE,
    channel: "online",
  });
  // A local rule of many portals: taken in within eight working hours.
  office.plan(hoursAfter(at, 0.2 + 7 * office.random.fraction()), (when) => receive(way, dossier, when));
};

export const receive = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office, cashBook } = way;
  const { procedure, unit, channel, subjectRef } = dossier;
  office.ask(dossier, {
    type: "receive",
    at,
    code: office.codeFor(dossier, at),
    subjectRef,
    centre: CENTRE,
    unit: unit.code,
    channel,
    deliveryMethod: channel === "inPerson" ? "counter" : "postal",
    receivedBy: `${unit.code}/TN-${office.random.between(1, 6)}`,
    ...termsOf(way, procedure.code, at),
    // Given to the one-stop's own staff, who decide while the applicant waits.
    ...(procedure.sameDay && { immediate: true, delegated: true }),
  });
  const method = channel === "online" ? "online" : channel === "postal" ? "postal" : "cash";
  if (procedure.fee !== null) cashBook.charge(dossier, at, procedure.fee, method);
  if (procedure.sameDay) office.plan(sameDayEnd(way, at), (when) => resolve(way, dossier, when));
  else office.plan(forwardedAt(way, dossier, at), (when) => forward(way, dossier, when));
};

/** What the catalogue says of the procedure on that day. */
const termsOf = ({ procedureOf }: Way, code: string, at: Instant) => {
  const date = localDateOf(VIETNAM.zone, at);
  const terms = receptionUnder(procedureOf(code), date);
  if (isLeft(terms)) throw new Error(`${code} is not in force on ${date}`);
  return terms.right;
};

const forward = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  office.ask(dossier, { type: "forward", at, to: dossier.procedure.agency });
  office.plan(hoursAfter(at, 0.5 + 6 * office.random.fraction()), (when) => assign(way, dossier, when));
};

/** Handed over to the agency by the deadline for it, but for a few. */
const forwardedAt = ({ office }: Way, dossier: SimulatedDossier, at: Instant): Instant => {
  const by = dossier.state.handOverBy ?? at;
  if (by <= at) return at;
  if (office.random.chance(BEHAVIOUR.handedOverLate)) return hoursAfter(by, 3);
  const room = by - at;
  return dayOf(by) === dayOf(at)
    ? at + Math.floor((room * office.random.fraction()) / 1000) * 1000
    : withinHours(dayOf(by), office.random, 0, 0.4);
};

const sameDayEnd = ({ office }: Way, at: Instant): Instant =>
  Math.min(hoursAfter(at, 0.3 + 2 * office.random.fraction()), withinHours(dayOf(at), office.random, 0.99, 1));
