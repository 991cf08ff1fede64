import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { dueAt } from "../calendar/due.js";
import type { CalendarYearMissing, WorkingCalendar } from "../calendar/working-calendar.js";
import { addWorkingDays } from "../calendar/working-time.js";
import { type PolicyPack, policyOn } from "../policy/policy-pack.js";
import { type Instant, MINUTE } from "../time/instant.js";
import { termRefused } from "../time/term-refused.js";
import { instantAt, localDateOf, localDayOf, timeOfDay } from "../time/time-zone.js";
import type { Receive } from "./command.js";
import type { DossierError } from "./error.js";
import { type DossierEvent, type DossierEventData, dossierEvent } from "./event.js";
import type { Rules } from "./rules.js";

/**
 * Reception starts the clock and promises a date: from the announced term where there is one, else from the law's.
 * Everything the promise was made from is recorded with it.
 */
export const receive = (rules: Rules, command: Receive): Either<DossierError, ReadonlyArray<DossierEvent>> => {
  const { type: _, at, by, committedTerm, legalTerm, ...facts } = command;
  const { calendar } = rules;
  const refused = termRefused(calendar.index.dayLength, legalTerm, committedTerm);
  if (refused !== undefined) return left(refused);
  const policy = policyOn(rules.policies, localDateOf(calendar.zone, at));
  if (isLeft(policy)) return policy;
  const promisedDue = dueAt(calendar)(at, committedTerm ?? legalTerm);
  if (isLeft(promisedDue)) return promisedDue;
  const deadline = handOverBy(calendar, policy.right, command.channel, at);
  if (isLeft(deadline)) return deadline;
  return right([
    dossierEvent("DossierReceived", at, {
      ...facts,
      ...(by && facts.receivedBy === undefined && { receivedBy: by.id }),
      legalTerm,
      ...(committedTerm && { committedTerm }),
      promisedDue: promisedDue.right,
      handOverBy: deadline.right,
      calendar: { id: calendar.id, version: calendar.version },
      policy: policy.right.id,
    }),
  ]);
};

/**
 * Where the procedure gives its result at once no appointment receipt is needed, but all is recorded as ever
 * (NĐ 61/2018, Đ17.4): one is written if it was asked for.
 */
export const needsAppointmentReceipt = ({
  immediate = false,
  receiptAskedFor = false,
}: Pick<DossierEventData<"DossierReceived">, "immediate" | "receiptAskedFor">): boolean =>
  !immediate || receiptAskedFor;

/**
 * Until when a dossier must be handed over to the agency that decides it (NĐ 61/2018, Đ18.1-2): the same working day;
 * the next one where it came in after 15:00; at once where it came in online.
 */
export const handOverBy = (
  calendar: WorkingCalendar,
  policy: PolicyPack,
  channel: Receive["channel"],
  receivedAt: Instant,
): Either<CalendarYearMissing, Instant> => {
  if (channel === "online") return right(receivedAt);
  const { zone, sessions } = calendar;
  const day = localDayOf(zone, receivedAt);
  const late = timeOfDay(zone, receivedAt) > policy.handOverCutoff * MINUTE;
  const lastDay = addWorkingDays(calendar)(day, late ? 1 : 0);
  if (isLeft(lastDay)) return lastDay;
  return right(instantAt(zone, lastDay.right, (sessions.at(-1)?.to ?? 24 * 60) * MINUTE));
};
