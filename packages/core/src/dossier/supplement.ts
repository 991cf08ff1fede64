import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { workingDaysBetween } from "../calendar/working-time.js";
import type { PolicyPack } from "../policy/policy-pack.js";
import type { Instant } from "../time/instant.js";
import { localDayOf } from "../time/time-zone.js";
import { dueOf, restart, resume } from "./clock.js";
import type { ReceiveSupplement, RequestSupplement } from "./command.js";
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
  if (state.supplements >= max)
    return left({ code: "SupplementAlreadyRequested", max, requestedAt: state.supplementRequestedAt });
  const late = lateNotice(rules, policy, state.receivedAt, command.at);
  if (isLeft(late)) return late;
  const violations = [...late.right, ...(command.through === "agency" ? [pastTheOneStop(policy)] : [])];
  return right([
    dossierEvent("SupplementRequested", command.at, {
      items: command.items,
      ...(command.note && { note: command.note }),
      ...(violations.length > 0 && { violations }),
    }),
  ]);
};

/** Complete at last: the whole term begins anew, or the wait is added, as the dossier's policy says. */
export const receiveSupplement = (
  rules: Rules,
  policy: PolicyPack,
  { at }: ReceiveSupplement,
  { clock }: DossierState,
): Either<DossierError, ReadonlyArray<DossierEvent>> => {
  const mode = policy.supplement.clock;
  if (clock === null) return right([dossierEvent("SupplementReceived", at, { clock: mode })]);
  const due = dueOf(rules.calendar)(mode === "restart" ? restart(clock, at) : resume(clock, at));
  return isLeft(due) ? due : right([dossierEvent("SupplementReceived", at, { clock: mode, due: due.right })]);
};

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
