import { type Due, type EpochDay, fromEpochDay, type Instant, MINUTE, toEpochDay } from "@motcua/core";
import { BEHAVIOUR } from "./behaviour.js";
import type { Office, SimulatedDossier } from "./office.js";
import { dayOf, daysAfter, hoursAfter, withinHours } from "./office-hours.js";

export type Step =
  | "turnAway"
  | "submit"
  | "receive"
  | "forward"
  | "assign"
  | "transfer"
  | "takeOver"
  | "askSupplement"
  | "getSupplement"
  | "giveUpSupplement"
  | "notifyObligation"
  | "settleObligation"
  | "withdraw"
  | "apologise"
  | "noteOverdue"
  | "approve"
  | "resolve"
  | "giveBack"
  | "rate";

type Play = (office: Office<Step>, dossier: SimulatedDossier, at: Instant) => void;

/** What happens at each step of a dossier's way, and what is planned from there. */
export const journey: Readonly<Record<Step, Play>> = {
  turnAway: (office, dossier, at) => office.ask(dossier, { type: "refuseIntake", at, reasons: ["notCompetent"] }),

  submit: (office, dossier, at) => {
    const { subjectRef, procedure } = dossier;
    office.ask(dossier, {
      type: "submit",
      at,
      subjectRef,
      procedure: procedure.ref.code,
      centre: CENTRE,
      channel: "online",
    });
    // A local rule of many portals: taken in within eight working hours.
    office.plan({ at: hoursAfter(at, 0.2 + 7 * office.random.fraction()), step: "receive", dossier });
  },

  receive: (office, dossier, at) => {
    const { procedure, unit, channel, subjectRef } = dossier;
    office.ask(dossier, {
      type: "receive",
      at,
      code: office.codeFor(dossier, at),
      subjectRef,
      centre: CENTRE,
      unit: unit.code,
      agency: procedure.agency,
      procedure: procedure.ref,
      channel,
      deliveryMethod: channel === "inPerson" ? "counter" : "postal",
      receivedBy: `${unit.code}/TN-${office.random.between(1, 6)}`,
      legalTerm: procedure.legalTerm,
      ...(procedure.committedTerm && { committedTerm: procedure.committedTerm }),
    });
    if (procedure.sameDay) return office.plan({ at: sameDayEnd(office, at), step: "resolve", dossier });
    office.plan({ at: forwardedAt(office, dossier, at), step: "forward", dossier });
  },

  forward: (office, dossier, at) => {
    office.ask(dossier, { type: "forward", at, to: dossier.procedure.agency });
    office.plan({ at: hoursAfter(at, 0.5 + 6 * office.random.fraction()), step: "assign", dossier });
  },

  assign: (office, dossier, at) => {
    const { random } = office;
    office.ask(dossier, { type: "assignHandler", at, handler: handlerOf(office, dossier) });
    const soon = (days: number) => withinHours(daysAfter(dayOf(at), days), random);
    if (random.chance(BEHAVIOUR.withdrawn)) office.plan({ at: soon(1), step: "withdraw", dossier });
    else if (random.chance(BEHAVIOUR.supplementAsked))
      office.plan({
        at: soon(random.chance(BEHAVIOUR.supplementAskedLate) ? random.between(4, 6) : 1),
        step: "askSupplement",
        dossier,
      });
    else if (dossier.procedure.obligation && random.chance(BEHAVIOUR.obligation))
      office.plan({ at: soon(random.between(1, 3)), step: "notifyObligation", dossier });
    else if (random.chance(BEHAVIOUR.transferred)) office.plan({ at: soon(1), step: "transfer", dossier });
    else planEnd(office, dossier, at);
  },

  transfer: (office, dossier, at) => {
    const to = office.random.pick(["Phòng Tài nguyên và Môi trường", "Phòng Quản lý đô thị", "Phòng Tư pháp"]);
    office.ask(dossier, { type: "transfer", at, to });
    office.plan({ at: hoursAfter(at, 2), step: "takeOver", dossier });
  },

  takeOver: (office, dossier, at) => {
    office.ask(dossier, { type: "assignHandler", at, handler: handlerOf(office, dossier) });
    planEnd(office, dossier, at);
  },

  askSupplement: (office, dossier, at) => {
    office.ask(dossier, { type: "requestSupplement", at, items: ["missingDocument"], through: "oneStop" });
    const never = office.random.chance(BEHAVIOUR.supplementNever);
    const wait = never ? 30 : 1 + Math.min(25, Math.floor(office.random.exponential(4)));
    office.plan({
      at: withinHours(daysAfter(dayOf(at), wait), office.random),
      step: never ? "giveUpSupplement" : "getSupplement",
      dossier,
    });
  },

  getSupplement: (office, dossier, at) => {
    office.ask(dossier, { type: "receiveSupplement", at });
    planEnd(office, dossier, at);
  },

  giveUpSupplement: (office, dossier, at) => office.ask(dossier, { type: "expireSupplement", at }),

  notifyObligation: (office, dossier, at) => {
    const tax = office.random.chance(0.6);
    office.ask(dossier, {
      type: "notifyObligation",
      at,
      amounts: [
        { kind: "fee", minor: 5_000 * office.random.between(2, 60), currency: "VND" },
        ...(tax ? [{ kind: "tax" as const, minor: 10_000 * office.random.between(20, 900), currency: "VND" }] : []),
      ],
    });
    const wait = 1 + Math.min(10, Math.floor(office.random.exponential(2)));
    office.plan({ at: withinHours(daysAfter(dayOf(at), wait), office.random), step: "settleObligation", dossier });
  },

  settleObligation: (office, dossier, at) => {
    office.ask(dossier, { type: "settleObligation", at, receipt: `BL-${office.random.between(100_000, 999_999)}` });
    planEnd(office, dossier, at);
  },

  withdraw: (office, dossier, at) => office.ask(dossier, { type: "withdraw", at, reason: "applicant" }),

  apologise: (office, dossier, at) => {
    const { due } = dossier.state;
    if (due === null || due.kind !== "date") return;
    const date = daysAfter(toEpochDay(due.date), 3 + office.random.between(0, 4));
    office.ask(dossier, { type: "apologiseAndReschedule", at, reason: "workload", to: dateDue(date) });
  },

  noteOverdue: (office, dossier, at) => {
    const { rescheduledDue: due } = dossier.state;
    if (dossier.state.resolved !== null) return;
    if (due === null || due.kind !== "date" || toEpochDay(due.date) < dayOf(at))
      office.ask(dossier, { type: "noteOverdue", at });
    else office.plan({ at: morningAfter(office, toEpochDay(due.date)), step: "noteOverdue", dossier });
  },

  // The handler's draft goes to a leader of the agency, who decides within two hours.
  approve: (office, dossier, at) => {
    const leader = `${dossier.state.agency}/LD-${office.random.between(1, 3)}`;
    office.ask(dossier, { type: "assignHandler", at, handler: leader });
    office.plan({ at: at + office.random.between(10, 110) * 60_000, step: "resolve", dossier });
  },

  resolve: (office, dossier, at) => {
    const refused = office.random.chance(0.02);
    office.ask(
      dossier,
      refused
        ? { type: "resolve", at, outcome: "refused", reasons: ["conditionsNotMet"] }
        : { type: "resolve", at, outcome: "granted" },
    );
    const wait = dossier.procedure.sameDay ? 0.1 : 0.5 + office.random.exponential(6);
    office.plan({ at: hoursAfter(at, Math.min(wait, 40)), step: "giveBack", dossier });
  },

  giveBack: (office, dossier, at) => {
    const method = dossier.state.status === "resolved" && dossier.channel === "inPerson" ? "counter" : "postal";
    office.ask(dossier, { type: "returnResult", at, method, unit: dossier.unit.code });
    if (office.random.chance(BEHAVIOUR.rated)) office.plan({ at: at + MINUTE, step: "rate", dossier });
  },

  rate: (office, dossier, at) => {
    const score = office.random.chance(BEHAVIOUR.satisfied) ? office.random.between(4, 5) : office.random.between(1, 3);
    office.ask(dossier, { type: "rateSatisfaction", at, score, scale: 5, aspect: "staffAttitude" });
  },
};

const CENTRE = "H05.22";

const dateDue = (day: EpochDay): Due => ({ kind: "date", date: fromEpochDay(day) });

/** Early on the working day after, when somebody looks at what has fallen due. */
const morningAfter = ({ random }: Office<Step>, day: EpochDay): Instant =>
  withinHours(daysAfter(day, 1), random, 0, 0.05);

/** On the same day before five, or in the morning of the next where it came in after three. */
const forwardedAt = (office: Office<Step>, dossier: SimulatedDossier, at: Instant): Instant => {
  const by = dossier.state.handOverBy ?? at;
  if (by <= at) return at;
  if (office.random.chance(0.01)) return hoursAfter(by, 3);
  const room = by - at;
  return dayOf(by) === dayOf(at)
    ? at + Math.floor((room * office.random.fraction()) / 1000) * 1000
    : withinHours(dayOf(by), office.random, 0, 0.4);
};

const sameDayEnd = (office: Office<Step>, at: Instant): Instant =>
  Math.min(hoursAfter(at, 0.3 + 2 * office.random.fraction()), withinHours(dayOf(at), office.random, 0.99, 1));

const handlerOf = ({ random }: Office<Step>, { procedure, state }: SimulatedDossier): string =>
  `${state.agency ?? procedure.agency}/CV-${random.between(1, 8)}`;

/** When the agency decides: early, on the last day, or late, with an apology in time or without. */
const planEnd = (office: Office<Step>, dossier: SimulatedDossier, at: Instant): void => {
  const { random } = office;
  const { due } = dossier.state;
  if (due === null || due.kind !== "date") return;
  const today = dayOf(at);
  const dueDay = toEpochDay(due.date);
  const atEarliest = hoursAfter(at, 1);
  if (random.chance(BEHAVIOUR.late)) {
    const end = withinHours(daysAfter(dueDay, 1 + Math.min(20, Math.floor(random.exponential(3)))), random, 0.2, 0.75);
    if (random.chance(BEHAVIOUR.apology) && dueDay - 1 > dayOf(atEarliest))
      office.plan({
        at: Math.max(atEarliest, withinHours(daysAfter(dueDay - 4, 0), random)),
        step: "apologise",
        dossier,
      });
    office.plan({ at: morningAfter(office, dueDay), step: "noteOverdue", dossier });
    office.plan({ at: Math.max(end, atEarliest), step: "approve", dossier });
    return;
  }
  const room = dueDay - today;
  const day = room > 1 && random.chance(BEHAVIOUR.early) ? daysAfter(today + random.between(0, room - 2), 1) : dueDay;
  const end = Math.max(withinHours(Math.min(day, dueDay), random, 0, 0.75), atEarliest);
  office.plan({ at: end, step: "approve", dossier });
};
