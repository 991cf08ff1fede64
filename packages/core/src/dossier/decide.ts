import { chain, type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import { isPast } from "../calendar/due.js";
import { isPayable } from "../money/amount.js";
import type { PolicyPack } from "../policy/policy-pack.js";
import type { Instant } from "../time/instant.js";
import { InstantCodec } from "../time/term.js";
import { localDayOf } from "../time/time-zone.js";
import { breach, flags } from "./breach.js";
import { assessCharge, collectPayment, refundPayment, voidReceipt } from "./charges.js";
import { dueOf, resume } from "./clock.js";
import type { DossierCommand, Resolve, ReturnResult } from "./command.js";
import { coordinate } from "./coordination.js";
import { checkDuties } from "./duties.js";
import type { DossierError } from "./error.js";
import { type DossierEvent, type DossierEventData, type DossierEventType, dossierEvent } from "./event.js";
import { forward, transfer } from "./hand-over.js";
import { assignHandler } from "./handler.js";
import { noteDeadline } from "./note-deadline.js";
import { policyOf } from "./policy-of.js";
import { checkPossible } from "./possible.js";
import { receive } from "./reception.js";
import { redress } from "./redress.js";
import { apologiseAndReschedule, noteOverdue } from "./reschedule.js";
import type { Actor } from "./role.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";
import { expireSupplement, receiveSupplement, requestIntakeSupplement, requestSupplement } from "./supplement.js";

type Decision = Either<DossierError, ReadonlyArray<DossierEvent>>;

/**
 * What a command makes happen, or why it may not.
 *
 * Refused is what the law forbids to be done at all, and what has no meaning where the dossier stands. Lateness is
 * recorded and flagged: it has happened.
 */
export const decide =
  (rules: Rules) =>
  (command: DossierCommand, state: DossierState): Decision => {
    const possible = checkPossible(command, state);
    if (isLeft(possible)) return possible;
    if (!InstantCodec.is(command.at)) return left({ code: "InstantRefused", at: command.at });
    const separate = checkDuties(rules, command, state);
    return isLeft(separate) ? separate : decidePossible(rules, command, state);
  };

const decidePossible = (rules: Rules, command: DossierCommand, state: DossierState): Decision => {
  const under = (decision: (policy: PolicyPack) => Decision) =>
    pipe(policyOf(rules, state, command.at), chain(decision));
  switch (command.type) {
    case "submit":
      return happens("DossierSubmitted", command);
    case "requestIntakeSupplement":
      return requestIntakeSupplement(policyOf(rules, state, command.at), command, state);
    case "refuseIntake":
      return command.reasons.length === 0 ? left({ code: "ReasonsMissing" }) : happens("IntakeRefused", command);
    case "receive":
      return receive(rules, command);
    case "forward":
      return forward(rules, command, state);
    case "transfer":
      return transfer(rules, command, state);
    case "assignHandler":
      return assignHandler(rules, command, state);
    case "requestSupplement":
      return under((policy) => requestSupplement(rules, policy, command, state));
    case "receiveSupplement":
      return under((policy) => receiveSupplement(rules, policy, command, state));
    case "expireSupplement":
      return expireSupplement(rules, command, state);
    case "notifyObligation":
      return command.amounts.length > 0 && command.amounts.every(isPayable)
        ? happens("FinancialObligationNotified", command)
        : left({ code: "AmountRefused" });
    case "settleObligation":
      return runsOn(rules, state, command.at, (due) =>
        dossierEvent("FinancialObligationSettled", command.at, {
          ...(command.receipt && { receipt: command.receipt }),
          ...due,
        }),
      );
    case "withdraw":
      return happens("DossierWithdrawn", command);
    case "stop":
      return happens("ProcessingStopped", command);
    case "resume":
      return runsOn(rules, state, command.at, (due) => dossierEvent("ProcessingResumed", command.at, due));
    case "resolve":
      return resolve(rules, command, state);
    case "noteOverdue":
      return noteOverdue(rules, command, state);
    case "noteDeadline":
      return noteDeadline(rules, command, state);
    case "apologiseAndReschedule":
      return under((policy) => apologiseAndReschedule(rules, policy, command, state));
    case "returnResult":
      return returnResult(command, state);
    case "rateSatisfaction": {
      const { score, scale } = command;
      const inScale = Number.isInteger(score) && Number.isInteger(scale) && score >= 1 && score <= scale && scale >= 2;
      return inScale ? happens("SatisfactionRated", command) : left({ code: "RatingOutOfScale", score, scale });
    }
    case "assessCharge":
      return assessCharge(command, state);
    case "collectPayment":
      return collectPayment(command, state);
    case "refundPayment":
      return refundPayment(command, state);
    case "voidReceipt":
      return voidReceipt(command, state);
    case "recordVerification":
    case "requestOpinion":
    case "recordOpinion":
    case "reportOpinionOverdue":
    case "openSubTasks":
    case "completeSubTask":
    case "approve":
    case "handOverResult":
    case "urgeAgency":
    case "attachVoucher":
      return coordinate(rules, command, state);
    case "notifyApplicant":
    case "correctResult":
    case "reportLoss":
    case "returnOriginals":
    case "correctFact":
    case "extendDeadline":
      return redress(rules, command, state);
  }
};

const one = (event: DossierEvent): Decision => right([event]);

/** For commands whose fields are the data of the event. */
const happens = <Type extends DossierEventType>(
  type: Type,
  {
    type: _,
    at,
    by: __,
    ...data
  }: { readonly type: string; readonly at: Instant; readonly by?: Actor } & DossierEventData<Type>,
): Decision => right([{ type, occurredAt: at, data } as DossierEvent]);

/** The clock runs again: the pause is added to its end. */
const runsOn = (
  { calendar }: Rules,
  { clock }: DossierState,
  at: Instant,
  event: (due: { readonly due?: NonNullable<DossierState["due"]> }) => DossierEvent,
): Decision => {
  if (clock === null) return one(event({}));
  const due = dueOf(calendar)(resume(clock, at));
  return isLeft(due) ? due : one(event({ due: due.right }));
};

/**
 * NĐ 61/2018, Đ19.8: a refusal is a result, with its reasons, within the term. Đ17.4: the result of a procedure with an
 * immediate result is recorded at once.
 */
const resolve = (
  { calendar }: Rules,
  { at, by, outcome, reasons = [], note }: Resolve,
  state: DossierState,
): Decision => {
  if (outcome === "refused" && reasons.length === 0) return left({ code: "ReasonsMissing" });
  const { due, immediate, receivedAt } = state;
  const day = (instant: Instant) => localDayOf(calendar.zone, instant);
  const lateRefusal = outcome === "refused" && due !== null && isPast(calendar.zone, due, at);
  const notAtOnce = immediate && receivedAt !== null && day(at) > day(receivedAt);
  return one(
    dossierEvent("DossierResolved", at, {
      outcome,
      ...(reasons.length > 0 && { reasons }),
      ...(note && { note }),
      ...(by && { by }),
      ...flags([
        ...(lateRefusal ? breach(state, "D19.8", "refused after its term") : []),
        ...(notAtOnce ? breach(state, "D17.4", "immediate result recorded on a later day") : []),
      ]),
    }),
  );
};

/** NĐ 61/2018, Đ20.2: with the result the originals go back. */
const returnResult = ({ at, method, returnedBy, unit }: ReturnResult, state: DossierState): Decision =>
  one(
    dossierEvent("ResultReturned", at, {
      method,
      ...(returnedBy && { returnedBy }),
      ...(unit && { unit }),
      ...flags(
        state.originals.length > 0 ? breach(state, "D20.2", `${state.originals.length} originals not given back`) : [],
      ),
    }),
  );
