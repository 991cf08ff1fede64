import { describe, expect, it } from "vitest";
import { dueSaidBy } from "../src/tables/due-said.js";

const [promised, moved] = ["2018-03-08", "2018-03-12"].map((date) => ({ kind: "date", date }));

describe("the due date that an event says", () => {
  it.each([
    ["is the promise at reception", "DossierReceived", { promisedDue: promised }, "2018-03-08"],
    ["is where the clock has moved it to", "SupplementReceived", { clock: "extend", due: moved }, "2018-03-12"],
    ["is the new one of a rescheduling", "DueDateRescheduled", { from: promised, to: moved }, "2018-03-12"],
    ["is the new one of an extension", "DeadlineExtended", { from: promised, to: moved }, "2018-03-12"],
    [
      "is the promise that a correction puts right, before what follows from it",
      "FactCorrected",
      { correction: { field: "promisedDue", from: promised, to: moved }, due: promised },
      "2018-03-12",
    ],
    [
      "is what follows from a correction of another fact",
      "FactCorrected",
      { correction: { field: "receivedAt", from: 1, to: 2 }, due: moved },
      "2018-03-12",
    ],
    ["is none where none is said", "DossierForwarded", { from: "a", to: "b" }, null],
  ])("%s", (_rule, type, data, date) => {
    expect(dueSaidBy({ type, data })).toEqual({ date, instant: null });
  });

  it("may be an instant", () => {
    expect(dueSaidBy({ type: "DossierReceived", data: { promisedDue: { kind: "instant", instant: 5 } } })).toEqual({
      date: null,
      instant: 5,
    });
  });
});
