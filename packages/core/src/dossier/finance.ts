import type { MoneyKind } from "../money/amount.js";
import { sumsOf } from "./ledger.js";
import type { DossierState } from "./state.js";

/** How far money is settled: a status of its own, beside where the dossier stands. */
export type FinanceStatus =
  | "nothingOwed"
  | "unpaid"
  | "partlyPaid"
  | "paid"
  | "partlyRefunded"
  | "refunded"
  /** Unpaid, and the dossier was withdrawn or not taken in. */
  | "cancelled";

/** One charge and what became of it, in minor units of its currency. */
export interface ChargeFinance {
  readonly charge: string;
  readonly kind: MoneyKind;
  readonly currency: string;
  readonly assessed: number;
  /** On receipts that are valid. */
  readonly collected: number;
  readonly refunded: number;
  readonly status: FinanceStatus;
}

/** What a dossier owes and has paid. Charges may be in different currencies, so they are not summed. */
export interface DossierFinance {
  readonly status: FinanceStatus;
  readonly charges: ReadonlyArray<ChargeFinance>;
}

/**
 * The finance status of a dossier and of each of its charges.
 *
 * Of several charges: what they all are; else `partlyRefunded` where nothing is left to pay, `partlyPaid` where something is.
 */
export const financeOf = ({ ledger, status: dossier }: Pick<DossierState, "ledger" | "status">): DossierFinance => {
  const cancelled = dossier === "withdrawn" || dossier === "intakeRefused";
  const charges = ledger.charges.map(({ id, kind, currency, minor: assessed }): ChargeFinance => {
    const sums = sumsOf(ledger, id);
    return { charge: id, kind, currency, assessed, ...sums, status: statusOf(assessed, sums, cancelled) };
  });
  return { status: together(charges.map(({ status }) => status)), charges };
};

const statusOf = (
  assessed: number,
  { collected, refunded }: { readonly collected: number; readonly refunded: number },
  cancelled: boolean,
): FinanceStatus => {
  if (refunded > 0) return refunded >= collected ? "refunded" : "partlyRefunded";
  if (collected === 0) return cancelled ? "cancelled" : "unpaid";
  return collected < assessed ? "partlyPaid" : "paid";
};

const together = (statuses: ReadonlyArray<FinanceStatus>): FinanceStatus => {
  const [first = "nothingOwed"] = statuses;
  if (statuses.every((status) => status === first)) return first;
  return statuses.some((status) => status === "unpaid" || status === "partlyPaid") ? "partlyPaid" : "partlyRefunded";
};
