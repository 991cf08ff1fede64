import { anyCommands, anyPolicy, play } from "@motcua/testkit";
import fc from "fast-check";
import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { type Correction, type DossierCommand, dossierDecider, dueOf, VIETNAM } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { rightOf } from "../support/either.js";
import { figures, happened, july, period, resolved, received as taken } from "../support/figures.js";
import { given } from "../support/scenario.js";
import { runs } from "../support/tier.js";
import { decider, dueOn, vn } from "../support/vietnam.js";

const received = asked("receive", "2018-07-02T09:00"); // due on Monday 9 July
const put = (correction: Correction, fields: object = {}): DossierCommand =>
  asked("correctFact", "2018-07-04T09:00", { correction, ...fields });
const earlier: Correction = { field: "receivedAt", from: vn("2018-07-02T09:00"), to: vn("2018-06-29T09:00") };

describe("a correction is a fact of its own: what it said, what is true, why, on what basis, by whose approval", () => {
  it("all of it is on record", () => {
    const correction: Correction = { field: "agency", from: "land office", to: "tax office" };
    const { events, state } = given(received).when(put(correction));
    expect(events).toMatchObject([
      {
        type: "FactCorrected",
        data: {
          correction,
          reason: "typed into the wrong line",
          basis: "minutes 12/BB",
          by: { id: "staff-1" },
          approvedBy: { id: "staff-2" },
        },
      },
    ]);
    expect(state).toMatchObject({ agency: "tax office", corrections: 1, due: dueOn("2018-07-09") });
  });

  it.each(["reason", "basis"])("without a %s it is refused", (field) => {
    expect(given(received).when(put(earlier, { [field]: " " })).refused).toEqual({ code: "ContentMissing", field });
  });

  it("nobody approves their own", () => {
    const alone = put(earlier, { approvedBy: { role: "headOfCentre", id: "staff-1" } });
    expect(given(received).when(alone).refused).toEqual({
      code: "DutiesNotSeparate",
      command: "correctFact",
      id: "staff-1",
    });
  });

  it("what the ledger does not say cannot be corrected, nor into what it says", () => {
    const refused = (correction: Correction) => given(received).when(put(correction)).refused;
    expect(refused({ field: "agency", from: "police", to: "tax office" })).toEqual({
      code: "FactDiffers",
      field: "agency",
    });
    expect(refused({ field: "resolvedAt", from: 0, to: 1 })).toEqual({ code: "FactDiffers", field: "resolvedAt" });
    expect(refused({ ...earlier, to: earlier.from } as Correction)).toEqual({ code: "ContentMissing", field: "to" });
  });
});

describe("what follows from a corrected fact follows anew", () => {
  it("the promise and the due date, from reception", () => {
    const { state } = given(received).when(put(earlier));
    expect(state).toMatchObject({
      receivedAt: vn("2018-06-29T09:00"),
      promisedDue: dueOn("2018-07-06"),
      due: dueOn("2018-07-06"),
    });
  });

  it("and from the term", () => {
    const from = { unit: "workingDay" as const, amount: 5 };
    const { state } = given(received).when(put({ field: "legalTerm", from, to: { ...from, amount: 7 } }));
    expect(state).toMatchObject({
      legalTerm: { amount: 7 },
      promisedDue: dueOn("2018-07-11"),
      due: dueOn("2018-07-11"),
    });
  });

  it("an announced term may not become longer than the law's", () => {
    const announced = asked("receive", "2018-07-02T09:00", { committedTerm: { unit: "workingDay", amount: 3 } });
    const from = { unit: "workingDay" as const, amount: 3 };
    const longer = put({ field: "committedTerm", from, to: { ...from, amount: 6 } });
    expect(given(announced).when(longer).refused).toEqual({ code: "TermRefused", detail: "longerThanLegal" });
  });

  it("a clock that has begun anew since keeps its start", () => {
    const history = [
      received,
      asked("requestSupplement", "2018-07-03T09:00"),
      asked("receiveSupplement", "2018-07-03T15:00"),
    ];
    const { state } = given(...history).when(put(earlier));
    expect(state).toMatchObject({ due: dueOn("2018-07-10"), clock: { startedAt: vn("2018-07-03T15:00") } });
  });

  it("but the promise itself is not rewritten: it follows from reception and term", () => {
    const rewritten = put({ field: "promisedDue", from: dueOn("2018-07-09"), to: dueOn("2018-07-31") });
    expect(given(received).when(rewritten).refused).toEqual({ code: "FactDerived", field: "promisedDue" });
  });

  it("only where it was imported without a term can it have been wrong by itself", () => {
    const imported = decider.evolve(decider.initial, taken("2018-07-02T09:00"));
    const decision = decider.decide(
      put({ field: "promisedDue", from: dueOn("2018-07-09"), to: dueOn("2018-07-10") }),
      imported,
    );
    const state = rightOf(decision).reduce(decider.evolve, imported);
    expect(state).toMatchObject({ promisedDue: dueOn("2018-07-10"), due: dueOn("2018-07-10") });
  });

  it("a due date that has moved since is not the promise, and stays", () => {
    const moved = happened("SupplementReceived", "2018-07-03T09:00", { clock: "restart", due: dueOn("2018-07-20") });
    const imported = [taken("2018-07-02T09:00"), moved].reduce(decider.evolve, decider.initial);
    const decision = decider.decide(
      put({ field: "promisedDue", from: dueOn("2018-07-09"), to: dueOn("2018-07-10") }),
      imported,
    );
    expect(rightOf(decision).reduce(decider.evolve, imported)).toMatchObject({
      promisedDue: dueOn("2018-07-10"),
      due: dueOn("2018-07-20"),
    });
  });

  it("an instant that no calendar knows is refused", () => {
    expect(given(received).when(put({ ...earlier, to: 0.5 } as Correction)).refused).toEqual({
      code: "InstantRefused",
      at: 0.5,
    });
  });
});

describe("the figures speak of the corrected dates, and say how many were re-dated", () => {
  const by = { role: "receptionOfficer" as const, id: "staff-1" };
  const said = { reason: "r", basis: "b", by, approvedBy: { ...by, id: "staff-2" } };
  const corrected = (time: string, correction: Correction, others: object = {}) =>
    happened("FactCorrected", time, { correction, ...said, ...others });
  const life = [taken("2018-07-02T09:00"), resolved("2018-07-12T09:00")];
  const resolvedEarlier: Correction = {
    field: "resolvedAt",
    from: vn("2018-07-12T09:00"),
    to: vn("2018-07-09T09:00"),
  };

  it("a late dossier that was made punctual is seen", () => {
    expect(figures([life])).toMatchObject({ resolved: { late: 1 }, redated: 0 });
    expect(figures([[...life, corrected("2018-07-13T09:00", resolvedEarlier)]])).toMatchObject({
      resolved: { late: 0, onTime: 1 },
      redated: 1,
    });
  });

  it("one that was resolved later than it was said is not resolved before", () => {
    const later: Correction = { ...resolvedEarlier, to: vn("2018-08-02T09:00") } as Correction;
    const histories = [[...life, corrected("2018-08-03T09:00", later)]];
    expect(figures(histories)).toMatchObject({ resolved: { total: 0 }, inProgress: { total: 1, overdue: 1 } });
    const august = figures(histories, period("2018-08-01", "2018-09-01"));
    expect(august).toMatchObject({ carriedOver: 1, resolved: { total: 1, late: 1 }, redated: 1 });
  });

  it("a corrected reception counts in its month, with its due date", () => {
    const fromJune: Correction = { ...earlier, from: vn("2018-07-02T09:00"), to: vn("2018-06-29T09:00") } as Correction;
    const histories = [[...life, corrected("2018-07-13T09:00", fromJune, { due: dueOn("2018-07-12") })]];
    expect(figures(histories)).toMatchObject({ received: 0, carriedOver: 1, resolved: { onTime: 1 } });
  });

  it("a dossier that was re-dated twice is one; a corrected agency re-dates nothing", () => {
    const back = { ...resolvedEarlier, from: vn("2018-07-09T09:00"), to: vn("2018-07-12T09:00") } as Correction;
    const twice = [...life, corrected("2018-07-13T09:00", resolvedEarlier), corrected("2018-07-14T09:00", back)];
    expect(figures([twice])).toMatchObject({ resolved: { late: 1 }, redated: 1 });
    const agency: Correction = { field: "agency", from: "land office", to: "tax office" };
    expect(figures([[...life, corrected("2018-07-13T09:00", agency)]]).redated).toBe(0);
  });

  it("it is counted in the period in which it was corrected", () => {
    const history = [...life, corrected("2018-08-13T09:00", resolvedEarlier)];
    expect(figures([history], july).redated).toBe(0);
  });
});

it("after a correction the recorded due date is still that of the clock, in any life", () => {
  const correctionOf = (field: "receivedAt" | "legalTerm", shift: number, state: ReturnType<typeof play>["state"]) =>
    field === "receivedAt"
      ? { field, from: state.receivedAt ?? 0, to: (state.receivedAt ?? 0) + (shift - 5) * 86_400_000 }
      : {
          field,
          from: state.legalTerm ?? { unit: "workingDay" as const, amount: 0 },
          to: { unit: state.legalTerm?.unit ?? ("workingDay" as const), amount: shift + 60 },
        };
  let corrected = 0;
  fc.assert(
    fc.property(
      anyPolicy(),
      anyCommands(),
      fc.constantFrom("receivedAt", "legalTerm"),
      fc.integer({ min: 1, max: 9 }),
      (policy, commands, field, shift) => {
        const regime = dossierDecider({ calendar: VIETNAM, policies: [policy] });
        const { state: before } = play(regime, commands);
        const at = commands.at(-1)?.at ?? 0;
        const correction = correctionOf(field, shift, before) as Correction;
        const decision = regime.decide({ ...put(correction), at } as DossierCommand, before);
        if (!isRight(decision)) return;
        const state = decision.right.reduce(regime.evolve, before);
        if (state.clock === null || state.clock.stopped !== null) return;
        corrected++;
        expect(state.due).toEqual(rightOf(dueOf(VIETNAM)(state.clock)));
      },
    ),
    runs(300),
  );
  expect(corrected).toBeGreaterThan(50);
});
