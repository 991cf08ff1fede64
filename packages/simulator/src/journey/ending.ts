import {
  type Due,
  type EpochDay,
  fromEpochDay,
  HOUR,
  type Instant,
  MINUTE,
  noticesDue,
  toEpochDay,
  VIETNAM,
} from "@motcua/core";
import { BEHAVIOUR } from "../behaviour.js";
import type { SimulatedDossier } from "../office.js";
import { dayOf, daysAfter, hoursAfter, withinHours } from "../office-hours.js";
import type { Way } from "./way.js";

/** When the agency decides: early, on the last day, or late, with an apology in time or without. */
export const planEnd = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  const { random } = office;
  const { due } = dossier.state;
  if (due === null || due.kind !== "date") return;
  const today = dayOf(at);
  const dueDay = toEpochDay(due.date);
  const atEarliest = hoursAfter(at, 1);
  if (random.chance(BEHAVIOUR.late)) {
    const end = withinHours(daysAfter(dueDay, 1 + Math.min(20, Math.floor(random.exponential(3)))), random, 0.2, 0.75);
    if (random.chance(BEHAVIOUR.apology) && dueDay - 1 > dayOf(atEarliest))
      office.plan(Math.max(atEarliest, withinHours(daysAfter(dueDay - 4, 0), random)), (when) =>
        apologise(way, dossier, when),
      );
    office.plan(morningAfter(way, dueDay), (when) => noteOverdue(way, dossier, when));
    office.plan(Math.max(end, atEarliest), (when) => approve(way, dossier, when));
    return;
  }
  const room = dueDay - today;
  const day = room > 1 && random.chance(BEHAVIOUR.early) ? daysAfter(today + random.between(0, room - 2), 1) : dueDay;
  const end = Math.max(withinHours(Math.min(day, dueDay), random, 0, 0.75), atEarliest);
  office.plan(end, (when) => approve(way, dossier, when));
};

const dateDue = (day: EpochDay): Due => ({ kind: "date", date: fromEpochDay(day) });

/** Early on the working day after, when somebody looks at what has fallen due. */
const morningAfter = ({ office }: Way, day: EpochDay): Instant =>
  withinHours(daysAfter(day, 1), office.random, 0, 0.05);

const apologise = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  const { due } = dossier.state;
  if (due === null || due.kind !== "date") return;
  const date = daysAfter(toEpochDay(due.date), 3 + office.random.between(0, 4));
  office.ask(dossier, { type: "apologiseAndReschedule", at, reason: "workload", to: dateDue(date) });
  tell(way, dossier, at + MINUTE);
};

const noteOverdue = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  const { rescheduledDue: due } = dossier.state;
  if (dossier.state.resolved !== null) return;
  if (due === null || due.kind !== "date" || toEpochDay(due.date) < dayOf(at))
    office.ask(dossier, { type: "noteOverdue", at });
  else office.plan(morningAfter(way, toEpochDay(due.date)), (when) => noteOverdue(way, dossier, when));
};

/** The handler's draft goes to a leader of the agency; the decision is out within two hours. */
const approve = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  const id = `${dossier.state.agency}/LD-${office.random.between(1, 3)}`;
  office.ask(dossier, { type: "approve", at, by: { role: "approver", id } });
  office.plan(at + office.random.between(10, 110) * MINUTE, (when) => resolve(way, dossier, when));
};

export const resolve = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  const refused = office.random.chance(BEHAVIOUR.refused);
  office.ask(
    dossier,
    refused
      ? { type: "resolve", at, outcome: "refused", reasons: ["conditionsNotMet"] }
      : { type: "resolve", at, outcome: "granted" },
  );
  if (dossier.procedure.sameDay) {
    office.plan(hoursAfter(at, 0.1), (when) => giveBack(way, dossier, when));
    return;
  }
  office.plan(hoursAfter(at, 0.3), (when) => comeBack(way, dossier, when));
};

/** The result is at the one-stop again, and the applicant is told. */
const comeBack = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  office.ask(dossier, { type: "handOverResult", at });
  tell(way, dossier, at + MINUTE);
  if (office.random.chance(BEHAVIOUR.redated)) putRight(way, dossier, at + 2 * MINUTE);
  if (office.random.chance(BEHAVIOUR.lost)) lose(way, dossier, at + 2 * MINUTE);
  const wait = 0.5 + office.random.exponential(6);
  office.plan(hoursAfter(at, Math.min(wait, 40)), (when) => giveBack(way, dossier, when));
};

/** The first thing that the applicant is to be told and has not been told yet, by SMS. */
const tell = ({ office }: Way, dossier: SimulatedDossier, at: Instant): void => {
  const [pending] = noticesDue({ calendar: VIETNAM }, 0)(dossier.state, at);
  if (pending !== undefined)
    office.ask(dossier, { type: "notifyApplicant", at, notice: pending.notice, channel: "sms" });
};

/** It came in an hour earlier than was written down. */
const putRight = ({ office }: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { receivedAt } = dossier.state;
  if (receivedAt === null) return;
  office.ask(dossier, {
    type: "correctFact",
    at,
    correction: { field: "receivedAt", from: receivedAt, to: receivedAt - HOUR },
    reason: "wrongClock",
    basis: "mô phỏng",
    by: { role: "receptionOfficer", id: "TN-1" },
    approvedBy: { role: "headOfCentre", id: "GD-1" },
  });
};

const lose = ({ office }: Way, dossier: SimulatedDossier, at: Instant): void =>
  office.ask(dossier, {
    ...{ type: "reportLoss", at, damage: "lost", items: ["application"] },
    ...{ reason: "notFound", remedy: "madeAgain" },
  });

const giveBack = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  const method = dossier.channel === "inPerson" ? "counter" : "postal";
  office.ask(dossier, { type: "returnResult", at, method, unit: dossier.unit.code });
  if (office.random.chance(BEHAVIOUR.rated)) office.plan(at + MINUTE, (when) => rate(way, dossier, when));
};

const rate = ({ office }: Way, dossier: SimulatedDossier, at: Instant): void => {
  const score = office.random.chance(BEHAVIOUR.satisfied) ? office.random.between(4, 5) : office.random.between(1, 3);
  office.ask(dossier, { type: "rateSatisfaction", at, score, scale: 5, aspect: "staffAttitude" });
};
