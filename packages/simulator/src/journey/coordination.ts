import type { Instant } from "@motcua/core";
import { BEHAVIOUR } from "../behaviour.js";
import type { SimulatedDossier } from "../office.js";
import { dayOf, daysAfter, hoursAfter, withinHours } from "../office-hours.js";
import { planEnd } from "./ending.js";
import type { Way } from "./way.js";

const TAX = "Chi cục Thuế";
const LAND = "Chi nhánh Văn phòng Đăng ký đất đai";

/** So many working days later, within office hours. */
const later = ({ office: { random } }: Way, at: Instant, days: number): Instant =>
  withinHours(daysAfter(dayOf(at), days), random);

/** Several agencies: electronically all have it at once, on paper one after the other; the lead ends it. */
export const interlink = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  const lead = dossier.state.agency ?? dossier.procedure.agency;
  const other = lead === TAX ? LAND : TAX;
  const route = dossier.channel === "online" ? "electronic" : "paper";
  office.ask(dossier, {
    type: "openSubTasks",
    at,
    route,
    lead,
    agencies: [
      { agency: lead, term: { unit: "workingDay", amount: 2 } },
      { agency: other, term: { unit: "workingDay", amount: 3 } },
    ],
  });
  const done = later(way, at, office.random.between(1, 2));
  if (route === "electronic") fanOut(way, dossier, lead, other, done);
  else office.plan(done, (when) => passOn(way, dossier, lead, other, when));
};

const fanOut = (way: Way, dossier: SimulatedDossier, lead: string, other: string, done: Instant): void => {
  const { office } = way;
  const complete = (agency: string, at: Instant) => {
    office.ask(dossier, { type: "completeSubTask", at, agency });
    if (dossier.state.subTasks.every(({ completedAt }) => completedAt !== null)) planEnd(way, dossier, at);
  };
  office.plan(done, (at) => complete(lead, at));
  office.plan(later(way, done, partOfOther(way) - 1), (at) => complete(other, at));
};

const passOn = (way: Way, dossier: SimulatedDossier, lead: string, other: string, at: Instant): void => {
  const { office } = way;
  office.ask(dossier, { type: "completeSubTask", at, agency: lead });
  office.plan(hoursAfter(at, 0.5), (when) => {
    office.ask(dossier, { type: "transfer", at: when, to: other });
    office.plan(later(way, when, partOfOther(way)), (then) => {
      office.ask(dossier, { type: "completeSubTask", at: then, agency: other });
      office.plan(hoursAfter(then, 0.5), (back) => {
        office.ask(dossier, { type: "transfer", at: back, to: lead });
        planEnd(way, dossier, back);
      });
    });
  });
};

/** Working days that the coordinating agency takes of its three, or more. */
const partOfOther = ({ office: { random } }: Way): number =>
  random.chance(BEHAVIOUR.partLate) ? random.between(4, 6) : random.between(1, 3);

/** Another agency is asked for its opinion; where it is late the head of the one-stop is told. */
export const askOpinion = (way: Way, dossier: SimulatedDossier, at: Instant): void => {
  const { office } = way;
  const opinion = "opinion-1";
  office.ask(dossier, {
    type: "requestOpinion",
    at,
    opinion,
    agency: office.random.pick(["Phòng Quản lý đô thị", "Phòng Tài nguyên và Môi trường", TAX]),
    content: "plannedUse",
    term: { unit: "workingDay", amount: 3 },
  });
  const late = office.random.chance(BEHAVIOUR.partLate);
  if (late)
    office.plan(withinHours(daysAfter(dayOf(at), 4), office.random, 0, 0.05), (when) =>
      office.ask(dossier, { type: "reportOpinionOverdue", at: when, opinion }),
    );
  office.plan(later(way, at, late ? office.random.between(5, 7) : office.random.between(1, 3)), (when) => {
    office.ask(dossier, { type: "recordOpinion", at: when, opinion });
    planEnd(way, dossier, when);
  });
};
