import type { MoneyKind } from "../money/amount.js";
import type { Instant } from "../time/instant.js";
import { groupsOf } from "./groups.js";
import type { RevenueAccount, RevenueAccounts } from "./revenue-accounts.js";
import { balanceAt, type RevenueFigures, revenueFigures } from "./revenue-figures.js";
import { type QuarterSettlement, quarterSettlements } from "./revenue-quarters.js";
import { headOf, periodOf, type ReportHead, type ReportQuery, spanOf } from "./span.js";

/** What revenue can be grouped by. A month is the report of that month. */
export const REVENUE_DIMENSIONS = ["unit", "kind", "centre", "month"] as const;
export type RevenueDimension = (typeof REVENUE_DIMENSIONS)[number];

export interface RevenueQuery extends ReportQuery {
  readonly by?: ReadonlyArray<RevenueDimension>;
  /** Money of different currencies is never summed: a report is of one. Default: `VND`. */
  readonly currency?: string;
}

export interface RevenueReport extends ReportHead {
  readonly currency: string;
  /** Others in the ledger, so that none is overlooked. */
  readonly otherCurrencies: ReadonlyArray<string>;
  readonly total: RevenueFigures;
  readonly groups: ReadonlyArray<
    { readonly key: Readonly<Partial<Record<RevenueDimension, string | null>>> } & RevenueFigures
  >;
  readonly settlements: ReadonlyArray<QuarterSettlement>;
}

/**
 * The report `revenue`: what was assessed, collected, refunded and remitted to the State budget over a period, and what is
 * on hand; by the instants at which it happened.
 *
 * @example
 * revenueReport(view, { zone: VIETNAM.zone, from: "2018-07-01", to: "2018-10-01", by: ["unit", "kind"] })
 */
export const revenueReport = (view: RevenueAccounts, query: RevenueQuery): RevenueReport => {
  const { zone, by = [], currency = "VND" } = query;
  const span = spanOf(view, query);
  const isAsked = ({ centre }: { readonly centre: string | null }) =>
    query.centre === undefined || centre === query.centre;
  const all = [...view.accounts.values()].filter(isAsked);
  const settlements = view.settlements.filter(({ account }) => isAsked(account));
  const accounts = all.filter((account) => account.currency === currency);
  const read = (account: RevenueAccount, dimension: Exclude<RevenueDimension, "month">) => account[dimension];
  return {
    ...headOf(zone, span),
    currency,
    otherCurrencies: [...new Set(all.map((account) => account.currency))]
      .filter((other) => other !== currency)
      .toSorted(),
    total: revenueFigures(accounts, periodOf(zone, span)),
    groups: groupsOf(accounts, { by, read }, zone, span).map(({ key, rows, period }) => ({
      key,
      ...revenueFigures(rows, period),
    })),
    settlements: quarterSettlements(settlements, accounts, currency, zone, span),
  };
};

/** Whose money, of which kind and currency, when. */
export interface OnHandQuery {
  readonly unit: string;
  readonly kind: MoneyKind;
  readonly currency: string;
  readonly asOf: Instant;
}

/**
 * What a unit has on hand by the ledger, in minor units: collected, less what was refunded and remitted. What `remit` is to
 * be given as `onHand`.
 */
export const onHandOf = ({ accounts }: RevenueAccounts, { unit, kind, currency, asOf }: OnHandQuery): number =>
  [...accounts.values()]
    .filter((account) => account.unit === unit && account.kind === kind && account.currency === currency)
    .reduce((sum, account) => sum + balanceAt(account, asOf), 0);
