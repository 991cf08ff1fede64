import type { Amount, Money } from "../money/amount.js";
import type { Asked } from "./asked.js";
import type { PaymentMethod, PaymentReceipt } from "./charge-data.js";

/** `unit` assesses it, on this basis; it is then known as `charge-1`, `charge-2`, … */
export type AssessCharge = Asked<"assessCharge", { name: string; amount: Amount; unit: string; basis: string }>;
/** `unit` takes in the money, or a part of it, on this receipt. */
export type CollectPayment = Asked<
  "collectPayment",
  { charge: string; amount: Money; method: PaymentMethod; unit: string; receipt: PaymentReceipt }
>;
/** `unit` gives money back. */
export type RefundPayment = Asked<"refundPayment", { charge: string; amount: Money; unit: string; reason: string }>;
/** With `replacedBy` the payment stands; without, it counts as never made. */
export type VoidReceipt = Asked<
  "voidReceipt",
  { receipt: PaymentReceipt; reason: string; replacedBy?: PaymentReceipt }
>;

/** What is asked for about the money of a dossier. */
export type ChargeCommand = AssessCharge | CollectPayment | RefundPayment | VoidReceipt;
