import { anyEvents, anyHistory } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type DossierEvent,
  type DossierLife,
  type Due,
  formatTerm,
  type LocalDate,
  type Term,
  VIETNAM,
  type WhatIfReport,
  whatIfReport,
  whatIfRows,
} from "../../src/index.js";
import { underTerm } from "../../src/kpi/under-term.js";
import { asked } from "../support/commands.js";
import { rightOf } from "../support/either.js";
import { type History, happened, received, resolved } from "../support/figures.js";
import { historyOf } from "../support/history.js";
import { days, hours } from "../support/procedures.js";
import { runs } from "../support/tier.js";
import { decider, dueBy, dueOn, vn } from "../support/vietnam.js";

const year = { from: vn("2018-01-02T00:00"), to: vn("2018-12-31T00:00") };

/** Of every fact that gives a due date, the date. */
const datesOf = (history: History): ReadonlyArray<Due | undefined> =>
  history.flatMap(({ data }) => {
    const { promisedDue, due, to } = data as { promisedDue?: Due; due?: Due; to?: Due };
    const dates = [promisedDue, due, typeof to === "object" ? to : undefined].filter((date) => date !== undefined);
    return dates.length === 0 ? [] : [dates.at(-1)];
  });

const datesUnder = (term: Term, history: History) => datesOf(rightOf(underTerm(VIETNAM)(history, term)));

const reportOf = (lives: ReadonlyArray<History>, term: Term, asOf = vn("2019-06-01T00:00")): WhatIfReport => {
  const { empty, step } = whatIfRows(VIETNAM, term);
  const named: ReadonlyArray<DossierLife> = lives.map((events, n) => ({ stream: `dossier-${n}`, events }));
  const seen = { firstOccurredAt: year.from, lastOccurredAt: asOf };
  const query = { zone: VIETNAM.zone, onTimeBy: "auto", procedure: "1.001776", term } as const;
  return whatIfReport(seen, named.reduce(step, empty()), query);
};

describe("a due date that followed from the term follows from the other one", () => {
  const receive = asked("receive", "2018-07-02T09:00", { legalTerm: days(5), committedTerm: days(3) });

  it("the promise", () => {
    const history = historyOf(receive);
    expect(datesOf(history)).toEqual([dueOn("2018-07-05")]);
    expect(datesUnder(days(10), history)).toEqual([dueOn("2018-07-16")]);
    expect(datesUnder(hours(8), history)).toEqual([dueBy("2018-07-03T09:00")]);
  });

  it("the whole of it anew after a supplement", () => {
    const history = historyOf(
      receive,
      asked("requestSupplement", "2018-07-03T09:00"),
      asked("receiveSupplement", "2018-07-10T09:00"),
    );
    expect(datesUnder(days(10), history)).toEqual([dueOn("2018-07-16"), dueOn("2018-07-24")]);
  });

  it("later by what a payment was waited for, and by an extension", () => {
    const history = historyOf(
      receive,
      asked("assignHandler", "2018-07-02T10:00"),
      asked("notifyObligation", "2018-07-03T09:00"),
      asked("settleObligation", "2018-07-05T09:00"),
      asked("extendDeadline", "2018-07-06T09:00", { amount: 3 }),
    );
    expect(datesOf(history)).toEqual([dueOn("2018-07-05"), dueOn("2018-07-09"), dueOn("2018-07-12")]);
    expect(datesUnder(days(4), history)).toEqual([dueOn("2018-07-06"), dueOn("2018-07-10"), dueOn("2018-07-13")]);
  });

  it("from the corrected reception on, once it was corrected", () => {
    const history = historyOf(
      receive,
      asked("correctFact", "2018-07-04T09:00", {
        correction: { field: "receivedAt", from: vn("2018-07-02T09:00"), to: vn("2018-06-29T09:00") },
      }),
    );
    expect(datesUnder(days(1), history)).toEqual([dueOn("2018-07-03"), dueOn("2018-07-02")]);
  });

  it("whatever was announced instead by a correction of the term", () => {
    const history = historyOf(
      receive,
      asked("correctFact", "2018-07-04T09:00", {
        correction: { field: "committedTerm", from: days(3), to: days(4) },
      }),
    );
    expect(datesOf(history)).toEqual([dueOn("2018-07-05"), dueOn("2018-07-06")]);
    expect(datesUnder(days(1), history)).toEqual([dueOn("2018-07-03"), dueOn("2018-07-03")]);
  });
});

describe("a dossier is left as it was", () => {
  const extended = happened("DeadlineExtended", "2018-07-03T09:00", {
    amount: 1,
    from: dueOn("2018-07-05"),
    to: dueOn("2018-07-06"),
    reason: "complexity",
    basis: "Luật Đất đai",
  });
  const promised = (date: LocalDate) => received("2018-07-02T09:00", dueOn(date), { legalTerm: days(3) });
  const cases: ReadonlyArray<readonly [reason: string, life: History, term: Term]> = [
    ["noTerm", [received("2018-07-02T09:00")], days(10)],
    ["notFromTheTerm", [promised("2018-07-31")], days(10)],
    ["otherUnit", [promised("2018-07-05"), extended], hours(8)],
    ["calendarYearMissing", [promised("2018-07-05")], days(9_999)],
  ];

  it.each(cases)("%s", (reason, life, term) => {
    expect(underTerm(VIETNAM)(life, term)).toMatchObject({ left: reason });
    const { leftAsTheyWere, asItWas, underTheTerm } = reportOf([[...life, resolved("2018-07-10T09:00")]], term);
    expect(leftAsTheyWere).toMatchObject({ [reason]: 1, total: 1 });
    expect(underTheTerm).toEqual(asItWas);
  });
});

it("of those that kept their date it counts who would not have, and the other way round", () => {
  const life = (end: string) => [
    ...historyOf(asked("receive", "2018-07-02T09:00", { legalTerm: days(5) })),
    ...(end === "" ? [] : [resolved(end)]),
  ];
  const lives = [life("2018-07-04T09:00"), life("2018-07-06T09:00"), life("2018-07-11T09:00"), life("")];
  expect(reportOf(lives, days(3)).turned).toEqual({ late: 1, onTime: 0 });
  const longer = reportOf(lives, days(9));
  expect(longer).toMatchObject({ term: "9wd", turned: { late: 0, onTime: 1 }, leftAsTheyWere: { total: 0 } });
  expect(longer.asItWas.resolved).toMatchObject({ early: 2, onTime: 0, late: 1 });
  expect(longer.underTheTerm.resolved).toMatchObject({ early: 3, onTime: 0, late: 0 });
  expect(reportOf(lives, days(1_000)).turned).toEqual({ late: 0, onTime: 2 });
});

describe("under the dossiers' own term", () => {
  const ownTermOf = (history: History): Term | undefined => {
    const [term] = history.flatMap(({ type, data }) =>
      type === "DossierReceived" ? [data.committedTerm ?? data.legalTerm] : [],
    );
    return term;
  };
  const correctsTerm = ({ type, data }: DossierEvent) =>
    type === "FactCorrected" && /Term$/.test(data.correction.field);

  it("the indicators are as they were, of whatever a decider made, and none is left out", () => {
    let compared = 0;
    fc.assert(
      fc.property(fc.array(anyHistory(decider, { start: year }), { maxLength: 8 }), (drawn) => {
        const histories = drawn.filter((history) => !history.some(correctsTerm));
        const byTerm = Map.groupBy(histories, (history) => JSON.stringify(ownTermOf(history) ?? null));
        for (const lives of byTerm.values()) {
          const term = ownTermOf(lives[0] ?? []);
          if (term === undefined) continue;
          compared += lives.length;
          const { asItWas, underTheTerm, turned, leftAsTheyWere } = reportOf(lives, term);
          expect(leftAsTheyWere.total).toBe(0);
          expect(underTheTerm).toEqual(asItWas);
          expect(turned).toEqual({ late: 0, onTime: 0 });
        }
      }),
      runs(300, 5_000),
    );
    expect(compared).toBeGreaterThan(500);
  });

  it("and under any other term the same dossiers come in and go out, whatever the events", () => {
    const wild = fc.array(anyEvents(12, year), { maxLength: 8 });
    const made = fc.array(anyHistory(decider, { start: year }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.oneof(wild, made), fc.integer({ min: 0, max: 40 }), (lives, amount) => {
        const { term, asItWas, underTheTerm, turned } = reportOf(lives, days(amount));
        expect(term).toBe(formatTerm(days(amount)));
        const { rates: _, resolved: a, inProgress: b, rescheduled: __, ...was } = asItWas;
        const { rates: ___, resolved: c, inProgress: d, rescheduled: ____, ...would } = underTheTerm;
        expect(would).toEqual(was);
        expect([c.total, d.total]).toEqual([a.total, b.total]);
        expect(turned.late - turned.onTime).toBe(c.late + d.overdue - a.late - b.overdue);
      }),
      runs(200),
    );
  });
});
