import { left, right } from "fp-ts/lib/Either.js";
import { describe, expect, it } from "vitest";
import { ND_61_2018, ND_118_2025, policyOn, QD_09_2015, VIETNAM_POLICIES } from "../../src/index.js";

describe("the regime in force on a date", () => {
  it("is the latest that has begun, in whatever order they are given", () => {
    for (const policies of [VIETNAM_POLICIES, VIETNAM_POLICIES.toReversed()]) {
      expect(policyOn(policies, "2018-06-20")).toEqual(right(QD_09_2015));
      expect(policyOn(policies, "2018-06-21")).toEqual(right(ND_61_2018));
      expect(policyOn(policies, "2025-06-30")).toEqual(right(ND_61_2018));
      expect(policyOn(policies, "2025-07-01")).toEqual(right(ND_118_2025));
    }
  });

  it("is missing before the first", () => {
    expect(policyOn(VIETNAM_POLICIES, "2015-05-14")).toEqual(left({ code: "PolicyMissing", date: "2015-05-14" }));
  });

  it("carries the articles that it follows from, and says what was not read", () => {
    for (const { basis, gaps } of VIETNAM_POLICIES) {
      expect(basis.length).toBeGreaterThan(0);
      expect(gaps.length).toBeGreaterThan(0);
    }
  });
});
