import { type Either, isLeft, isRight, left, right } from "fp-ts/lib/Either.js";
import { dueAt, isPast } from "../calendar/due.js";
import { workingDaysBetween } from "../calendar/working-time.js";
import type { PolicyPack, SupplementClock } from "../policy/policy-pack.js";
import type { Instant } from "../time/instant.js";
import type { Due } from "../time/term.js";
import { localDayOf } from "../time/time-zone.js";
import { addWait, type Clock, dueOf, restart, resume } from "./clock.js";
import type { ExpireSupplement, ReceiveSupplement, RequestIntakeSupplement, RequestSupplement } from "./command.js";
import type { DossierError } from "./error.js";
import { type DossierEvent, dossierEvent } from "./event.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";
import type { Violation } from "./vocabulary.js";

/** How often is refused; how late, and past whom, is recorded and flagged. */
export const requestSupplement = (
  rules: Rules,
  policy: PolicyPack,
  command: RequestSupplement,
  state: DossierState,
): Either<DossierError, ReadonlyArray<DossierEvent>> => {
  const { max } = policy.supplement;
  if (askedSoFar(policy, state) >= max)
    return left({ code: "SupplementAlreadyRequested", max, requestedAt: state.supplementRequestedAt });
  const until = waitUntil(rules, policy, command.at);
  if (isLeft(until)) return until;
  const late = lateNotice(rules, policy, state.receivedAt, command.at);
  if (isLeft(late)) return late;
  const violations = [...late.right, ...(command.through === "agency" ? [pastTheOneStop(policy)] : [])];
  return right([
    dossierEvent("SupplementRequested", command.at, {
      items: command.items,
      ...(command.note && { note: command.note }),
      ...(policy.supplement.clock === "extend" && { clock: "runs" as const }),
      ...(until.right && { waitUntil: until.right }),
      ...(violations.length > 0 && { violations }),
    }),
  ]);
};

/** Complete at last: the whole term begins anew, or the wait is added, as the dossier's policy says. */
export const receiveSupplement = (
  rules: Rules,
  policy: PolicyPack,
  { at }: ReceiveSupplement,
  state: DossierState,
): Either<DossierError, ReadonlyArray<DossierEvent>> => {
  const mode = policy.supplement.clock;
  const clock = clockAfter(mode, state, at);
  if (clock === null) return right([dossierEvent("SupplementReceived", at, { clock: mode })]);
  const due = dueOf(rules.calendar)(clock);
  return isLeft(due) ? due : right([dossierEvent("SupplementReceived", at, { clock: mode, due: due.right })]);
};

/** The clock once all has been handed in. */
export const clockAfter = (
  mode: SupplementClock,
  { clock, supplementRequestedAt }: Pick<DossierState, "clock" | "supplementRequestedAt">,
  at: Instant,
): Clock | null => {
  if (clock === null) return null;
  if (mode === "restart") return restart(clock, at);
  // Where it ran on while one waited, the wait is added only now.
  return mode === "extend" && clock.stopped === null && supplementRequestedAt !== null
    ? addWait(clock, supplementRequestedAt, at, "supplement")
    : resume(clock, at);
};

/** What was missing never came. While the applicant still has time, that cannot be said. */
export const expireSupplement = (
  { calendar }: Rules,
  { at, by }: ExpireSupplement,
  { supplementUntil: until }: DossierState,
): Either<DossierError, ReadonlyArray<DossierEvent>> =>
  until !== null && !isPast(calendar.zone, until, at)
    ? left({ code: "SupplementNotExpired", until })
    : right([dossierEvent("SupplementExpired", at, { ...(until && { until }), ...(by && { by }) })]);

/** Before reception, as often as is needed, unless the regime counts it as the one that is allowed. */
export const requestIntakeSupplement = (
  policy: Either<unknown, PolicyPack>,
  { at, items, note }: RequestIntakeSupplement,
  state: DossierState,
): Either<DossierError, ReadonlyArray<DossierEvent>> => {
  if (isRight(policy)) {
    const { countsIntake, max } = policy.right.supplement;
    if (countsIntake && askedSoFar(policy.right, state) >= max)
      return left({ code: "SupplementAlreadyRequested", max, requestedAt: state.supplementRequestedAt });
  }
  return right([dossierEvent("IntakeSupplementRequested", at, { items, ...(note && { note }) })]);
};

const askedSoFar = ({ supplement }: PolicyPack, { supplements, intakeSupplements }: DossierState): number =>
  supplements + (supplement.countsIntake ? intakeSupplements : 0);

/** The days of waiting are counted like those of any term (Civil Code 2015, art. 147-148). */
const waitUntil = ({ calendar }: Rules, { supplement }: PolicyPack, at: Instant): Either<DossierError, Due | null> =>
  supplement.waitDays === null ? right(null) : dueAt(calendar)(at, { unit: "workingDay", amount: supplement.waitDays });

/** NĐ 61/2018, Đ19.4: within three working days from reception. */
const lateNotice = (
  { calendar }: Rules,
  policy: PolicyPack,
  receivedAt: Instant | null,
  at: Instant,
): Either<DossierError, ReadonlyArray<Violation>> => {
  if (receivedAt === null) return right([]);
  const day = (instant: Instant) => localDayOf(calendar.zone, instant);
  const days = workingDaysBetween(calendar)(day(receivedAt), day(at));
  if (isLeft(days)) return days;
  const { noticeWithin } = policy.supplement;
  return right(
    days.right <= noticeWithin
      ? []
      : [{ rule: `${policy.id} D19.4`, detail: `asked on working day ${days.right} of ${noticeWithin}` }],
  );
};

/** NĐ 61/2018, Đ5.1e: an agency does not ask the applicant by itself. */
const pastTheOneStop = (policy: PolicyPack): Violation => ({
  rule: `${policy.id} D5.1e`,
  detail: "asked past the one-stop",
});
