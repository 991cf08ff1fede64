import { anyHistory, anyInstant } from "@motcua/testkit";
import fc from "fast-check";
import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import {
  type Amount,
  type Instant,
  onHandOf,
  type PaymentReceipt,
  quartersBetween,
  type RevenueAccounts,
  type RevenueFigures,
  revenueAccounts,
  revenueReport,
  type SettlementLine,
  type StreamEvent,
  type TreasuryState,
  toEpochDay,
  VIETNAM,
} from "../../src/index.js";
import { type Fact, revenueOf } from "../support/revenue.js";
import { runs } from "../support/tier.js";
import { treasury } from "../support/treasury.js";
import { decider, vn } from "../support/vietnam.js";

const zone = VIETNAM.zone;
const year = { from: vn("2018-01-02T00:00"), to: vn("2018-12-31T00:00") };
const units = ["one-stop", "ward 1"] as const;
const amounts = fc.record({
  kind: fc.constantFrom<Amount["kind"]>("fee", "charge", "tax"),
  minor: fc.integer({ min: 1, max: 93_000_000_000 }),
  currency: fc.constantFrom("VND", "USD"),
});
const receipt: PaymentReceipt = { form: "01BLP", symbol: "AA-18P", serial: "1" };

/** Movements of money in any order, whether or not a decider would allow them. */
const movements: fc.Arbitrary<ReadonlyArray<StreamEvent>> = fc.array(
  fc
    .record({
      at: anyInstant(year),
      type: fc.constantFrom("ChargeAssessed", "PaymentCollected", "PaymentRefunded", "ReceiptVoided", "AmountRemitted"),
      unit: fc.constantFrom(...units),
      centre: fc.constantFrom("bac-ninh", null),
      amount: amounts,
      replaced: fc.boolean(),
    })
    .map(({ at, type, unit, centre, amount, replaced }) => ({
      stream: `stream-${unit}`,
      type,
      occurredAt: at,
      data: { unit, amount, ...(centre && { centre }), receipt, ...(replaced && { replacedBy: receipt }) },
    })),
  { maxLength: 60, size: "max" },
);

const viewOf = (events: ReadonlyArray<StreamEvent>) => events.reduce(revenueAccounts.step, revenueAccounts.empty());

interface Money {
  readonly unit: string;
  readonly amount: Amount;
  readonly replacedBy?: PaymentReceipt;
}

/** A cash book kept by hand: what each event does to one till. */
const heldByHand = (events: ReadonlyArray<StreamEvent>, unit: string, kind: string, asOf: Instant): number => {
  let held = 0;
  for (const { type, occurredAt, data } of events) {
    const { amount, ...money } = data as Money;
    if (occurredAt > asOf || money.unit !== unit || amount.kind !== kind || amount.currency !== "VND") continue;
    if (type === "PaymentCollected") held += amount.minor;
    if (type === "PaymentRefunded" || type === "AmountRemitted") held -= amount.minor;
    if (type === "ReceiptVoided" && money.replacedBy === undefined) held -= amount.minor;
  }
  return held;
};

const balances = ({ broughtForward, collected, refunded, remitted, onHand }: RevenueFigures) =>
  expect(broughtForward + collected - refunded).toBe(remitted + onHand);

describe("collected less refunded is remitted or on hand", () => {
  it("per unit and kind at every instant, as a cash book kept by hand says", () => {
    fc.assert(
      fc.property(movements, anyInstant(year), (events, asOf) => {
        const view = viewOf(events);
        const { groups, total } = revenueReport(view, { zone, from: "2018-01-01", asOf, by: ["unit", "kind"] });
        for (const { key, ...figures } of groups) {
          const { unit = null, kind = null } = key;
          expect(figures.broughtForward).toBe(0);
          expect(figures.collected - figures.refunded).toBe(figures.remitted + figures.onHand);
          expect(figures.onHand).toBe(heldByHand(events, `${unit}`, `${kind}`, asOf));
          expect(onHandOf(view, { unit: `${unit}`, kind: kind as Amount["kind"], currency: "VND", asOf })).toBe(
            figures.onHand,
          );
        }
        expect(total.collected - total.refunded).toBe(total.remitted + total.onHand);
      }),
      runs(200),
    );
  });

  it("over any period, with what was brought forward from before it", () => {
    const dates = fc.constantFrom("2018-01-01", "2018-03-31", "2018-07-01", "2018-12-31", "2019-01-01");
    fc.assert(
      fc.property(movements, dates, dates, anyInstant(year), (events, a, b, asOf) => {
        const [from, to] = (a < b ? [a, b] : [b, a]) as ["2018-01-01", "2018-01-01"];
        const { total, groups } = revenueReport(viewOf(events), { zone, from, to, asOf, by: ["month", "unit"] });
        balances(total);
        for (const { key: _, ...figures } of groups) balances(figures);
      }),
      runs(200),
    );
  });

  it("what is on hand at the end of one month is brought forward into the next", () => {
    fc.assert(
      fc.property(movements, (events) => {
        const query = { zone, from: "2018-01-01", to: "2019-01-01", asOf: year.to, by: ["month"] } as const;
        const { groups } = revenueReport(viewOf(events), query);
        const byMonth = Map.groupBy(groups, ({ key }) => key.month);
        let last = 0;
        for (const months of byMonth.values()) {
          const sum = (of: "broughtForward" | "onHand") => months.reduce((all, figures) => all + figures[of], 0);
          expect(sum("broughtForward")).toBe(last);
          last = sum("onHand");
        }
      }),
      runs(100),
    );
  });
});

describe("folding apart and joining is folding all", () => {
  const by = fc.subarray(["unit", "kind", "centre", "month"] as const);
  const report = (view: RevenueAccounts, dimensions: ReadonlyArray<"unit" | "kind" | "centre" | "month">) =>
    revenueReport(view, { zone, by: dimensions });

  it("for any split of events into shards, joined in any order", () => {
    const order = fc.shuffledSubarray([0, 1, 2], { minLength: 3 });
    fc.assert(
      fc.property(
        movements,
        fc.array(fc.nat({ max: 2 }), { minLength: 60 }),
        order,
        by,
        (events, shardOf, shards, asked) => {
          const joined = shards
            .map((shard) => viewOf(events.filter((_, n) => shardOf[n] === shard)))
            .reduce(revenueAccounts.concat, revenueAccounts.empty());
          expect(report(joined, asked)).toEqual(report(viewOf(events), asked));
        },
      ),
      runs(100),
    );
  });

  it("joining leaves the shards as they were", () => {
    fc.assert(
      fc.property(movements, movements, (left, right) => {
        const [a, b] = [viewOf(left), viewOf(right)];
        const before = [report(a, ["unit"]), report(b, ["unit"])];
        right.reduce(revenueAccounts.step, revenueAccounts.concat(a, b));
        expect([report(a, ["unit"]), report(b, ["unit"])]).toEqual(before);
      }),
      runs(50),
    );
  });
});

describe("by the deciders", () => {
  const lives = fc.array(anyHistory(decider, { start: year, maxLength: 60 }), { minLength: 1, maxLength: 8 });

  it("what is remitted and settled as the ledger says is never flagged, and agrees with it", () => {
    const seen = { remitted: 0, lines: 0 };
    fc.assert(
      fc.property(lives, fc.integer({ min: 1, max: 4 }), (histories, share) => {
        const asOf = vn("2026-01-01T00:00");
        const streams: Array<ReadonlyArray<Fact>> = [...histories];
        for (const unit of ["000.00.01.H05", "000.00.02.H05"]) {
          const events: Fact[] = [];
          let state: TreasuryState = treasury.initial;
          const ask = (command: Parameters<typeof treasury.decide>[0]) => {
            const decision = treasury.decide(command, state);
            if (!isRight(decision)) throw new Error(decision.left.code);
            for (const { data } of decision.right) expect(data).not.toHaveProperty("violations");
            state = decision.right.reduce(treasury.evolve, state);
            events.push(...decision.right);
          };
          const where = { unit, centre: "bac-ninh" };
          const held = (kind: Amount["kind"], at: Instant) =>
            onHandOf(revenueOf(...histories, events), { unit, kind, currency: "VND", asOf: at });
          for (const quarter of quartersBetween(toEpochDay("2018-01-01"), toEpochDay("2026-01-01"))) {
            const end = vn(`${quarter.slice(0, 4)}-${String(3 * Number(quarter.slice(6))).padStart(2, "0")}-28T16:00`);
            for (const kind of ["fee", "charge", "tax"] as const) {
              // Refunds of other units' payments may leave a till with less than nothing: nothing to remit from it.
              const minor = Math.floor(held(kind, end) / share);
              if (minor <= 0) continue;
              seen.remitted++;
              const amount = { kind, minor, currency: "VND" };
              ask({ type: "remit", at: end, ...where, amount, voucher: `${quarter} ${kind}`, onHand: held(kind, end) });
            }
          }
          const open = revenueReport(revenueOf(...histories, events), {
            zone,
            from: "2018-01-01",
            to: "2026-01-01",
            asOf,
          });
          for (const { unit: of, quarter, lines } of open.settlements) {
            if (of !== unit) continue;
            const given = lines.map(({ kind, booked }): SettlementLine => ({ kind, currency: "VND", ...booked }));
            seen.lines += given.length;
            ask({ type: "settleQuarter", at: asOf, ...where, quarter, lines: given });
          }
          streams.push(events);
        }
        const { settlements } = revenueReport(revenueOf(...streams), {
          zone,
          from: "2018-01-01",
          to: "2026-01-01",
          asOf,
        });
        expect(settlements.every(({ status }) => status === "agrees")).toBe(true);
      }),
      runs(40),
    );
    expect(seen.remitted).toBeGreaterThan(10);
    expect(seen.lines).toBeGreaterThan(20);
  });
});
