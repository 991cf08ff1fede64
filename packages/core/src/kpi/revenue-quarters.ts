import type { MoneyKind } from "../money/amount.js";
import { type Quarter, quarterDays, quartersBetween } from "../time/quarter.js";
import { formatInstant, type TimeZone } from "../time/time-zone.js";
import type { Period } from "./indicators.js";
import type { RevenueAccount, Settlement } from "./revenue-accounts.js";
import { revenueFigures } from "./revenue-figures.js";
import { periodOf, type Span } from "./span.js";

/** Money of a quarter, in minor units of the report's currency. */
export interface QuarterSums {
  readonly collected: number;
  readonly refunded: number;
  readonly remitted: number;
  readonly onHand: number;
}

/**
 * How far a unit has given account of a quarter (NĐ 61/2018, Đ12.9): not yet over, not settled, settled in agreement with
 * what was recorded, or not. By when it has to be settled is not known here.
 */
export interface QuarterSettlement {
  readonly unit: string;
  readonly quarter: Quarter;
  readonly status: "notOver" | "open" | "agrees" | "differs";
  readonly settledAt: string | null;
  /** By kind: what the ledger says, and what the unit has given. */
  readonly lines: ReadonlyArray<{
    readonly kind: MoneyKind;
    readonly booked: QuarterSums;
    readonly given: QuarterSums | null;
  }>;
}

/** The quarters that a report touches, of every unit that had money in one, or has given account of it. */
export const quarterSettlements = (
  settlements: ReadonlyArray<Settlement>,
  accounts: ReadonlyArray<RevenueAccount>,
  currency: string,
  zone: TimeZone,
  { first, end, asOf }: Span,
): ReadonlyArray<QuarterSettlement> => {
  const known = settlements.filter(({ at }) => at <= asOf);
  const units = new Set([...accounts.map(({ unit }) => unit), ...known.map(({ account }) => account.unit)]);
  return quartersBetween(first, end).flatMap((quarter) => {
    const period = periodOf(zone, { ...quarterDays(quarter), asOf });
    return [...units].toSorted(byCodePoints).flatMap((unit): ReadonlyArray<QuarterSettlement> => {
      const settled = lastOf(known, unit, quarter);
      const own = accounts.filter((account) => account.unit === unit);
      const lines = linesOf(own, period, settled, currency);
      if (lines.length === 0 && settled === undefined) return [];
      const settledAt = settled ? formatInstant(zone, settled.at) : null;
      return [{ unit, quarter, status: statusOf(lines, settled, period), settledAt, lines }];
    });
  });
};

/** A line for each kind of money of which there is something to say. */
const linesOf = (
  accounts: ReadonlyArray<RevenueAccount>,
  period: Period,
  settled: Settlement | undefined,
  currency: string,
): QuarterSettlement["lines"] =>
  KINDS.flatMap((kind) => {
    const ofKind = accounts.filter((account) => account.kind === kind);
    const booked = sumsOf(revenueFigures(ofKind, period));
    const line = settled?.account.lines.find((each) => each.kind === kind && each.currency === currency);
    const given = line ? sumsOf(line) : null;
    return given === null && agree(booked, NOTHING) ? [] : [{ kind, booked, given }];
  });

const statusOf = (
  lines: QuarterSettlement["lines"],
  settled: Settlement | undefined,
  { to, asOf }: Period,
): QuarterSettlement["status"] => {
  if (settled === undefined) return asOf < to ? "notOver" : "open";
  return lines.every(({ booked, given }) => agree(booked, given ?? NOTHING)) ? "agrees" : "differs";
};

const KINDS = ["fee", "charge", "tax"] as const;
const NOTHING: QuarterSums = { collected: 0, refunded: 0, remitted: 0, onHand: 0 };

/** The latest by its instant; of imported ones there may be more than one. */
const lastOf = (settlements: ReadonlyArray<Settlement>, unit: string, quarter: Quarter): Settlement | undefined =>
  settlements
    .filter(({ account }) => account.unit === unit && account.quarter === quarter)
    .reduce<Settlement | undefined>((last, each) => (last === undefined || each.at > last.at ? each : last), undefined);

const sumsOf = ({ collected, refunded, remitted, onHand }: QuarterSums): QuarterSums => ({
  collected,
  refunded,
  remitted,
  onHand,
});

const agree = (a: QuarterSums, b: QuarterSums): boolean =>
  a.collected === b.collected && a.refunded === b.refunded && a.remitted === b.remitted && a.onHand === b.onHand;

const byCodePoints = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
