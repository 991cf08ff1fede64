import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Due, fromEpochDay, toEpochDay } from "../../src/index.js";
import { chain, entryBefore, lastEntry, pushEntry, pushNoEntry } from "../../src/kpi/chain.js";
import { dueColumn, dueIn, pushDue, pushSameDue, setDue } from "../../src/kpi/due-column.js";
import { instantColumn, instantIn, pushInstant, pushSameInstant } from "../../src/kpi/instant-column.js";
import { pushNoTerm, setTerm, termAt, termColumn } from "../../src/kpi/term-column.js";
import { pushText, setText, textAt, textColumn } from "../../src/kpi/text-column.js";
import { runs } from "../support/tier.js";

const instants = fc.integer({ min: Date.parse("0001-01-02T00:00Z"), max: Date.parse("9999-12-30T00:00Z") });
const days = fc.integer({ min: toEpochDay("0001-01-01"), max: toEpochDay("9999-12-31") });
const dues: fc.Arbitrary<Due | null> = fc.oneof(
  days.map((day): Due => ({ kind: "date", date: fromEpochDay(day) })),
  fc.constantFrom<Due>({ kind: "date", date: "0001-01-01" }, { kind: "date", date: "9999-12-31" }),
  instants.map((instant): Due => ({ kind: "instant", instant })),
  fc.constant(null),
);
const terms = fc.oneof(
  fc.record(
    {
      unit: fc.constantFrom("workingDay" as const, "calendarDay" as const),
      amount: fc.integer(),
      countFrom: fc.constantFrom("nextDay" as const, "instant" as const),
    },
    { requiredKeys: ["unit", "amount"] },
  ),
  fc.record({
    unit: fc.constant("workingHour" as const),
    amount: fc.double({ noNaN: true }).map((hours) => hours + 0),
  }),
  fc.constant(null),
);

describe("a column gives back", () => {
  it("due dates of both kinds, from the first day to the last", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(dues, dues)), (all) => {
        const kept = dueColumn();
        for (const [due] of all) pushDue(kept, due);
        for (const index of all.keys()) pushSameDue(kept, index);
        for (const [index, [, due]] of all.entries()) setDue(kept, index, due);
        expect(all.map((_, index) => dueIn(kept, index))).toEqual(all.map(([, due]) => due));
        expect(all.map((_, index) => dueIn(kept, all.length + index))).toEqual(all.map(([due]) => due));
      }),
      runs(200),
    );
  });

  it("instants, or none", () => {
    fc.assert(
      fc.property(fc.array(fc.option(instants)), (all) => {
        const kept = instantColumn();
        for (const instant of all) pushInstant(kept, instant);
        for (const index of all.keys()) pushSameInstant(kept, index);
        expect([...all, ...all].map((_, index) => instantIn(kept, index))).toEqual([...all, ...all]);
      }),
      runs(100),
    );
  });

  it("terms of all kinds", () => {
    fc.assert(
      fc.property(fc.array(terms), (all) => {
        const kept = termColumn();
        for (const _ of all) pushNoTerm(kept);
        for (const [index, term] of all.entries()) setTerm(kept, index, term);
        expect(all.map((_, index) => termAt(kept, index))).toEqual(all);
      }),
      runs(100),
    );
  });

  it("texts, each kept once", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.option(fc.string()), fc.option(fc.string()))), (all) => {
        const kept = textColumn();
        for (const [text] of all) pushText(kept, text);
        for (const [index, [, text]] of all.entries()) if (text !== null) setText(kept, index, text);
        expect(all.map((_, index) => textAt(kept, index))).toEqual(all.map(([before, after]) => after ?? before));
        expect(new Set(kept.texts).size).toBe(kept.texts.length);
      }),
      runs(100),
    );
  });
});

describe("nothing is taken over from nothing", () => {
  it("as a first due date or instant", () => {
    const [due, instant] = [dueColumn(), instantColumn()];
    pushSameDue(due, -1);
    pushSameInstant(instant, -1);
    expect([dueIn(due, 0), instantIn(instant, 0)]).toEqual([null, null]);
  });
});

describe("a chain", () => {
  it("holds the entries of each row in their order, however rows take turns", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4)), (rows) => {
        const kept = chain();
        for (let row = 0; row < 5; row++) pushNoEntry(kept);
        expect(rows.map((row) => pushEntry(kept, row))).toEqual(rows.map((_, entry) => entry));
        for (let row = 0; row < 5; row++) {
          const found: number[] = [];
          for (let entry = lastEntry(kept, row); entry >= 0; entry = entryBefore(kept, entry)) found.push(entry);
          expect(found.reverse()).toEqual(rows.flatMap((of, entry) => (of === row ? [entry] : [])));
        }
      }),
      runs(100),
    );
  });
});
