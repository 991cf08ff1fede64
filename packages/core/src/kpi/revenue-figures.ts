import type { Instant } from "../time/instant.js";
import type { Period } from "./indicators.js";
import { ratio } from "./ratio.js";
import { MOVEMENTS, type Movement, type RevenueAccount } from "./revenue-accounts.js";

/**
 * The money of a set of accounts over a period, in whole minor units of one currency; exact up to 9,007,199,254,740,991.
 *
 * `broughtForward + collected − refunded = remitted + onHand`, and over all that has ever happened nothing is brought
 * forward.
 *
 * Each movement counts at the instant at which it happened. A receipt that was voided without another takes its payment
 * out of `collected` then, not when it was written: a quarter in which receipts of an earlier one were voided may have
 * collected less than nothing, and the earlier one stays as it was published.
 */
export interface RevenueFigures {
  /** Counted at the unit that assessed it, which need not be the one that collects it. */
  readonly assessed: number;
  /** Taken in on receipts, valid or not. */
  readonly receipted: number;
  /** Payments whose receipt was voided without another in its place. */
  readonly voided: number;
  /** receipted − voided */
  readonly collected: number;
  readonly refunded: number;
  readonly remitted: number;
  /** On hand when the period began. */
  readonly broughtForward: number;
  /** On hand at its end, or now, the earlier. */
  readonly onHand: number;
  /** More than was there: what units have remitted or refunded, of a kind of money, beyond all that they had collected. */
  readonly shortfall: number;
  /** Papers written (also in place of others), voided without another, and replaced. */
  readonly receipts: { readonly issued: number; readonly voided: number; readonly replaced: number };
  /** `null` where the denominator is zero, never 0 or 1. */
  readonly rates: {
    readonly collectedOfAssessed: number | null;
    readonly remittedOfCollected: number | null;
  };
}

/** Sums the accounts over a period. */
export const revenueFigures = (accounts: Iterable<RevenueAccount>, { from, to, asOf }: Period): RevenueFigures => {
  // The last instant that is looked at: just before the end of the period, or now.
  const until = Math.min(to - 1, asOf);
  const before = noMoney();
  const within = noMoney();
  const balances = new Map<string, number>();
  for (const account of accounts) {
    const balance = balances.get(tillOf(account)) ?? 0;
    balances.set(tillOf(account), balance + sumUp(account, from, until, before, within));
  }
  const { assessed, receipted, voided, refunded, remitted } = within.minor;
  const collected = receipted - voided;
  return {
    assessed,
    receipted,
    voided,
    collected,
    refunded,
    remitted,
    broughtForward: heldOf(before.minor),
    onHand: heldOf(before.minor) + heldOf(within.minor),
    shortfall: [...balances.values()].reduce((sum, balance) => sum + Math.max(0, -balance), 0),
    receipts: {
      issued: within.count.receipted + within.count.replaced,
      voided: within.count.voided,
      replaced: within.count.replaced,
    },
    rates: {
      collectedOfAssessed: ratio(collected, assessed),
      remittedOfCollected: ratio(remitted, collected),
    },
  };
};

/** The balance of one account at an instant, in minor units: below zero where more went out than had come in. */
export const balanceAt = (account: RevenueAccount, at: Instant): number => sumUp(account, at, at, noMoney(), noMoney());

interface Sums {
  readonly minor: Record<Movement, number>;
  readonly count: Record<Movement, number>;
}

const noMoney = (): Sums => ({
  minor: { assessed: 0, receipted: 0, refunded: 0, voided: 0, replaced: 0, remitted: 0 },
  count: { assessed: 0, receipted: 0, refunded: 0, voided: 0, replaced: 0, remitted: 0 },
});

/** Which way money goes: into the till, out of it, or nowhere. */
const DIRECTION: Readonly<Record<Movement, 1 | 0 | -1>> = {
  assessed: 0,
  receipted: 1,
  refunded: -1,
  voided: -1,
  replaced: 0,
  remitted: -1,
};

/** Adds an account to the sums before and within a period; answers what it holds at the end. */
const sumUp = (account: RevenueAccount, from: Instant, until: Instant, before: Sums, within: Sums): number => {
  let held = 0;
  for (let n = 0; n < account.at.length; n++) {
    const at = account.at[n] ?? Number.POSITIVE_INFINITY;
    const movement = MOVEMENTS[account.movement[n] ?? -1];
    if (movement === undefined || at > until) continue;
    const minor = account.minor[n] ?? 0;
    const sums = at < from ? before : within;
    sums.minor[movement] += minor;
    sums.count[movement]++;
    held += DIRECTION[movement] * minor;
  }
  return held;
};

const heldOf = (minor: Sums["minor"]): number =>
  MOVEMENTS.reduce((sum, movement) => sum + DIRECTION[movement] * minor[movement], 0);

/** Money of one kind at one unit: what one cash book holds, whatever centre each movement was counted for. */
const tillOf = ({ unit, kind, currency }: RevenueAccount): string => JSON.stringify([unit, kind, currency]);
