import {
  type DossierState,
  type Due,
  dossierDeadlines,
  type Notice,
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

/** Whether there is still a reason to tell the applicant: it holds, and nobody has. */
export const mayTellApplicant = (
  calendar: WorkingCalendar,
  state: DossierState,
  notice: string,
  ground: string,
  at: number,
): boolean =>
  noticesDue({ calendar }, 0)(state, at).some(
    (pending) => pending.notice === (notice as Notice) && pending.about === ground,
  );

/** Whether what a dossier's warning is about is still to be done, by that date. */
export const isDossierStillDue = (calendar: WorkingCalendar, state: DossierState, ground: string): boolean =>
  isAmong(dossierDeadlines(calendar)(state), ground);

/** The same of a petition. */
export const isPetitionStillDue = (calendar: WorkingCalendar, state: PetitionState, ground: string): boolean =>
  isAmong(petitionDeadlines(calendar)(state), ground);

const isAmong = (open: ReadonlyArray<OpenDeadline<string>>, ground: string): boolean =>
  open.some(({ deadline, of, due }) => deadlineGround(deadline, of, due) === ground);
