import type { Instant } from "../time/instant.js";
import type { Quarter } from "../time/quarter.js";
import type { Amount } from "./amount.js";
import type { SettlementLine, TreasuryEvent } from "./treasury-event.js";

/** What a treasury's events add up to. */
export interface TreasuryState {
  readonly unit: string | null;
  readonly remittances: ReadonlyArray<{ readonly at: Instant; readonly voucher: string; readonly amount: Amount }>;
  readonly settlements: ReadonlyArray<{
    readonly quarter: Quarter;
    readonly lines: ReadonlyArray<SettlementLine>;
  }>;
  readonly violations: number;
}

export const noTreasury: TreasuryState = { unit: null, remittances: [], settlements: [], violations: 0 };

/** Folds one event. Total: any event folds into any state, in any order. */
export const evolve = (state: TreasuryState, { type, occurredAt: at, data }: TreasuryEvent): TreasuryState => {
  const seen = { ...state, unit: data.unit, violations: state.violations + (data.violations?.length ?? 0) };
  switch (type) {
    case "AmountRemitted": {
      const { voucher, amount } = data;
      return { ...seen, remittances: [...state.remittances, { at, voucher, amount }] };
    }
    case "QuarterSettled": {
      const { quarter, lines } = data;
      return { ...seen, settlements: [...state.settlements, { quarter, lines }] };
    }
  }
};
