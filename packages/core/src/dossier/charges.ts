import { type Either, isLeft, left, right } from "fp-ts/lib/Either.js";
import { isPayable, type Money } from "../money/amount.js";
import type { AssessCharge, CollectPayment, RefundPayment, VoidReceipt } from "./charge-command.js";
import type { PaymentReceipt } from "./charge-data.js";
import type { DossierError } from "./error.js";
import type { DossierEvent, DossierEventData } from "./event.js";
import { type DossierLedger, sameReceipt, sumsOf } from "./ledger.js";
import type { DossierState } from "./state.js";

type Decision = Either<DossierError, ReadonlyArray<DossierEvent>>;

/** Something is owed. The charges of a dossier are numbered: `charge-1`, `charge-2`, … */
export const assessCharge = ({ at, amount, ...facts }: AssessCharge, state: DossierState): Decision =>
  isPayable(amount)
    ? happens("ChargeAssessed", at, state, {
        charge: `charge-${state.ledger.charges.length + 1}`,
        name: facts.name,
        amount,
        unit: facts.unit,
        basis: facts.basis,
      })
    : left({ code: "AmountRefused" });

/** Not more than is owed, less what was refunded; on a receipt that the dossier has not seen. */
export const collectPayment = (
  { at, charge: id, amount, method, unit, receipt }: CollectPayment,
  state: DossierState,
): Decision => {
  const charge = payable(state.ledger, id, amount);
  if (isLeft(charge)) return charge;
  const { minor: assessed, kind } = charge.right;
  const { collected, refunded } = sumsOf(state.ledger, id);
  const paid = collected - refunded;
  if (paid + amount.minor > assessed)
    return left({ code: "MoreThanAssessed", charge: id, assessed, paid, given: amount.minor });
  if (isUsed(state.ledger, receipt)) return left({ code: "ReceiptAlreadyUsed", receipt });
  return happens("PaymentCollected", at, state, { charge: id, amount: { kind, ...amount }, unit, method, receipt });
};

/** Not more than was collected. Money that was refunded may be collected again. */
export const refundPayment = (
  { at, charge: id, amount, unit, reason }: RefundPayment,
  state: DossierState,
): Decision => {
  const charge = payable(state.ledger, id, amount);
  if (isLeft(charge)) return charge;
  if (reason === "") return left({ code: "ReasonsMissing" });
  const { collected, refunded } = sumsOf(state.ledger, id);
  if (refunded + amount.minor > collected)
    return left({ code: "MoreThanCollected", charge: id, collected, refunded: refunded + amount.minor });
  return happens("PaymentRefunded", at, state, {
    charge: id,
    amount: { kind: charge.right.kind, ...amount },
    unit,
    reason,
  });
};

/** With another receipt in its place the payment stands; without one it was never made. */
export const voidReceipt = ({ at, receipt, reason, replacedBy }: VoidReceipt, state: DossierState): Decision => {
  const { ledger } = state;
  if (reason === "") return left({ code: "ReasonsMissing" });
  const payment = ledger.payments.find(({ receipts }) => receipts.some((each) => sameReceipt(each, receipt)));
  if (payment === undefined) return left({ code: "ReceiptNotValid", receipt, detail: "unknown" });
  const last = payment.receipts.at(-1);
  if (payment.voided || last === undefined || !sameReceipt(last, receipt))
    return left({ code: "ReceiptNotValid", receipt, detail: "voided" });
  if (replacedBy && isUsed(ledger, replacedBy)) return left({ code: "ReceiptAlreadyUsed", receipt: replacedBy });
  const { charge: id, minor, unit } = payment;
  const charge = ledger.charges.find((each) => each.id === id);
  if (charge === undefined) return left({ code: "ChargeUnknown", charge: id });
  const { collected, refunded } = sumsOf(ledger, id);
  if (!replacedBy && refunded > collected - minor)
    return left({ code: "MoreThanCollected", charge: id, collected: collected - minor, refunded });
  return happens("ReceiptVoided", at, state, {
    charge: id,
    amount: { kind: charge.kind, minor, currency: charge.currency },
    unit,
    receipt,
    reason,
    ...(replacedBy && { replacedBy }),
  });
};

/** The fact, with the centre that it counts for. */
const happens = <Type extends "ChargeAssessed" | "PaymentCollected" | "PaymentRefunded" | "ReceiptVoided">(
  type: Type,
  occurredAt: number,
  { centre }: DossierState,
  data: DossierEventData<Type>,
): Decision => right([{ type, occurredAt, data: { ...data, ...(centre !== null && { centre }) } } as DossierEvent]);

type Charge = DossierLedger["charges"][number];

/** The charge that this money is for, in its currency. */
const payable = ({ charges }: DossierLedger, id: string, money: Money): Either<DossierError, Charge> => {
  if (!isPayable(money)) return left({ code: "AmountRefused" });
  const charge = charges.find((each) => each.id === id);
  if (charge === undefined) return left({ code: "ChargeUnknown", charge: id });
  return charge.currency === money.currency
    ? right(charge)
    : left({ code: "CurrencyDiffers", charge: id, currency: charge.currency, given: money.currency });
};

/** Also by a payment that was voided since: a receipt is not written twice. */
const isUsed = ({ payments }: DossierLedger, receipt: PaymentReceipt): boolean =>
  payments.some(({ receipts }) => receipts.some((each) => sameReceipt(each, receipt)));
