import { deciderSpec } from "@motcua/testkit";
import fc from "fast-check";
import { isRight, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { type TreasuryCommand, type TreasuryEvent, treasuryEvents, treasuryStream } from "../../src/index.js";
import { runs } from "../support/tier.js";
import { fees, remit, settle, treasury } from "../support/treasury.js";

const after = (...commands: ReadonlyArray<TreasuryCommand>) => {
  const events: TreasuryEvent[] = [];
  let state = treasury.initial;
  for (const command of commands) {
    const decision = treasury.decide(command, state);
    if (!isRight(decision)) throw new Error(`${command.type} was refused: ${decision.left.code}`);
    events.push(...decision.right);
    state = decision.right.reduce(treasury.evolve, state);
  }
  return deciderSpec(treasury).given(events);
};

/** What the last event says was not kept. */
const flags = (command: TreasuryCommand, ...before: ReadonlyArray<TreasuryCommand>): ReadonlyArray<string> => {
  const state = before.reduce((held, each) => {
    const decision = treasury.decide(each, held);
    return isRight(decision) ? decision.right.reduce(treasury.evolve, held) : held;
  }, treasury.initial);
  const decision = treasury.decide(command, state);
  if (!isRight(decision)) throw new Error(`refused: ${decision.left.code}`);
  return decision.right.flatMap(({ data }) => (data.violations ?? []).map(({ rule, detail }) => `${rule}: ${detail}`));
};

describe("money is remitted to the State budget", () => {
  it("on a voucher, for a unit and its centre", () => {
    after()
      .when(remit("2018-07-31T16:00", 93_000_000_000, "KB-1"))
      .then([
        {
          type: "AmountRemitted",
          occurredAt: Date.parse("2018-07-31T16:00+07:00"),
          data: {
            unit: "one-stop",
            centre: "bac-ninh",
            amount: { kind: "fee", minor: 93_000_000_000, currency: "VND" },
            voucher: "KB-1",
          },
        },
      ]);
  });

  it.each([0, -1, 0.5, Number.NaN])("of %d đồng there is nothing to remit", (minor) => {
    after()
      .when(remit("2018-07-31T16:00", minor, "KB-1"))
      .thenError("AmountRefused");
  });

  it("a voucher stands for one remittance", () => {
    after(remit("2018-07-31T16:00", 1, "KB-1"))
      .when(remit("2018-08-31T16:00", 1, "KB-1"))
      .thenError("VoucherAlreadyUsed");
  });

  it("more than is on hand is a fact: recorded and flagged", () => {
    expect(flags(remit("2018-07-31T16:00", 101, "KB-1", { onHand: 100 }))).toEqual([
      "cash on hand: remitted 101, on hand 100",
    ]);
    expect(flags(remit("2018-07-31T16:00", 100, "KB-1", { onHand: 100 }))).toEqual([]);
    after()
      .when(remit("2018-07-31T16:00", 1, "KB-1", { onHand: 0.5 }))
      .thenError("AmountRefused");
    after(remit("2018-07-31T16:00", 101, "KB-1", { onHand: 100 }))
      .when(remit("2018-08-31T16:00", 1, "KB-2", { onHand: 0 }))
      .thenState(({ violations }) => expect(violations).toBe(2));
  });
});

describe("a quarter is settled (NĐ 61/2018, Đ12.9)", () => {
  it("as the unit gives it, when it is over: from local midnight on", () => {
    after().when(settle("2018-09-30T23:59:59.999", "2018-Q3")).thenError("QuarterRefused");
    after()
      .when(settle("2018-10-01T00:00", "2018-Q3", fees()))
      .thenState(({ settlements }) => expect(settlements).toEqual([{ quarter: "2018-Q3", lines: [fees()] }]));
  });

  it("once", () => {
    after(settle("2018-10-05T09:00", "2018-Q3"))
      .when(settle("2018-10-06T09:00", "2018-Q3"))
      .thenError("QuarterAlreadySettled");
  });

  it("of a year there are four", () => {
    after()
      .when(settle("2018-10-05T09:00", "2018-Q5" as "2018-Q4"))
      .thenError("QuarterRefused");
  });

  it("with one line for each kind and currency, in whole minor units", () => {
    after()
      .when(settle("2018-10-05T09:00", "2018-Q3", fees(), fees()))
      .thenError("SettlementLineTwice");
    after()
      .when(settle("2018-10-05T09:00", "2018-Q3", fees(), fees({ currency: "USD" })))
      .thenState(() => {});
    for (const wrong of [{ collected: 0.5 }, { refunded: -1 }, { remitted: -1 }, { onHand: Number.NaN }])
      after()
        .when(settle("2018-10-05T09:00", "2018-Q3", fees(wrong)))
        .thenError("AmountRefused");
  });

  const remitted = [remit("2018-07-31T16:00", 60, "KB-1"), remit("2018-09-30T23:59", 30, "KB-2")];
  const sound = fees({ collected: 110, refunded: 10, remitted: 90, onHand: 10 });

  it("agrees when all that came in was given back, remitted or is on hand", () => {
    expect(flags(settle("2018-10-05T09:00", "2018-Q3", sound), ...remitted)).toEqual([]);
  });

  it("an account that does not agree is recorded, each difference flagged", () => {
    const wrong = { ...sound, remitted: 80 };
    expect(flags(settle("2018-10-05T09:00", "2018-Q3", wrong), ...remitted)).toEqual([
      "ND-61-2018 D12.9: fee VND: remitted 80, recorded 90",
      "ND-61-2018 D12.9: fee VND: on hand 10, by its own figures 20",
    ]);
  });

  it("what was remitted and not accounted for is a difference", () => {
    expect(flags(settle("2018-10-05T09:00", "2018-Q3"), ...remitted)).toEqual([
      "ND-61-2018 D12.9: fee VND: remitted 0, recorded 90",
    ]);
  });

  it("a remittance belongs to the quarter of its local date", () => {
    const next = remit("2018-10-01T00:00", 5, "KB-3");
    expect(flags(settle("2018-10-05T09:00", "2018-Q3", sound), ...remitted, next)).toEqual([]);
  });

  it("what was on hand is brought forward from the last quarter that was settled, in whatever order they were", () => {
    const first = settle("2018-10-05T09:00", "2018-Q3", sound);
    const second = fees({ collected: 5, remitted: 0, onHand: 15 });
    expect(flags(settle("2019-01-05T09:00", "2018-Q4", second), ...remitted, first)).toEqual([]);
    expect(flags(settle("2019-01-05T09:00", "2018-Q4"), ...remitted, first)).toEqual([
      "ND-61-2018 D12.9: fee VND: on hand 0, by its own figures 10",
    ]);
    const third = settle("2019-04-05T09:00", "2019-Q1", fees({ onHand: 15 }));
    expect(flags(third, ...remitted, first, settle("2019-01-05T09:00", "2018-Q4", second))).toEqual([]);
    const later = settle("2019-01-05T09:00", "2018-Q4", fees({ collected: 7, onHand: 7 }));
    expect(flags(settle("2019-01-06T09:00", "2018-Q3", sound), ...remitted, later)).toEqual([]);
  });
});

it("a treasury is that of one unit", () => {
  after(remit("2018-07-31T16:00", 1, "KB-1"))
    .when(remit("2018-07-31T16:00", 1, "KB-2", { unit: "ward 1" }))
    .thenError("TreasuryOfOtherUnit");
  expect(treasuryStream("ward 1")).toBe("treasury-ward 1");
});

it("an instant is whole milliseconds", () => {
  after()
    .when({ ...remit("2018-07-31T16:00", 1, "KB-1"), at: 0.5 })
    .thenError("InstantRefused");
});

it("what is decided can be stored and read again as it was", () => {
  const minor = fc.integer({ min: 0, max: 1_000_000 });
  const quarter = fc.constantFrom("2018-Q1", "2018-Q2", "2018-Q3");
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), minor, quarter), { maxLength: 10 }), (asked) => {
      let state = treasury.initial;
      for (const [remits, amount, of] of asked) {
        const command = remits
          ? remit("2018-06-30T09:00", amount, String(amount), { onHand: 500_000 })
          : settle("2018-10-01T09:00", of as "2018-Q1", fees({ collected: amount, onHand: amount }));
        const decision = treasury.decide(command, state);
        if (!isRight(decision)) continue;
        for (const { type, data } of decision.right)
          expect(treasuryEvents[type].decode(JSON.parse(JSON.stringify(data)))).toEqual(right(data));
        state = decision.right.reduce(treasury.evolve, state);
      }
    }),
    runs(100),
  );
});

it("a quarter that does not exist is not read", () => {
  const data = { unit: "u", centre: "c", quarter: "2018-Q5", lines: [] };
  expect(treasuryEvents.QuarterSettled.decode(data)).toMatchObject({
    left: ["quarter: must be a quarter, YYYY-Q1 to YYYY-Q4"],
  });
});
