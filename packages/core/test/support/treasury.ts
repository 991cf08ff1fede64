import { type SettlementLine, type TreasuryCommand, treasuryDecider, VIETNAM } from "../../src/index.js";
import { vn } from "./vietnam.js";

export const treasury = treasuryDecider(VIETNAM.zone);

const where = { unit: "one-stop", centre: "bac-ninh" };

/** Fees remitted at a time of the wall clock in Vietnam. */
export const remit = (
  time: string,
  minor: number,
  voucher: string,
  others: Partial<Extract<TreasuryCommand, { type: "remit" }>> = {},
): TreasuryCommand => ({
  type: "remit",
  at: vn(time),
  ...where,
  amount: { kind: "fee", minor, currency: "VND" },
  voucher,
  ...others,
});

/** Fees in VND of a quarter, as the unit gives them. */
export const fees = (figures: Partial<SettlementLine> = {}): SettlementLine => ({
  kind: "fee",
  currency: "VND",
  collected: 0,
  refunded: 0,
  remitted: 0,
  onHand: 0,
  ...figures,
});

export const settle = (
  time: string,
  quarter: Extract<TreasuryCommand, { type: "settleQuarter" }>["quarter"],
  ...lines: ReadonlyArray<SettlementLine>
): TreasuryCommand => ({ type: "settleQuarter", at: vn(time), ...where, quarter, lines });
