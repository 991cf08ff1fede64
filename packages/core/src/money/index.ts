export type { Amount, Money, MoneyKind } from "./amount.js";
export { type TreasuryDecider, treasuryDecider, treasuryStream } from "./treasury.js";
export type { Remit, SettleQuarter, TreasuryCommand } from "./treasury-command.js";
export { decodeTreasuryCommand } from "./treasury-command-codec.js";
export type {
  QuarterAlreadySettled,
  QuarterRefused,
  SettlementLineTwice,
  TreasuryError,
  TreasuryOfOtherUnit,
  VoucherAlreadyUsed,
} from "./treasury-error.js";
export {
  type SettlementLine,
  TREASURY_EVENT_TYPES,
  type TreasuryEvent,
  type TreasuryEventData,
  type TreasuryEventOf,
  type TreasuryEventType,
  treasuryEvent,
  treasuryEvents,
} from "./treasury-event.js";
export { noTreasury, type TreasuryState } from "./treasury-state.js";
