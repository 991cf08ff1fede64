import type { Instant } from "../time/instant.js";
import type { Quarter } from "../time/quarter.js";
import type { Amount } from "./amount.js";
import type { SettlementLine } from "./treasury-event.js";

/** Money goes to the State budget. */
export interface Remit {
  readonly type: "remit";
  readonly at: Instant;
  readonly unit: string;
  readonly centre: string;
  readonly amount: Amount;
  /** The number of the payment voucher (chứng từ). */
  readonly voucher: string;
  /** What the cash book has before, in minor units, such as `onHandOf` answers; less than is remitted is flagged. */
  readonly onHand?: number;
}

/** A unit gives account of a quarter, a line for each kind of money and currency. */
export interface SettleQuarter {
  readonly type: "settleQuarter";
  readonly at: Instant;
  readonly unit: string;
  readonly centre: string;
  readonly quarter: Quarter;
  readonly lines: ReadonlyArray<SettlementLine>;
}

/** Everything that can be asked of the treasury of a unit. */
export type TreasuryCommand = Remit | SettleQuarter;
