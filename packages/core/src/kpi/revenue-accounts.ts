import type { DossierEventOf } from "../dossier/event.js";
import type { Amount, MoneyKind } from "../money/amount.js";
import { TREASURY_EVENT_TYPES, type TreasuryEventData, type TreasuryEventOf } from "../money/treasury-event.js";
import type { Instant } from "../time/instant.js";
import type { StreamEvent } from "./rows.js";
import { earlier, later, type Seen, seenBy } from "./span.js";

/** What can happen to money. A voided receipt takes its payment back; a replaced one moves none. */
export const MOVEMENTS = ["assessed", "receipted", "refunded", "voided", "replaced", "remitted"] as const;
export type Movement = (typeof MOVEMENTS)[number];

/**
 * All movements of one kind of money, in one currency, at one unit of one centre; in the order of the log.
 *
 * Three columns of equal length: instants, what happened (an index into `MOVEMENTS`), and how much in minor units. As
 * objects they would take five times the memory.
 */
export interface RevenueAccount {
  readonly unit: string;
  readonly centre: string | null;
  readonly kind: MoneyKind;
  readonly currency: string;
  readonly at: ReadonlyArray<Instant>;
  readonly movement: ReadonlyArray<number>;
  readonly minor: ReadonlyArray<number>;
}

/** The account that a unit has given of a quarter. */
export interface Settlement {
  readonly at: Instant;
  readonly account: TreasuryEventData<"QuarterSettled">;
}

/** The money of all dossiers and treasuries, and the span of time that the events cover. */
export interface RevenueAccounts extends Seen {
  readonly accounts: ReadonlyMap<string, RevenueAccount>;
  readonly settlements: ReadonlyArray<Settlement>;
}

type MoneyEvent =
  | DossierEventOf<"ChargeAssessed">
  | DossierEventOf<"PaymentCollected">
  | DossierEventOf<"PaymentRefunded">
  | DossierEventOf<"ReceiptVoided">
  | TreasuryEventOf<"AmountRemitted">
  | TreasuryEventOf<"QuarterSettled">;

/**
 * The projection behind the report of revenue. Every event says by itself whose money it is, so shards of any kind merge:
 * folding two sets of events apart and joining them equals folding all. `step` changes the view that it is given.
 */
export const revenueAccounts = {
  name: "revenue-accounts",
  version: 1,
  handles: [
    "ChargeAssessed",
    "PaymentCollected",
    "PaymentRefunded",
    "ReceiptVoided",
    ...TREASURY_EVENT_TYPES,
  ] as ReadonlyArray<MoneyEvent["type"]>,
  empty: (): RevenueAccounts => emptyFolding(),
  step: (view: RevenueAccounts, event: StreamEvent): RevenueAccounts => {
    const folding = view as Folding;
    fold(folding, event as StreamEvent & MoneyEvent);
    folding.firstOccurredAt = earlier(view.firstOccurredAt, event.occurredAt);
    folding.lastOccurredAt = later(view.lastOccurredAt, event.occurredAt);
    return folding;
  },
  concat: (a: RevenueAccounts, b: RevenueAccounts): RevenueAccounts => {
    const joined = emptyFolding();
    for (const { accounts, settlements } of [a, b]) {
      for (const account of accounts.values()) {
        const { at, movement, minor } = accountOf(joined, account);
        for (const [n, instant] of account.at.entries()) {
          at.push(instant);
          movement.push(account.movement[n] ?? 0);
          minor.push(account.minor[n] ?? 0);
        }
      }
      joined.settlements.push(...settlements);
    }
    return Object.assign(joined, seenBy(a, b));
  },
} as const;

interface OpenAccount extends RevenueAccount {
  readonly at: Instant[];
  readonly movement: number[];
  readonly minor: number[];
}

interface Folding extends RevenueAccounts {
  readonly accounts: Map<string, OpenAccount>;
  readonly settlements: Settlement[];
  firstOccurredAt: Instant | null;
  lastOccurredAt: Instant | null;
}

const emptyFolding = (): Folding => ({
  accounts: new Map(),
  settlements: [],
  firstOccurredAt: null,
  lastOccurredAt: null,
});

const fold = (view: Folding, event: MoneyEvent): void => {
  const { occurredAt: at } = event;
  switch (event.type) {
    case "ChargeAssessed":
      book(view, at, "assessed", event.data);
      return;
    case "PaymentCollected":
      book(view, at, "receipted", event.data);
      return;
    case "PaymentRefunded":
      book(view, at, "refunded", event.data);
      return;
    case "ReceiptVoided":
      book(view, at, event.data.replacedBy ? "replaced" : "voided", event.data);
      return;
    case "AmountRemitted":
      book(view, at, "remitted", event.data);
      return;
    case "QuarterSettled":
      view.settlements.push({ at, account: event.data });
      return;
  }
};

const book = (
  view: Folding,
  instant: Instant,
  movement: Movement,
  { unit, centre, amount }: { readonly unit: string; readonly centre?: string; readonly amount: Amount },
): void => {
  const { kind, currency, minor } = amount;
  const account = accountOf(view, { unit, centre: centre ?? null, kind, currency });
  account.at.push(instant);
  account.movement.push(MOVEMENTS.indexOf(movement));
  account.minor.push(minor);
};

const accountOf = (
  { accounts }: Folding,
  { unit, centre, kind, currency }: Pick<RevenueAccount, "unit" | "centre" | "kind" | "currency">,
): OpenAccount => {
  const key = JSON.stringify([unit, centre, kind, currency]);
  const known = accounts.get(key);
  if (known !== undefined) return known;
  const account: OpenAccount = { unit, centre, kind, currency, at: [], movement: [], minor: [] };
  accounts.set(key, account);
  return account;
};
