import * as t from "io-ts/lib/index.js";
import { Amount, Money } from "../money/amount.js";
import { asked } from "./asked-codec.js";
import { PaymentMethod, PaymentReceipt } from "./charge-data.js";

/** What is asked for about the money of a dossier, by type. */
export const chargeCommands = {
  assessCharge: asked("assessCharge", { name: t.string, amount: Amount, unit: t.string, basis: t.string }, {}),
  collectPayment: asked(
    "collectPayment",
    { charge: t.string, amount: Money, method: PaymentMethod, unit: t.string, receipt: PaymentReceipt },
    {},
  ),
  refundPayment: asked("refundPayment", { charge: t.string, amount: Money, unit: t.string, reason: t.string }, {}),
  voidReceipt: asked("voidReceipt", { receipt: PaymentReceipt, reason: t.string }, { replacedBy: PaymentReceipt }),
};
