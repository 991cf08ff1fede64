import * as t from "io-ts/lib/index.js";
import { shape } from "../event/shape.js";
import { Amount } from "../money/amount.js";

/** How money was paid (NĐ 61/2018, Đ22): at the counter, to the agency's account, online, through the postal company. */
export const PaymentMethod = t.keyof({ cash: null, transfer: null, online: null, postal: null });
export type PaymentMethod = t.TypeOf<typeof PaymentMethod>;

/** The paper of a payment (biên lai), by its form number, symbol and serial; the three together name it. */
export const PaymentReceipt = t.readonly(t.type({ form: t.string, symbol: t.string, serial: t.string }));
export type PaymentReceipt = t.TypeOf<typeof PaymentReceipt>;

/** Each fact says whose money it is: figures need no other event of the dossier. */
const money = { charge: t.string, amount: Amount, unit: t.string };
const centre = { centre: t.string };

/** A fee, charge or tax is owed. `unit` has assessed it; `charge` names it within the dossier. */
export const ChargeAssessed = shape({ ...money, name: t.string, basis: t.string }, centre);

/** `unit` has taken in the money for a charge, or a part of it, on this receipt. */
export const PaymentCollected = shape({ ...money, method: PaymentMethod, receipt: PaymentReceipt }, centre);

/** `unit` has given back money that was collected for a charge. */
export const PaymentRefunded = shape({ ...money, reason: t.string }, centre);

/**
 * A receipt is void. Where another takes its place, the payment stands and only its paper changes; where none does, its
 * payment counts as never made, from this instant on. `amount` and `unit` are those of the payment.
 */
export const ReceiptVoided = shape(
  { ...money, receipt: PaymentReceipt, reason: t.string },
  { ...centre, replacedBy: PaymentReceipt },
);
