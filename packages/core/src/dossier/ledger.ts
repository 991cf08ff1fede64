import type { MoneyKind } from "../money/amount.js";
import type { PaymentReceipt } from "./charge-data.js";
import type { DossierEvent } from "./event.js";

/** The money of one dossier, in minor units: what is owed, what was paid on which receipt, what was given back. */
export interface DossierLedger {
  readonly charges: ReadonlyArray<{
    readonly id: string;
    readonly kind: MoneyKind;
    readonly currency: string;
    readonly minor: number;
  }>;
  readonly payments: ReadonlyArray<{
    readonly charge: string;
    readonly minor: number;
    readonly unit: string;
    /** The last is the one that stands for the payment; those before it were replaced. */
    readonly receipts: ReadonlyArray<PaymentReceipt>;
    /** Its receipt was voided without another: it counts as never made. */
    readonly voided: boolean;
  }>;
  readonly refunds: ReadonlyArray<{ readonly charge: string; readonly minor: number }>;
}

export const noMoney: DossierLedger = { charges: [], payments: [], refunds: [] };

type MoneyEvent = Extract<
  DossierEvent,
  { readonly type: "ChargeAssessed" | "PaymentCollected" | "PaymentRefunded" | "ReceiptVoided" }
>;

/** Folds one event about money. Total, like every fold: a receipt that is not known changes nothing. */
export const booked = (ledger: DossierLedger, { type, data }: MoneyEvent): DossierLedger => {
  const { charge, amount, unit } = data;
  switch (type) {
    case "ChargeAssessed":
      return { ...ledger, charges: [...ledger.charges, { id: charge, ...amount }] };
    case "PaymentCollected": {
      const payment = { charge, minor: amount.minor, unit, receipts: [data.receipt], voided: false };
      return { ...ledger, payments: [...ledger.payments, payment] };
    }
    case "PaymentRefunded":
      return { ...ledger, refunds: [...ledger.refunds, { charge, minor: amount.minor }] };
    case "ReceiptVoided":
      return {
        ...ledger,
        payments: ledger.payments.map((payment) => {
          const last = payment.receipts.at(-1);
          if (last === undefined || !sameReceipt(last, data.receipt)) return payment;
          return data.replacedBy
            ? { ...payment, receipts: [...payment.receipts, data.replacedBy] }
            : { ...payment, voided: true };
        }),
      };
  }
};

/** What a charge has come to: collected on receipts that are valid, and refunded, in minor units. */
export const sumsOf = (
  { payments, refunds }: DossierLedger,
  charge: string,
): { readonly collected: number; readonly refunded: number } => ({
  collected: payments.reduce((sum, each) => sum + (each.charge === charge && !each.voided ? each.minor : 0), 0),
  refunded: refunds.reduce((sum, each) => sum + (each.charge === charge ? each.minor : 0), 0),
});

export const sameReceipt = (a: PaymentReceipt, b: PaymentReceipt): boolean =>
  a.form === b.form && a.symbol === b.symbol && a.serial === b.serial;
