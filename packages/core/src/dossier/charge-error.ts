import type { PaymentReceipt } from "./charge-data.js";

/** The dossier has no charge of this name. */
export interface ChargeUnknown {
  readonly code: "ChargeUnknown";
  readonly charge: string;
}

/** A charge is paid, and paid back, in its own currency. */
export interface CurrencyDiffers {
  readonly code: "CurrencyDiffers";
  readonly charge: string;
  readonly currency: string;
  readonly given: string;
}

/** More would have been collected, less what was refunded, than is owed. In minor units. */
export interface MoreThanAssessed {
  readonly code: "MoreThanAssessed";
  readonly charge: string;
  readonly assessed: number;
  readonly paid: number;
  readonly given: number;
}

/** More would have been given back than was ever collected. In minor units. */
export interface MoreThanCollected {
  readonly code: "MoreThanCollected";
  readonly charge: string;
  readonly collected: number;
  readonly refunded: number;
}

/** A receipt stands for one payment. */
export interface ReceiptAlreadyUsed {
  readonly code: "ReceiptAlreadyUsed";
  readonly receipt: PaymentReceipt;
}

/** The dossier has no receipt like this that is valid. */
export interface ReceiptNotValid {
  readonly code: "ReceiptNotValid";
  readonly receipt: PaymentReceipt;
  readonly detail: "unknown" | "voided";
}

/** Why a decision about a dossier's money is refused, besides the errors of every command. */
export type ChargeError =
  | ChargeUnknown
  | CurrencyDiffers
  | MoreThanAssessed
  | MoreThanCollected
  | ReceiptAlreadyUsed
  | ReceiptNotValid;
