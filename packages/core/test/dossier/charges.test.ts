import { anyCommands, play } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DossierCommand, financeOf } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";
import { runs } from "../support/tier.js";
import { decider } from "../support/vietnam.js";

const received = asked("receive", "2018-07-02T09:00");
const assessed = asked("assessCharge", "2018-07-03T09:00");
const vnd = (minor: number) => ({ minor, currency: "VND" });
const receipt = (serial: string) => ({ form: "01BLP", symbol: "AA-18P", serial });
const collected = (minor: number, serial: string, time = "2018-07-04T09:00") =>
  asked("collectPayment", time, { amount: vnd(minor), receipt: receipt(serial) });
const refunded = (minor: number) => asked("refundPayment", "2018-07-05T09:00", { amount: vnd(minor) });
const voided = (serial: string, replacedBy?: string) =>
  asked("voidReceipt", "2018-07-06T09:00", {
    receipt: receipt(serial),
    ...(replacedBy && { replacedBy: receipt(replacedBy) }),
  });

const owed = given(received, assessed);
const refusalOf = (history: ReadonlyArray<DossierCommand>, command: DossierCommand) =>
  given(received, assessed, ...history).when(command).refused;

describe("fees, charges and taxes of a dossier", () => {
  it("are assessed by a unit, on a basis, and numbered", () => {
    expect(given(received).when(assessed).events).toMatchObject([
      {
        type: "ChargeAssessed",
        data: {
          charge: "charge-1",
          name: "survey fee",
          amount: { kind: "fee", minor: 300_000, currency: "VND" },
          unit: "land office",
          centre: "bac-ninh",
        },
      },
    ]);
    expect(owed.when(assessed).events).toMatchObject([{ data: { charge: "charge-2" } }]);
  });

  it("are collected by a unit on a receipt, with the kind and centre that the money counts for", () => {
    expect(owed.when(collected(300_000, "1")).events).toEqual([
      expect.objectContaining({
        type: "PaymentCollected",
        data: {
          charge: "charge-1",
          amount: { kind: "fee", minor: 300_000, currency: "VND" },
          method: "cash",
          unit: "one-stop",
          centre: "bac-ninh",
          receipt: receipt("1"),
        },
      }),
    ]);
  });

  it.each([0, -1, 0.5, Number.NaN, 2 ** 53])("of %d are none", (minor) => {
    const amount = { kind: "fee", minor, currency: "VND" } as const;
    expect(given(received).when(asked("assessCharge", "2018-07-03T09:00", { amount })).refused).toEqual({
      code: "AmountRefused",
    });
    expect(refusalOf([], collected(minor, "1"))).toEqual({ code: "AmountRefused" });
    expect(refusalOf([collected(1, "1")], refunded(minor))).toEqual({ code: "AmountRefused" });
  });

  it("are paid in their own currency, and paid back in it", () => {
    const dollars = { amount: { minor: 100, currency: "USD" } };
    const differs = { code: "CurrencyDiffers", charge: "charge-1", currency: "VND", given: "USD" };
    expect(refusalOf([], asked("collectPayment", "2018-07-04T09:00", dollars))).toEqual(differs);
    expect(refusalOf([collected(1, "1")], asked("refundPayment", "2018-07-05T09:00", dollars))).toEqual(differs);
  });

  it("that were never assessed cannot be paid", () => {
    expect(refusalOf([], asked("collectPayment", "2018-07-04T09:00", { charge: "charge-9" }))).toEqual({
      code: "ChargeUnknown",
      charge: "charge-9",
    });
  });

  it("do not stop the clock: that is what an obligation does", () => {
    expect(owed.state).toMatchObject({ status: "received", clock: { stopped: null } });
  });
});

describe("not more is collected than was assessed", () => {
  it("in parts up to the last đồng", () => {
    expect(refusalOf([collected(299_999, "1")], collected(1, "2"))).toBeUndefined();
    expect(refusalOf([collected(299_999, "1")], collected(2, "2"))).toEqual({
      code: "MoreThanAssessed",
      charge: "charge-1",
      assessed: 300_000,
      paid: 299_999,
      given: 2,
    });
  });

  it("what was refunded can be collected again", () => {
    const history = [collected(300_000, "1"), refunded(100_000)];
    expect(refusalOf(history, collected(100_000, "2"))).toBeUndefined();
    expect(refusalOf(history, collected(100_001, "2"))).toMatchObject({ code: "MoreThanAssessed", paid: 200_000 });
  });
});

describe("not more is refunded than was collected", () => {
  it("in parts up to the last đồng", () => {
    const history = [collected(200_000, "1"), refunded(150_000)];
    expect(refusalOf(history, refunded(50_000))).toBeUndefined();
    expect(refusalOf(history, refunded(50_001))).toEqual({
      code: "MoreThanCollected",
      charge: "charge-1",
      collected: 200_000,
      refunded: 200_001,
    });
  });

  it("says why", () => {
    expect(refusalOf([collected(1, "1")], asked("refundPayment", "2018-07-05T09:00", { reason: "" }))).toEqual({
      code: "ReasonsMissing",
    });
  });

  it("also after a withdrawal, when nothing more is collected", () => {
    const withdrawn = [collected(300_000, "1"), asked("withdraw", "2018-07-05T08:00")];
    expect(refusalOf(withdrawn, refunded(300_000))).toBeUndefined();
    expect(refusalOf(withdrawn, collected(1, "2"))?.code).toBe("NotPossibleNow");
  });
});

describe("a receipt", () => {
  it("stands for one payment of the dossier", () => {
    expect(refusalOf([collected(1, "1")], collected(1, "1"))).toEqual({
      code: "ReceiptAlreadyUsed",
      receipt: receipt("1"),
    });
  });

  it("of another symbol or form with the same serial is another receipt", () => {
    const other = { amount: vnd(1), receipt: { ...receipt("1"), symbol: "AB-18P" } };
    expect(refusalOf([collected(1, "1")], asked("collectPayment", "2018-07-05T09:00", other))).toBeUndefined();
  });

  it("voided without another: its payment was never made, and can be made again", () => {
    const history = [collected(300_000, "1"), voided("1")];
    expect(financeOf(given(received, assessed, ...history).state)).toMatchObject({ status: "unpaid" });
    expect(refusalOf(history, collected(300_000, "2"))).toBeUndefined();
    expect(refusalOf(history, refunded(1))?.code).toBe("MoreThanCollected");
  });

  it("voided and replaced: the payment stands", () => {
    const { events, state } = given(received, assessed, collected(300_000, "1")).when(voided("1", "2"));
    expect(events).toMatchObject([
      {
        data: { amount: { kind: "fee", minor: 300_000, currency: "VND" }, unit: "one-stop", replacedBy: receipt("2") },
      },
    ]);
    expect(financeOf(state)).toMatchObject({ status: "paid" });
  });

  it("that was voided or replaced is void: neither used nor voided again", () => {
    const replaced = [collected(1, "1"), voided("1", "2")];
    for (const history of [replaced, [collected(1, "1"), voided("1")]]) {
      expect(refusalOf(history, collected(1, "1"))?.code).toBe("ReceiptAlreadyUsed");
      expect(refusalOf(history, voided("1"))).toEqual({
        code: "ReceiptNotValid",
        receipt: receipt("1"),
        detail: "voided",
      });
    }
    expect(refusalOf(replaced, voided("2"))).toBeUndefined();
    expect(refusalOf(replaced, voided("2", "1"))?.code).toBe("ReceiptAlreadyUsed");
  });

  it("that nobody wrote cannot be voided", () => {
    expect(refusalOf([], voided("7"))).toMatchObject({ code: "ReceiptNotValid", detail: "unknown" });
  });

  it("whose payment was given back is not voided as never paid", () => {
    expect(refusalOf([collected(300_000, "1"), refunded(1)], voided("1"))).toEqual({
      code: "MoreThanCollected",
      charge: "charge-1",
      collected: 0,
      refunded: 1,
    });
  });

  it("but it can be replaced: that takes nothing back", () => {
    expect(refusalOf([collected(300_000, "1"), refunded(1)], voided("1", "2"))).toBeUndefined();
  });

  it("is voided for a reason", () => {
    const without = asked("voidReceipt", "2018-07-06T09:00", { reason: "" });
    expect(refusalOf([asked("collectPayment", "2018-07-04T09:00")], without)).toEqual({ code: "ReasonsMissing" });
  });
});

describe("the finance status is beside that of the dossier", () => {
  const statusAfter = (...history: ReadonlyArray<DossierCommand>) =>
    financeOf(given(received, ...history).state).status;

  const paidToo = asked("collectPayment", "2018-07-04T10:00", { charge: "charge-2", receipt: receipt("2") });

  it.each<[string, ReadonlyArray<DossierCommand>]>([
    ["nothingOwed", []],
    ["unpaid", [assessed]],
    ["partlyPaid", [assessed, collected(1, "1")]],
    ["paid", [assessed, collected(300_000, "1")]],
    ["partlyRefunded", [assessed, collected(300_000, "1"), refunded(1)]],
    ["refunded", [assessed, collected(300_000, "1"), refunded(300_000)]],
    ["cancelled", [assessed, asked("withdraw", "2018-07-05T09:00")]],
    ["partlyPaid", [assessed, assessed, collected(300_000, "1")]],
    ["partlyRefunded", [assessed, assessed, collected(300_000, "1"), paidToo, refunded(300_000)]],
  ])("%s", (status, history) => {
    expect(statusAfter(...history)).toBe(status);
  });

  it("each charge has its own", () => {
    const { charges } = financeOf(given(received, assessed, assessed, collected(300_000, "1")).state);
    expect(charges).toMatchObject([
      { charge: "charge-1", assessed: 300_000, collected: 300_000, refunded: 0, status: "paid" },
      { charge: "charge-2", collected: 0, status: "unpaid" },
    ]);
  });
});

it("whatever is asked, no charge is paid beyond what is owed, nor refunded beyond what was paid", () => {
  let paid = 0;
  fc.assert(
    fc.property(anyCommands({ maxLength: 60 }), (commands) => {
      for (const { assessed: owes, collected: sum, refunded: back } of financeOf(play(decider, commands).state)
        .charges) {
        expect(back).toBeLessThanOrEqual(sum);
        expect(sum - back).toBeLessThanOrEqual(owes);
        if (sum > 0) paid++;
      }
    }),
    runs(300),
  );
  expect(paid).toBeGreaterThan(10);
});
