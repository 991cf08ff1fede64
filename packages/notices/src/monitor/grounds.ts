import {
  type DossierState,
  type Due,
  dossierDeadlines,
  isPast,
  noticesDue,
  type OpenDeadline,
  type PetitionState,
  petitionDeadlines,
  type WorkingCalendar,
} from "@motcua/core";
import { dueWord } from "./wanted.js";

/** What a warning is about: the date of something that is still to be done. */
export const deadlineGround = (deadline: string, of: string | null | undefined, due: Due): string =>
  [deadline, of ?? "", dueWord(due)].join("/");

/** What a message says, and why; and when that is to be so. */
export interface Said {
  readonly template: string;
  readonly ground: string;
  readonly at: number;
}

/** Whether there is still a reason to tell the applicant: it holds, and nobody has. */
export const mayTellApplicant = (
  calendar: WorkingCalendar,
  state: DossierState,
  { template, ground, at }: Said,
): boolean =>
  noticesDue({ calendar }, 0)(state, at).some(({ notice, about }) => notice === template && about === ground);

/** Whether what a dossier's warning is about is still to be done by that date, and the date as near or as past as it says. */
export const isDossierStillDue = (calendar: WorkingCalendar, state: DossierState, said: Said): boolean =>
  isAmong(calendar, dossierDeadlines(calendar)(state), said);

/** The same of a petition. */
export const isPetitionStillDue = (calendar: WorkingCalendar, state: PetitionState, said: Said): boolean =>
  isAmong(calendar, petitionDeadlines(calendar)(state), said);

const isAmong = (
  { zone }: WorkingCalendar,
  open: ReadonlyArray<OpenDeadline<string>>,
  { template, ground, at }: Said,
): boolean =>
  open.some(
    ({ deadline, of, due }) =>
      deadlineGround(deadline, of, due) === ground && !(template.endsWith(".dueSoon") && isPast(zone, due, at)),
  );
