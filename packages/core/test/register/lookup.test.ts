import { anyEvents } from "@motcua/testkit";
import fc from "fast-check";
import { isRight, left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { applicantLookup, completionOf, nationalStatus, noDossier, publicLookup } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";
import { runs } from "../support/tier.js";
import { decider, dueOn, vn } from "../support/vietnam.js";

const code = "000.00.01.H05-180702-0001";
const received = asked("receive", "2018-07-02T09:00");

describe("without signing in: the code and the level of completion, nothing beside (TT 01/2018, Đ16.2d)", () => {
  it.each([
    ["received", [], { level: "inProgress", percent: 50 }],
    [
      "waiting for a supplement",
      [asked("requestSupplement", "2018-07-03T09:00")],
      { level: "inProgress", percent: 50 },
    ],
    ["owing a tax", [asked("notifyObligation", "2018-07-03T09:00")], { level: "inProgress", percent: 50 }],
    ["decided", [asked("resolve", "2018-07-03T09:00")], { level: "resultReady", percent: 90 }],
    ["withdrawn", [asked("withdraw", "2018-07-03T09:00")], { level: "ended", percent: null }],
    ["stopped", [asked("stop", "2018-07-03T09:00")], { level: "ended", percent: null }],
    [
      "returned",
      [asked("resolve", "2018-07-03T09:00"), asked("returnResult", "2018-07-04T09:00")],
      { level: "completed", percent: 100 },
    ],
  ])("%s", (_, more, completion) => {
    expect(publicLookup(given(received, ...more).state)).toEqual(right({ code, completion }));
  });

  it("a refusal looks like any other result", () => {
    const decided = (outcome: "granted" | "refused") =>
      publicLookup(given(received, asked("resolve", "2018-07-03T09:00", { outcome, reasons: ["zoning"] })).state);
    expect(decided("refused")).toEqual(decided("granted"));
  });

  it("whatever has happened to it", () => {
    fc.assert(
      fc.property(anyEvents(), (events) => {
        const state = events.reduce(decider.evolve, decider.initial);
        const shown = publicLookup(state);
        expect(isRight(shown)).toBe(state.code !== null);
        if (isRight(shown)) expect(Object.keys(shown.right).toSorted()).toEqual(["code", "completion"]);
      }),
      runs(200),
    );
  });

  it("a dossier without a code cannot be looked up", () => {
    expect(isRight(publicLookup(noDossier))).toBe(false);
    expect(publicLookup(given(asked("submit", "2018-07-02T20:00")).state)).toEqual(
      left({ code: "DossierCodeMissing", status: "submitted" }),
    );
  });

  it("only an ended one has no share of the way, and the end of the way is 100", () => {
    for (const { level, percent } of Object.values(completionOf)) {
      expect(percent === null).toBe(level === "ended");
      expect(percent === 100).toBe(level === "completed");
    }
    expect(Object.keys(completionOf).toSorted()).toEqual(Object.keys(nationalStatus).toSorted());
  });
});

describe("signed in: the state down to the department, with its dates (TT 01/2018, Đ16.2d)", () => {
  it("as it stands", () => {
    const { state } = given(
      received,
      asked("forward", "2018-07-02T10:00"),
      asked("assignHandler", "2018-07-02T11:00", { handler: "officer-7" }),
      asked("apologiseAndReschedule", "2018-07-06T09:00"),
    );
    expect(applicantLookup(state)).toEqual({
      code,
      status: "processing",
      nationalStatus: 4,
      completion: { level: "inProgress", percent: 50 },
      procedure: "1.001776",
      centre: "bac-ninh",
      department: "land office",
      receivedAt: vn("2018-07-02T09:00"),
      promisedDue: dueOn("2018-07-09"),
      due: dueOn("2018-07-09"),
      rescheduledDue: dueOn("2018-07-31"),
      awaitedSince: null,
      resolved: null,
      returnedAt: null,
    });
  });

  it("says what is waited for only while it is", () => {
    const asking = asked("requestSupplement", "2018-07-03T09:00");
    expect(applicantLookup(given(received, asking).state).awaitedSince).toBe(vn("2018-07-03T09:00"));
    const handedIn = given(received, asking, asked("receiveSupplement", "2018-07-04T09:00"));
    expect(applicantLookup(handedIn.state).awaitedSince).toBeNull();
  });

  it("never names the officer", () => {
    const { state } = given(received, asked("assignHandler", "2018-07-02T11:00", { handler: "OFFICER" }));
    expect(JSON.stringify(applicantLookup(state))).not.toContain("OFFICER");
  });
});
