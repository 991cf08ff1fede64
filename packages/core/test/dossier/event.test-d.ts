import { describe, expectTypeOf, it } from "vitest";
import {
  type Amount,
  type DossierEvent,
  type DossierEventData,
  type DossierEventType,
  type Due,
  dossierEvent,
  type LocalDate,
  type Personal,
  type Term,
} from "../../src/index.js";

declare const event: DossierEvent;
declare const due: Due;
declare const term: Term;

describe("an event", () => {
  it("says by its type what its data are", () => {
    if (event.type === "DossierReceived") {
      expectTypeOf(event.data.procedure.version).toBeNumber();
      expectTypeOf(event.data.promisedDue).toEqualTypeOf<Due | undefined>();
      expectTypeOf(event.data.applicant).toEqualTypeOf<Personal | undefined>();
    }
    if (event.type === "FinancialObligationNotified")
      expectTypeOf(event.data.amounts).toEqualTypeOf<ReadonlyArray<Amount>>();
    if (event.type === "SatisfactionRated") expectTypeOf(event.data.score).toBeNumber();
  });

  it("has one of the types that are known, and no other", () => {
    expectTypeOf<DossierEvent["type"]>().toEqualTypeOf<DossierEventType>();
    expectTypeOf<Extract<DossierEvent, { readonly type: "DossierOverdue" }>["data"]>().toEqualTypeOf<
      DossierEventData<"DossierOverdue">
    >();
  });

  it("is made with the data of its type", () => {
    expectTypeOf(dossierEvent("DossierWithdrawn", 0, {})).toExtend<DossierEvent>();
    // @ts-expect-error an overdue notice names its due date
    dossierEvent("DossierOverdue", 0, {});
    // @ts-expect-error there is no such event
    dossierEvent("DossierForgotten", 0, {});
  });

  it("cannot be changed", () => {
    // @ts-expect-error what has happened has happened
    event.occurredAt = 0;
    // @ts-expect-error nor its data
    if (event.type === "DossierResolved") event.data.outcome = "granted";
  });
});

describe("a due date is a date or an instant", () => {
  it("never both", () => {
    if (due.kind === "date") expectTypeOf(due.date).toEqualTypeOf<LocalDate>();
    else expectTypeOf(due.instant).toBeNumber();
    // @ts-expect-error a date is not turned into an instant
    due.instant;
  });
});

describe("a term", () => {
  it("in hours runs from the instant: it has nothing to count from", () => {
    if (term.unit === "workingHour") {
      // @ts-expect-error only terms in days say where counting begins
      term.countFrom;
    } else expectTypeOf(term.countFrom).toEqualTypeOf<"nextDay" | "instant" | undefined>();
    // @ts-expect-error a member that may be left out is left out, not set to undefined
    const _unset: Term = { unit: "workingDay", amount: 5, countFrom: undefined };
  });
});
