import { describe, expect, it } from "vitest";
import { type Term, VIETNAM } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";
import { dueBy, dueOn, vn } from "../support/vietnam.js";

const days = (amount: number): Term => ({ unit: "workingDay", amount });

const receivedWith = (legalTerm: Term, committedTerm?: Term) =>
  given().when(asked("receive", "2018-07-02T09:00", { legalTerm, ...(committedTerm && { committedTerm }) }));

describe("reception (NĐ 61/2018, Đ17.3)", () => {
  it("gives the dossier its code and starts the clock", () => {
    const { state } = receivedWith(days(5));
    expect(state).toMatchObject({
      status: "received",
      code: "000.00.01.H05-180702-0001",
      receivedAt: vn("2018-07-02T09:00"),
      holder: "one-stop",
      agency: "land office",
      clock: { startedAt: vn("2018-07-02T09:00"), pauses: [], stopped: null },
    });
  });

  it("records what the promise was made from", () => {
    expect(receivedWith(days(5)).events).toMatchObject([
      {
        type: "DossierReceived",
        data: {
          promisedDue: dueOn("2018-07-09"),
          calendar: { id: "vn", version: VIETNAM.version },
          policy: "ND-61-2018",
        },
      },
    ]);
  });

  it("promises from the announced term where there is one", () => {
    const { state } = receivedWith(days(10), days(3));
    expect(state).toMatchObject({ legalTerm: days(10), committedTerm: days(3), promisedDue: dueOn("2018-07-05") });
  });

  it("takes in what was filed online, under the same subject", () => {
    const filed = given(asked("submit", "2018-07-01T20:00"));
    expect(filed.state).toMatchObject({ status: "submitted", code: null, clock: null, subjectRef: "subject-1" });
    expect(filed.when(asked("receive", "2018-07-02T09:00")).state).toMatchObject({ status: "received" });
  });

  it("is refused beyond the loaded calendar, never guessed", () => {
    expect(given().when(asked("receive", "2026-12-30T09:00")).refused).toEqual({
      code: "CalendarYearMissing",
      year: 2027,
      calendar: "vn",
    });
  });
});

describe("an announced term shortens the legal one", () => {
  it.each<[string, Term, Term, string]>([
    ["longer than the law's", days(5), days(6), "longerThanLegal"],
    ["in another unit", days(5), { unit: "calendarDay", amount: 3 }, "otherUnit"],
    ["more hours than the days have", days(1), { unit: "workingHour", amount: 9 }, "longerThanLegal"],
    ["a fraction", days(5), days(2.5), "notPositive"],
    ["negative", days(5), days(-1), "notPositive"],
  ])("%s it is refused", (_, legal, committed, detail) => {
    expect(receivedWith(legal, committed).refused).toEqual({ code: "TermRefused", detail });
  });

  it("hours may stand for days", () => {
    const { state } = receivedWith(days(1), { unit: "workingHour", amount: 4 });
    expect(state.promisedDue).toEqual(dueBy("2018-07-02T14:30"));
  });

  it("a term of no days is due the same day", () => {
    expect(receivedWith(days(0)).state.promisedDue).toEqual(dueOn("2018-07-02"));
  });
});
