import { describe, expect, it } from "vitest";
import {
  type DossierCommand,
  onHandOf,
  type RevenueQuery,
  revenueReport,
  type TreasuryCommand,
  VIETNAM,
} from "../../src/index.js";
import { asked } from "../support/commands.js";
import { dossierOf, type Fact, revenueOf, treasuryOf } from "../support/revenue.js";
import { fees, remit, settle } from "../support/treasury.js";
import { vn } from "../support/vietnam.js";

const zone = VIETNAM.zone;
const q3 = { zone, from: "2018-07-01", to: "2018-10-01", asOf: vn("2019-02-01T00:00") } as const;
const q4 = { ...q3, from: "2018-10-01", to: "2019-01-01" } as const;
const vnd = (minor: number) => ({ minor, currency: "VND" });
const receipt = (serial: string) => ({ form: "01BLP", symbol: "AA-18P", serial });

const paid = (time: string, ...then: ReadonlyArray<DossierCommand>) =>
  dossierOf(
    asked("receive", "2018-07-02T09:00"),
    asked("assessCharge", "2018-07-03T09:00"),
    asked("collectPayment", time),
    ...then,
  );
const collectedInAugust = "2018-08-06T09:00";
const refunded = asked("refundPayment", "2018-10-02T09:00", { amount: vnd(100_000) });
const voided = asked("voidReceipt", "2018-10-02T09:00");

const totals = (query: RevenueQuery, ...streams: ReadonlyArray<ReadonlyArray<Fact>>) =>
  revenueReport(revenueOf(...streams), query).total;

describe("money counts when it moves", () => {
  it("assessed in July, collected in August, remitted in September", () => {
    const view = revenueOf(paid(collectedInAugust), treasuryOf(remit("2018-09-28T16:00", 250_000, "KB-1")));
    const { groups, total, currency } = revenueReport(view, { ...q3, by: ["month"] });
    expect(currency).toBe("VND");
    expect(groups).toMatchObject([
      { key: { month: "2018-07" }, assessed: 300_000, collected: 0, broughtForward: 0, onHand: 0 },
      { key: { month: "2018-08" }, assessed: 0, collected: 300_000, broughtForward: 0, onHand: 300_000 },
      { key: { month: "2018-09" }, collected: 0, remitted: 250_000, broughtForward: 300_000, onHand: 50_000 },
    ]);
    expect(total).toEqual({
      assessed: 300_000,
      receipted: 300_000,
      voided: 0,
      collected: 300_000,
      refunded: 0,
      remitted: 250_000,
      broughtForward: 0,
      onHand: 50_000,
      shortfall: 0,
      receipts: { issued: 1, voided: 0, replaced: 0 },
      rates: { collectedOfAssessed: 1, remittedOfCollected: 0.833333 },
    });
  });

  it("by local dates: the last millisecond of a quarter, and the first of the next", () => {
    expect(totals(q3, paid("2018-09-30T23:59:59.999")).collected).toBe(300_000);
    expect(totals(q3, paid("2018-10-01T00:00")).collected).toBe(0);
    expect(totals(q4, paid("2018-10-01T00:00")).collected).toBe(300_000);
  });

  it("as of an instant within the period, what had moved by then", () => {
    const asOf = (time: string) => totals({ ...q3, asOf: vn(time) }, paid(collectedInAugust));
    expect(asOf("2018-08-06T08:59:59.999")).toMatchObject({ assessed: 300_000, collected: 0, onHand: 0 });
    expect(asOf("2018-08-06T09:00")).toMatchObject({ collected: 300_000, onHand: 300_000 });
  });

  it("collected in one quarter and refunded in the next: each keeps its own", () => {
    const life = paid(collectedInAugust, refunded);
    expect(totals(q3, life)).toMatchObject({ collected: 300_000, refunded: 0, onHand: 300_000 });
    expect(totals(q4, life)).toMatchObject({
      collected: 0,
      refunded: 100_000,
      broughtForward: 300_000,
      onHand: 200_000,
      rates: { collectedOfAssessed: null, remittedOfCollected: null },
    });
  });
});

describe("a voided receipt", () => {
  it("takes its payment back when it is voided: the quarter of the payment stays as it was published", () => {
    const life = paid(collectedInAugust, voided);
    expect(totals(q3, life)).toMatchObject({ receipted: 300_000, voided: 0, collected: 300_000 });
    expect(totals(q4, life)).toMatchObject({
      receipted: 0,
      voided: 300_000,
      collected: -300_000,
      broughtForward: 300_000,
      onHand: 0,
      receipts: { issued: 0, voided: 1, replaced: 0 },
    });
  });

  it("that is replaced moves no money: one more paper was written", () => {
    const life = paid(collectedInAugust, { ...voided, replacedBy: receipt("2") } as DossierCommand);
    expect(totals({ ...q3, to: "2019-01-01" }, life)).toMatchObject({
      collected: 300_000,
      voided: 0,
      onHand: 300_000,
      receipts: { issued: 2, voided: 0, replaced: 1 },
    });
  });
});

describe("93 billion VND collected and remitted, as in Bắc Ninh in 2018", () => {
  it("are exact, to the đồng", () => {
    const payments = Array.from({ length: 1_000 }, (_, n) => n);
    const amount = 93_000_000;
    const dossier = dossierOf(
      asked("receive", "2018-07-02T09:00"),
      asked("assessCharge", "2018-07-03T09:00", { amount: { kind: "tax", ...vnd(amount * 1_000 + 1) } }),
      ...payments.map((n) =>
        asked("collectPayment", "2018-07-04T09:00", {
          amount: vnd(amount + (n === 0 ? 1 : 0)),
          receipt: receipt(`${n}`),
        }),
      ),
    );
    const remitted = remit("2018-07-31T16:00", 93_000_000_000, "KB-1", {
      amount: { kind: "tax", ...vnd(93_000_000_000) },
    });
    expect(totals(q3, dossier, treasuryOf(remitted))).toMatchObject({
      assessed: 93_000_000_001,
      collected: 93_000_000_001,
      remitted: 93_000_000_000,
      onHand: 1,
      receipts: { issued: 1_000 },
    });
  });
});

describe("remitting more than is on hand is a fact, and shows", () => {
  const tooMuch = treasuryOf(remit("2018-09-28T16:00", 300_001, "KB-1"));

  it("as what is missing", () => {
    expect(totals(q3, paid(collectedInAugust), tooMuch)).toMatchObject({ onHand: -1, shortfall: 1 });
  });

  it("not hidden by what another unit, or another kind of money, has left", () => {
    const elsewhere = paid(collectedInAugust).map((event) =>
      event.type === "PaymentCollected" ? { ...event, data: { ...event.data, unit: "ward 1" } } : event,
    );
    expect(totals(q3, paid(collectedInAugust), tooMuch, elsewhere)).toMatchObject({ onHand: 299_999, shortfall: 1 });
    const tax = treasuryOf(remit("2018-09-28T16:00", 1, "KB-1", { amount: { kind: "tax", ...vnd(1) } }));
    expect(totals(q3, paid(collectedInAugust), tax)).toMatchObject({ onHand: 299_999, shortfall: 1 });
  });

  it("payments of imported dossiers without a centre are in the same till", () => {
    const imported = paid(collectedInAugust).map((event) => {
      if (event.type !== "PaymentCollected") return event;
      const { centre: _, ...data } = event.data;
      return { ...event, data };
    });
    expect(totals(q3, imported, treasuryOf(remit("2018-09-28T16:00", 300_000, "KB-1"))).shortfall).toBe(0);
  });

  it("what a unit has on hand can be asked before", () => {
    const view = revenueOf(paid(collectedInAugust), treasuryOf(remit("2018-09-28T16:00", 100_000, "KB-1")));
    const fee = { unit: "one-stop", kind: "fee", currency: "VND" } as const;
    expect(onHandOf(view, { ...fee, asOf: vn("2018-09-28T15:59") })).toBe(300_000);
    expect(onHandOf(view, { ...fee, asOf: vn("2018-09-28T16:00") })).toBe(200_000);
    expect(onHandOf(view, { ...fee, kind: "tax", asOf: vn("2018-09-28T16:00") })).toBe(0);
  });
});

describe("quarters are settled by unit (NĐ 61/2018, Đ12.9)", () => {
  const remitted = remit("2018-09-28T16:00", 250_000, "KB-1");
  const sound = fees({ collected: 300_000, remitted: 250_000, onHand: 50_000 });
  const statuses = (query: RevenueQuery, ...commands: ReadonlyArray<TreasuryCommand>) =>
    revenueReport(revenueOf(paid(collectedInAugust), treasuryOf(remitted, ...commands)), query).settlements;

  it("a quarter that is not over cannot be; one that is over stays open until it is", () => {
    expect(statuses({ ...q3, asOf: vn("2018-09-30T23:59:59.999") })).toMatchObject([{ status: "notOver" }]);
    expect(statuses({ ...q3, asOf: vn("2018-10-01T00:00") })).toMatchObject([{ status: "open", settledAt: null }]);
  });

  it("agrees with what was recorded, from when it was given", () => {
    const given = settle("2018-10-10T09:00", "2018-Q3", sound);
    expect(statuses(q3, given)).toEqual([
      {
        unit: "one-stop",
        quarter: "2018-Q3",
        status: "agrees",
        settledAt: "2018-10-10T09:00:00.000+07:00",
        lines: [
          {
            kind: "fee",
            booked: { collected: 300_000, refunded: 0, remitted: 250_000, onHand: 50_000 },
            given: { collected: 300_000, refunded: 0, remitted: 250_000, onHand: 50_000 },
          },
        ],
      },
    ]);
    expect(statuses({ ...q3, asOf: vn("2018-10-10T08:59") }, given)).toMatchObject([{ status: "open" }]);
  });

  it.each([
    ["other payments than were recorded", [{ ...sound, collected: 299_999, onHand: 49_999 }]],
    ["a kind of money that was left out", []],
    ["a kind of money that nobody paid", [sound, fees({ kind: "tax", collected: 1, onHand: 1 })]],
  ])("differs by %s", (_, lines) => {
    expect(statuses(q3, settle("2018-10-10T09:00", "2018-Q3", ...lines))).toMatchObject([{ status: "differs" }]);
  });

  it("the next quarter is another account, with what was brought forward", () => {
    const next = statuses({ ...q3, to: "2019-01-01" }, settle("2018-10-10T09:00", "2018-Q3", sound));
    expect(next).toMatchObject([
      { quarter: "2018-Q3", status: "agrees" },
      { quarter: "2018-Q4", status: "open", lines: [{ booked: { collected: 0, onHand: 50_000 }, given: null }] },
    ]);
  });

  it("is given by currency: what was settled in another is not held against this one", () => {
    const both = [sound, fees({ currency: "USD", collected: 7, onHand: 7 })];
    expect(statuses(q3, settle("2018-10-10T09:00", "2018-Q3", ...both.toReversed()))).toMatchObject([
      { status: "agrees", lines: [{ kind: "fee", given: { collected: 300_000 } }] },
    ]);
  });

  it("of imported accounts of one quarter the latest stands, in whatever order they are recorded", () => {
    const [first = [], last = []] = [
      settle("2018-10-10T09:00", "2018-Q3"),
      settle("2018-10-11T09:00", "2018-Q3", sound),
    ].map((command) => treasuryOf(command));
    for (const order of [
      [first, last],
      [last, first],
    ]) {
      const view = revenueOf(paid(collectedInAugust), treasuryOf(remitted), ...order);
      expect(revenueReport(view, q3).settlements).toMatchObject([{ status: "agrees" }]);
    }
  });

  it("a unit that only assesses has nothing to settle", () => {
    expect(statuses(q3).map(({ unit }) => unit)).toEqual(["one-stop"]);
  });
});

describe("the report", () => {
  const dollars = dossierOf(
    asked("receive", "2018-07-02T09:00"),
    asked("assessCharge", "2018-07-03T09:00", { amount: { kind: "charge", minor: 500, currency: "USD" } }),
  );

  it("is of one currency, and names the others", () => {
    const view = revenueOf(paid(collectedInAugust), dollars);
    expect(revenueReport(view, q3)).toMatchObject({ otherCurrencies: ["USD"], total: { assessed: 300_000 } });
    expect(revenueReport(view, { ...q3, currency: "USD" })).toMatchObject({
      otherCurrencies: ["VND"],
      total: { assessed: 500, collected: 0, rates: { collectedOfAssessed: 0, remittedOfCollected: null } },
    });
  });

  it("groups by unit and kind: assessed where it was assessed, collected where it was paid", () => {
    const { groups } = revenueReport(revenueOf(paid(collectedInAugust)), { ...q3, by: ["unit", "kind"] });
    expect(groups).toMatchObject([
      { key: { unit: "land office", kind: "fee" }, assessed: 300_000, collected: 0 },
      { key: { unit: "one-stop", kind: "fee" }, assessed: 0, collected: 300_000 },
    ]);
  });

  it("of nothing at all is empty", () => {
    const { total, groups, settlements } = revenueReport(revenueOf(), { zone, by: ["unit"] });
    expect(total).toMatchObject({ assessed: 0, collected: 0, onHand: 0, rates: { collectedOfAssessed: null } });
    expect([groups, settlements]).toEqual([[], []]);
  });
});
