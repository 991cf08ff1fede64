import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { dueAt, isPast } from "../calendar/due.js";
import type { CalendarYearMissing } from "../calendar/working-calendar.js";
import type { Instant } from "../time/instant.js";
import type { Term } from "../time/term.js";
import { termRefused } from "../time/term-refused.js";
import { breach, flags } from "./breach.js";
import type { CompleteSubTask, OpenSubTasks } from "./coordination-command.js";
import type { DossierError, RouteRefused } from "./error.js";
import { type DossierEvent, type DossierEventOf, dossierEvent } from "./event.js";
import { onwardBy } from "./onward.js";
import type { Rules } from "./rules.js";
import type { DossierState, SubTask } from "./state.js";

type Decision = Either<DossierError, ReadonlyArray<DossierEvent>>;

/**
 * Several agencies, one dossier (NĐ 61/2018, Đ19.6): electronically all have it at once, on paper one after the other in
 * the order set. Each has its own term from the day on which the dossier is with it, apart from that of the dossier.
 */
export const openSubTasks = (
  rules: Rules,
  { at, by, route, lead, agencies }: OpenSubTasks,
  state: DossierState,
): Decision => {
  const open = state.subTasks.filter(({ completedAt }) => completedAt === null);
  if (open.length > 0) return left({ code: "SubTasksStillOpen", agencies: open.map(({ agency }) => agency) });
  const refused = routeRefused(
    lead,
    agencies.map(({ agency }) => agency),
  );
  if (refused !== undefined) return left(refused);
  for (const { term } of agencies) {
    const wrong = termRefused(rules.calendar.index.dayLength, term, undefined);
    if (wrong !== undefined) return left(wrong);
  }
  const events: DossierEvent[] = [
    dossierEvent("InterlinkedRouteSet", at, { route, lead, agencies, ...(by && { by }) }),
  ];
  const first = route === "electronic" ? agencies : agencies.slice(0, 1).filter(({ agency }) => isWith(state, agency));
  for (const { agency, term } of first) {
    const opened = opening(rules, lead, agency, term, at);
    if (isLeft(opened)) return opened;
    events.push(opened.right);
  }
  return right(events);
};

/** An agency's lateness is its own: the dossier may still be on time. On paper the dossier then has to go on (Đ18.3). */
export const completeSubTask = (rules: Rules, { at, by, agency }: CompleteSubTask, state: DossierState): Decision => {
  const { calendar } = rules;
  const task = state.subTasks.find((candidate) => candidate.agency === agency && isOpen(candidate));
  if (task === undefined || task.due === null) return left({ code: "SubTaskNotOpen", agency });
  const goesOn = hasToGoOn(state) ? onwardBy(rules, state, at) : right(null);
  if (isLeft(goesOn)) return goesOn;
  const late = isPast(calendar.zone, task.due, at);
  return right([
    dossierEvent("SubTaskCompleted", at, {
      agency,
      ...(goesOn.right !== null && { handOverBy: goesOn.right }),
      ...(by && { by }),
      ...flags(late ? breach(state, "D19.6", `${agency} after its own due date`) : []),
    }),
  ]);
};

/** To whom a paper dossier goes next: the next agency in the order set, after the last one the lead. */
export const nextOnPaper = ({ route, subTasks, agency }: DossierState): string | null => {
  if (route?.route !== "paper" || subTasks.some(isOpen)) return null;
  const next = subTasks.find(({ due }) => due === null)?.agency;
  return next ?? (agency === route.lead ? null : route.lead);
};

/** Arriving at an agency whose turn it is, the dossier opens that agency's part. */
export const arrival = (
  rules: Rules,
  state: DossierState,
  agency: string,
  at: Instant,
): Either<CalendarYearMissing, ReadonlyArray<DossierEvent>> => {
  const task = state.subTasks.find((candidate) => candidate.agency === agency && candidate.due === null);
  if (state.route?.route !== "paper" || task === undefined || task.term === null) return right([]);
  const opened = opening(rules, state.route.lead, agency, task.term, at);
  return isLeft(opened) ? opened : right([opened.right]);
};

/** On paper it does, unless this was the last part and the dossier is with the lead. */
const hasToGoOn = ({ route, subTasks, agency }: DossierState): boolean =>
  route?.route === "paper" && !(agency === route.lead && subTasks.every(({ due }) => due !== null));

const isOpen = ({ due, completedAt }: SubTask): boolean => due !== null && completedAt === null;

const isWith = ({ holder, agency }: DossierState, name: string): boolean => holder === name && agency === name;

const opening = (
  { calendar }: Rules,
  lead: string,
  agency: string,
  term: Term,
  at: Instant,
): Either<CalendarYearMissing, DossierEventOf<"SubTaskOpened">> => {
  const due = dueAt(calendar)(at, term);
  if (isLeft(due)) return due;
  return right(dossierEvent("SubTaskOpened", at, { agency, due: due.right, ...(agency === lead && { lead: true }) }));
};

const routeRefused = (lead: string, agencies: ReadonlyArray<string>): RouteRefused | undefined => {
  if (agencies.length < 2) return { code: "RouteRefused", detail: "tooFew" };
  if (new Set(agencies).size < agencies.length) return { code: "RouteRefused", detail: "agencyTwice" };
  return agencies.includes(lead) ? undefined : { code: "RouteRefused", detail: "leadMissing" };
};
