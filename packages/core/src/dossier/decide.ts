import { chain, type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { pipe } from "fp-ts/lib/function.js";
import { isPast } from "../calendar/due.js";
import { isPayable } from "../money/amount.js";
import { type PolicyPack, policyOn } from "../policy/policy-pack.js";
import type { Instant } from "../time/instant.js";
import { InstantCodec } from "../time/term.js";
import { localDateOf } from "../time/time-zone.js";
import { assessCharge, collectPayment, refundPayment, voidReceipt } from "./charges.js";
import { dueOf, resume } from "./clock.js";
import type { DossierCommand, Forward, Resolve } from "./command.js";
import type { DossierError } from "./error.js";
import { type DossierEvent, type DossierEventData, type DossierEventType, dossierEvent } from "./event.js";
import { checkPossible } from "./possible.js";
import { receive } from "./reception.js";
import { apologiseAndReschedule, noteOverdue } from "./reschedule.js";
import type { Rules } from "./rules.js";
import type { DossierState } from "./state.js";
import { receiveSupplement, requestSupplement } from "./supplement.js";
import type { Violation } from "./vocabulary.js";

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
    return InstantCodec.is(command.at)
      ? decidePossible(rules, command, state)
      : left({ code: "InstantRefused", at: command.at });
  };

const decidePossible = (rules: Rules, command: DossierCommand, state: DossierState): Decision => {
  const under = (decision: (policy: PolicyPack) => Decision) =>
    pipe(policyOf(rules, state, command.at), chain(decision));
  switch (command.type) {
    case "submit":
      return happens("DossierSubmitted", command);
    case "requestIntakeSupplement":
      return happens("IntakeSupplementRequested", command);
    case "refuseIntake":
      return command.reasons.length === 0 ? left({ code: "ReasonsMissing" }) : happens("IntakeRefused", command);
    case "receive":
      return receive(rules, command);
    case "forward":
      return forward(command, state);
    case "transfer": {
      const { to, reason } = command;
      const from = state.holder ?? to;
      return one(dossierEvent("DossierTransferred", command.at, { from, to, ...(reason && { reason }) }));
    }
    case "assignHandler":
      return one(dossierEvent("HandlerAssigned", command.at, { handler: command.handler, agency: state.agency ?? "" }));
    case "requestSupplement":
      return under((policy) => requestSupplement(rules, policy, command, state));
    case "receiveSupplement":
      return under((policy) => receiveSupplement(rules, policy, command, state));
    case "expireSupplement":
      return one(dossierEvent("SupplementExpired", command.at, {}));
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
    case "apologiseAndReschedule":
      return under((policy) => apologiseAndReschedule(rules, policy, command, state));
    case "returnResult":
      return happens("ResultReturned", command);
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
  }
};

/** The pack under which the dossier was received; before that, the one in force now. */
const policyOf = (rules: Rules, state: DossierState, at: Instant): Either<DossierError, PolicyPack> => {
  const kept = rules.policies.find(({ id }) => id === state.policy);
  return kept ? right(kept) : policyOn(rules.policies, localDateOf(rules.calendar.zone, state.receivedAt ?? at));
};

const one = (event: DossierEvent): Decision => right([event]);

/** For commands whose fields are the data of the event. */
const happens = <Type extends DossierEventType>(
  type: Type,
  { type: _, at, ...data }: { readonly type: string; readonly at: Instant } & DossierEventData<Type>,
): Decision => right([{ type, occurredAt: at, data } as DossierEvent]);

/** NĐ 61/2018, Đ18.1-2. */
const forward = ({ at, to }: Forward, state: DossierState): Decision => {
  const late = state.holder !== null && state.handOverBy !== null && at > state.handOverBy && isFirst(state);
  const violations: ReadonlyArray<Violation> = late
    ? [{ rule: `${state.policy} D18`, detail: "handed over after its deadline" }]
    : [];
  return one(
    dossierEvent("DossierForwarded", at, {
      from: state.holder ?? to,
      to,
      ...(violations.length > 0 && { violations }),
    }),
  );
};

/** The deadline is for the first hand-over, from the counter. */
const isFirst = (state: DossierState): boolean => state.status === "received" && state.holder !== state.agency;

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

/** NĐ 61/2018, Đ19.8: a refusal is a result, with its reasons, within the term. */
const resolve = (
  { calendar }: Rules,
  { at, outcome, reasons = [], note }: Resolve,
  { due, policy }: DossierState,
): Decision => {
  if (outcome === "refused" && reasons.length === 0) return left({ code: "ReasonsMissing" });
  const lateRefusal = outcome === "refused" && policy !== null && due !== null && isPast(calendar.zone, due, at);
  return one(
    dossierEvent("DossierResolved", at, {
      outcome,
      ...(reasons.length > 0 && { reasons }),
      ...(note && { note }),
      ...(lateRefusal && { violations: [{ rule: `${policy} D19.8`, detail: "refused after its term" }] }),
    }),
  );
};
