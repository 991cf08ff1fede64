import { isRight } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { dossierDecider, ND_61_2018, QD_09_2015, VIETNAM } from "../../src/index.js";
import { asked } from "../support/commands.js";
import { given, givenUnder } from "../support/scenario.js";

describe("a dossier keeps the regime under which it was received (NĐ 61/2018, Đ39)", () => {
  it.each([
    ["2018-06-20T23:59:59.999", "QD-09-2015"],
    ["2018-06-21T00:00", "ND-61-2018"],
  ])("received at %s: %s", (time, policy) => {
    expect(given().when(asked("receive", time)).state.policy).toBe(policy);
  });

  const allowsTwo = { ...QD_09_2015, supplement: { ...QD_09_2015.supplement, max: 2 } };
  const underBoth = givenUnder(dossierDecider({ calendar: VIETNAM, policies: [allowsTwo, ND_61_2018] }));
  const askedTwice = (reception: string) =>
    underBoth(
      asked("receive", reception),
      asked("requestSupplement", "2018-06-22T09:00"),
      asked("receiveSupplement", "2018-06-25T09:00"),
    ).when(asked("requestSupplement", "2018-06-26T09:00"));

  it("its rules hold for all that comes later, though the law has changed", () => {
    expect(askedTwice("2018-06-20T09:00").refused).toBeUndefined();
    expect(askedTwice("2018-06-21T09:00").refused).toMatchObject({ code: "SupplementAlreadyRequested", max: 1 });
  });

  it("a regime that is loaded later, in force since before, does not reach back", () => {
    const strict = {
      ...ND_61_2018,
      id: "later",
      effectiveFrom: "2018-07-01" as const,
      supplement: { ...ND_61_2018.supplement, max: 0 },
    };
    const { state } = given(asked("receive", "2018-07-02T09:00"));
    const asking = asked("requestSupplement", "2018-07-03T09:00");
    const under = dossierDecider({ calendar: VIETNAM, policies: [ND_61_2018, strict] });
    expect(isRight(under.decide(asking, state))).toBe(true);
    expect(isRight(under.decide(asking, { ...state, policy: null }))).toBe(false);
  });

  it("what is flagged names the kept regime", () => {
    const late = asked("requestSupplement", "2018-06-27T09:00");
    expect(given(asked("receive", "2018-06-20T09:00")).when(late).flagged).toEqual(["QD-09-2015 D19.4"]);
  });

  it("before the first regime nothing is received", () => {
    const old = givenUnder(dossierDecider({ calendar: VIETNAM, policies: [ND_61_2018] }));
    expect(old().when(asked("receive", "2018-06-20T09:00")).refused).toEqual({
      code: "PolicyMissing",
      date: "2018-06-20",
    });
  });
});
