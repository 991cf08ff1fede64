import type { AmountRefused, InstantRefused } from "../dossier/error.js";
import type { Quarter } from "../time/quarter.js";
import type { MoneyKind } from "./amount.js";

/** The treasury is that of another unit. */
export interface TreasuryOfOtherUnit {
  readonly code: "TreasuryOfOtherUnit";
  readonly unit: string;
  readonly given: string;
}

/** A voucher stands for one remittance. */
export interface VoucherAlreadyUsed {
  readonly code: "VoucherAlreadyUsed";
  readonly voucher: string;
}

/** No such quarter, or one that has not ended yet. */
export interface QuarterRefused {
  readonly code: "QuarterRefused";
  readonly quarter: string;
  readonly detail: "unknown" | "notOver";
}

/** A quarter is settled once. */
export interface QuarterAlreadySettled {
  readonly code: "QuarterAlreadySettled";
  readonly quarter: Quarter;
}

/** Two lines for the same kind of money and currency. */
export interface SettlementLineTwice {
  readonly code: "SettlementLineTwice";
  readonly kind: MoneyKind;
  readonly currency: string;
}

/** Why a treasury's decider refuses. */
export type TreasuryError =
  | TreasuryOfOtherUnit
  | VoucherAlreadyUsed
  | QuarterRefused
  | QuarterAlreadySettled
  | SettlementLineTwice
  | AmountRefused
  | InstantRefused;
