import fc from "fast-check";
import { isLeft, isRight, left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { localDateOf, receptionUnder, type Term, VIETNAM } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { rightOf } from "../support/either.js";
import { anyProcedureHistory, days, decided, hours, procedureOf, procedures, publish } from "../support/procedures.js";
import { given } from "../support/scenario.js";
import { runs } from "../support/tier.js";
import { type decider, vn } from "../support/vietnam.js";

const state = procedureOf(
  publish("2018-01-01"),
  decided("shortenTerm", "2018-07-01", { committedTerm: days(5) }),
  publish("2018-09-01", { legalTerm: days(8), agency: "environment office", field: "environment" }),
  decided("repeal", "2019-01-01", {}),
);

describe("a dossier is received under the version of its day, and keeps it (NĐ 61/2018, Đ39)", () => {
  it("before a term is announced, under the legal one", () => {
    expect(receptionUnder(state, "2018-06-30")).toEqual(
      right({
        procedure: { code: "1.001776", version: 1, field: "land" },
        agency: "land office",
        legalTerm: days(10),
      }),
    );
  });

  it("from then on, with the announced term", () => {
    expect(receptionUnder(state, "2018-07-01")).toMatchObject(right({ committedTerm: days(5) }));
  });

  it("under the next version, with its agency and field", () => {
    expect(receptionUnder(state, "2018-09-01")).toEqual(
      right({
        procedure: { code: "1.001776", version: 2, field: "environment" },
        agency: "environment office",
        legalTerm: days(8),
        committedTerm: days(5),
      }),
    );
  });

  it("where the result is promised for the same day, the term is none at all; one in hours stays", () => {
    const termOf = (legalTerm: Term) => {
      const sameDay = procedureOf(publish("2018-01-01", { legalTerm }), decided("declareSameDay", "2018-07-01", {}));
      return rightOf(receptionUnder(sameDay, "2018-07-02")).committedTerm;
    };
    expect(termOf(days(1))).toEqual(days(0));
    expect(termOf({ unit: "calendarDay", amount: 1 })).toEqual({ unit: "calendarDay", amount: 0 });
    expect(termOf(hours(4))).toBeUndefined();
  });

  it.each([
    ["before the first version", "2017-12-31", "notYet"],
    ["after the repeal", "2019-01-01", "repealed"],
  ] as const)("not %s", (_, date, standing) => {
    expect(receptionUnder(state, date)).toEqual(
      left({ code: "ProcedureNotInForce", procedure: "1.001776", date, standing }),
    );
  });

  it("not under a procedure that nobody knows", () => {
    expect(receptionUnder(procedures.initial, "2018-07-01")).toEqual(left({ code: "ProcedureUnknown" }));
  });
});

it("whatever was decided about a procedure, its terms are never refused at the counter", () => {
  const at = vn("2018-07-02T09:00");
  fc.assert(
    fc.property(anyProcedureHistory(), (events) => {
      const known = events.reduce(procedures.evolve, procedures.initial);
      const terms = receptionUnder(known, localDateOf(VIETNAM.zone, at));
      fc.pre(isRight(terms));
      if (isLeft(terms)) return;
      const { refused } = given().when({ ...asked("receive", "2018-07-02T09:00"), ...terms.right } as Parameters<
        typeof decider.decide
      >[0]);
      expect(refused).toBeUndefined();
    }),
    runs(300),
  );
});
