import { describe, expectTypeOf, it } from "vitest";
import type {
  Actor,
  Approve,
  CorrectFact,
  Correction,
  DossierCommand,
  possibleFrom,
  Receive,
  RequestSupplement,
  Resolve,
  Withdraw,
} from "../../src/index.js";

describe("a command", () => {
  it("always says what and when", () => {
    expectTypeOf<DossierCommand>().toExtend<{ readonly type: string; readonly at: number }>();
    expectTypeOf<keyof typeof possibleFrom>().toEqualTypeOf<DossierCommand["type"]>();
  });

  it("may leave out what may be unknown, but not set it to undefined", () => {
    expectTypeOf<{ type: "withdraw"; at: number }>().toExtend<Withdraw>();
    expectTypeOf<{ type: "withdraw"; at: number; reason: undefined }>().not.toExtend<Withdraw>();
    expectTypeOf<{ type: "resolve"; at: number; outcome: "granted" }>().toExtend<Resolve>();
    expectTypeOf<{ type: "resolve"; at: number; outcome: "granted"; note: undefined }>().not.toExtend<Resolve>();
  });

  it("of reception needs the code, the subject and the legal term", () => {
    expectTypeOf<Omit<Receive, "code">>().not.toExtend<Receive>();
    expectTypeOf<Omit<Receive, "subjectRef">>().not.toExtend<Receive>();
    expectTypeOf<Omit<Receive, "legalTerm">>().not.toExtend<Receive>();
    expectTypeOf<Omit<Receive, "committedTerm" | "applicant" | "receivedBy">>().toExtend<Receive>();
  });

  it("of approval or correction says who, in which role", () => {
    expectTypeOf<Approve["by"]>().toEqualTypeOf<Actor>();
    expectTypeOf<CorrectFact["approvedBy"]>().toEqualTypeOf<Actor>();
    expectTypeOf<{ type: "withdraw"; at: number; by: Actor }>().toExtend<Withdraw>();
  });

  it("that corrects a fact gives it a value of the same kind", () => {
    expectTypeOf<{ field: "receivedAt"; from: number; to: number }>().toExtend<Correction>();
    expectTypeOf<{ field: "receivedAt"; from: number; to: string }>().not.toExtend<Correction>();
    expectTypeOf<{ field: "subjectRef"; from: string; to: string }>().not.toExtend<Correction>();
  });

  it("for a supplement says who tells the applicant", () => {
    expectTypeOf<RequestSupplement["through"]>().toEqualTypeOf<"oneStop" | "agency">();
  });
});
