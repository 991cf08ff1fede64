import { type Either, left, right } from "fp-ts/lib/Either.js";
import { dueDateOf, isPast, overdueFrom } from "../calendar/due.js";
import type { WorkingCalendar } from "../calendar/working-calendar.js";
import { wasNoticed } from "../deadline/open-deadline.js";
import type { PolicyPack } from "../policy/policy-pack.js";
import type { Instant } from "../time/instant.js";
import { toEpochDay } from "../time/local-date.js";
import type { Due } from "../time/term.js";
import { localDayOf } from "../time/time-zone.js";
import { bindingDue } from "./binding-due.js";
import type { ApologiseAndReschedule, NoteOverdue } from "./command.js";
import type { DossierError } from "./error.js";
import { type DossierEvent, dossierEvent } from "./event.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";
import type { Violation } from "./vocabulary.js";

/** An apology and a new date, together, at most once (NĐ 61/2018, Đ19.9). The promise itself stays on record. */
export const apologiseAndReschedule = (
  { calendar }: Rules,
  policy: PolicyPack,
  { at, reason, to, note }: ApologiseAndReschedule,
  state: DossierState,
): Either<DossierError, ReadonlyArray<DossierEvent>> => {
  const { max } = policy.reschedule;
  const from = bindingDue(calendar, state);
  if (state.reschedules >= max) return left({ code: "AlreadyRescheduled", max, due: state.rescheduledDue });
  if (from !== null && overdueFrom(calendar.zone, to) <= overdueFrom(calendar.zone, from))
    return left({ code: "RescheduledNotLater", due: from, to });
  const violations = from === null ? [] : lateApology(calendar, policy, from, at);
  return right([
    dossierEvent("ApologyIssued", at, { reason, ...(note && { note }), ...(violations.length > 0 && { violations }) }),
    dossierEvent("DueDateRescheduled", at, { from: from ?? to, to, reason }),
  ]);
};

/** The notice that the due date has passed: recorded once for each date, however often it is looked for. */
export const noteOverdue = (
  { calendar }: Rules,
  { at }: NoteOverdue,
  state: DossierState,
): Either<DossierError, ReadonlyArray<DossierEvent>> => {
  const due = bindingDue(calendar, state);
  if (due === null || state.clock?.stopped || !isPast(calendar.zone, due, at)) return left({ code: "NotOverdue", due });
  if (wasNoticed(state.noticed, { ...DOSSIER_OVERDUE, due })) return left({ code: "OverdueAlreadyNoticed", due });
  return right([dossierEvent("DossierOverdue", at, { due, noticedAt: at })]);
};

/** The notice itself, which is told to nobody in particular. */
export const DOSSIER_OVERDUE = { deadline: "dossier", of: null, stage: "overdue", to: null } as const;

/** At latest one day before the term ends. */
const lateApology = (
  { zone }: WorkingCalendar,
  policy: PolicyPack,
  due: Due,
  at: Instant,
): ReadonlyArray<Violation> => {
  const { noticeBefore } = policy.reschedule;
  const daysBefore = toEpochDay(dueDateOf(zone, due)) - localDayOf(zone, at);
  return daysBefore >= noticeBefore
    ? []
    : [{ rule: `${policy.id} D19.9`, detail: `told ${daysBefore} days before, not ${noticeBefore}` }];
};
