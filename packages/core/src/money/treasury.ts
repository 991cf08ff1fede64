import { type Either, left, right } from "fp-ts/lib/Either.js";
import type { Violation } from "../dossier/vocabulary.js";
import { isQuarter, quarterDays } from "../time/quarter.js";
import { InstantCodec } from "../time/term.js";
import { localDayOf, type TimeZone } from "../time/time-zone.js";
import { isPayable } from "./amount.js";
import { differencesOf } from "./settlement.js";
import type { Remit, SettleQuarter, TreasuryCommand } from "./treasury-command.js";
import type { TreasuryError } from "./treasury-error.js";
import { type SettlementLine, type TreasuryEvent, treasuryEvent } from "./treasury-event.js";
import { evolve, noTreasury, type TreasuryState } from "./treasury-state.js";

type Decision = Either<TreasuryError, ReadonlyArray<TreasuryEvent>>;

export interface TreasuryDecider {
  readonly initial: TreasuryState;
  readonly decide: (command: TreasuryCommand, state: TreasuryState) => Decision;
  readonly evolve: (state: TreasuryState, event: TreasuryEvent) => TreasuryState;
}

/**
 * The money that a unit holds for the State: remitted to its budget, and accounted for by the quarter (NĐ 61/2018, Đ12.9).
 *
 * What came in stands in the streams of the dossiers; the report of revenue brings both together. Money that was remitted
 * without being there, and accounts that do not agree, are facts: recorded and flagged.
 *
 * @param zone  whose local dates decide to which quarter a remittance belongs
 */
export const treasuryDecider = (zone: TimeZone): TreasuryDecider => ({
  initial: noTreasury,
  decide: (command, state) => {
    if (!InstantCodec.is(command.at)) return left({ code: "InstantRefused", at: command.at });
    if (state.unit !== null && state.unit !== command.unit)
      return left({ code: "TreasuryOfOtherUnit", unit: state.unit, given: command.unit });
    return command.type === "remit" ? remit(command, state) : settleQuarter(zone, command, state);
  },
  evolve,
});

/** The stream of a unit's treasury: `treasury-<unit>`. */
export const treasuryStream = (unit: string): string => `treasury-${unit}`;

const remit = ({ type: _, at, ...facts }: Remit, state: TreasuryState): Decision => {
  const { amount, voucher, onHand } = facts;
  if (!isPayable(amount) || !(onHand === undefined || Number.isSafeInteger(onHand)))
    return left({ code: "AmountRefused" });
  if (state.remittances.some((each) => each.voucher === voucher)) return left({ code: "VoucherAlreadyUsed", voucher });
  // No article says so; that nothing can be paid from an empty till needs none.
  const violations: ReadonlyArray<Violation> =
    onHand !== undefined && amount.minor > onHand
      ? [{ rule: "cash on hand", detail: `remitted ${amount.minor}, on hand ${onHand}` }]
      : [];
  return right([treasuryEvent("AmountRemitted", at, { ...facts, ...(violations.length > 0 && { violations }) })]);
};

const settleQuarter = (zone: TimeZone, command: SettleQuarter, state: TreasuryState): Decision => {
  const { type: _, at, ...facts } = command;
  const { quarter, lines } = facts;
  if (!isQuarter(quarter)) return left({ code: "QuarterRefused", quarter, detail: "unknown" });
  if (localDayOf(zone, at) < quarterDays(quarter).end)
    return left({ code: "QuarterRefused", quarter, detail: "notOver" });
  if (state.settlements.some((each) => each.quarter === quarter))
    return left({ code: "QuarterAlreadySettled", quarter });
  if (!lines.every(isSound)) return left({ code: "AmountRefused" });
  const twice = lines.find(
    ({ kind, currency }, n) => lines.findIndex((each) => each.kind === kind && each.currency === currency) < n,
  );
  if (twice) return left({ code: "SettlementLineTwice", kind: twice.kind, currency: twice.currency });
  const violations = differencesOf(zone, state, command);
  return right([treasuryEvent("QuarterSettled", at, { ...facts, ...(violations.length > 0 && { violations }) })]);
};

/** Collected may be below zero: receipts of earlier quarters that were voided are taken off it. */
const isSound = ({ collected, refunded, remitted, onHand }: SettlementLine): boolean =>
  [collected, refunded, remitted, onHand].every(Number.isSafeInteger) && refunded >= 0 && remitted >= 0;
