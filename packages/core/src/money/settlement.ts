import type { Violation } from "../dossier/vocabulary.js";
import { type Quarter, quarterOf } from "../time/quarter.js";
import { localDateOf, type TimeZone } from "../time/time-zone.js";
import type { SettleQuarter } from "./treasury-command.js";
import type { SettlementLine } from "./treasury-event.js";
import type { TreasuryState } from "./treasury-state.js";

const RULE = "ND-61-2018 D12.9";

/**
 * Where the account of a quarter does not agree with itself, or with what the treasury has recorded.
 *
 * The identity (proposed by the reference, not set by law): what was on hand when the quarter began, and what was collected
 * less what was refunded, has been remitted or is on hand. The report of revenue holds the account against the payments.
 */
export const differencesOf = (
  zone: TimeZone,
  state: TreasuryState,
  { quarter, lines }: SettleQuarter,
): ReadonlyArray<Violation> => {
  const before = lastBefore(state, quarter);
  const remitted = remittedIn(zone, state, quarter);
  const keys = new Set([...lines, ...before].map(keyOf).concat([...remitted.keys()]));
  return [...keys].toSorted().flatMap((key) => {
    const line = lines.find((each) => keyOf(each) === key);
    const broughtForward = before.find((each) => keyOf(each) === key)?.onHand ?? 0;
    const recorded = remitted.get(key) ?? 0;
    const { collected = 0, refunded = 0, remitted: given = 0, onHand = 0 } = line ?? {};
    const expected = broughtForward + collected - refunded - given;
    return [
      ...(given === recorded ? [] : [`${key}: remitted ${given}, recorded ${recorded}`]),
      ...(onHand === expected ? [] : [`${key}: on hand ${onHand}, by its own figures ${expected}`]),
    ].map((detail) => ({ rule: RULE, detail }));
  });
};

const keyOf = ({ kind, currency }: Pick<SettlementLine, "kind" | "currency">): string => `${kind} ${currency}`;

/** The lines of the latest quarter that was settled before this one. */
const lastBefore = ({ settlements }: TreasuryState, quarter: Quarter): ReadonlyArray<SettlementLine> =>
  settlements.filter((each) => each.quarter < quarter).toSorted((a, b) => (a.quarter < b.quarter ? 1 : -1))[0]?.lines ??
  [];

const remittedIn = (zone: TimeZone, { remittances }: TreasuryState, quarter: Quarter): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const { at, amount } of remittances) {
    if (quarterOf(localDateOf(zone, at)) !== quarter) continue;
    sums.set(keyOf(amount), (sums.get(keyOf(amount)) ?? 0) + amount.minor);
  }
  return sums;
};
