import { describe, expect, it } from "vitest";
import { RETRY_POLICY, retryDelay } from "../../src/index.js";

describe("the pause before a channel is tried again", () => {
  it("is twice as long each time, of which a part is left to chance, and has an end", () => {
    const longest = [0, 1, 2, 3, 20, 1_000].map((failures) => retryDelay(RETRY_POLICY)(failures, 1));
    expect(longest).toEqual([60_000, 120_000, 240_000, 480_000, 14_400_000, 14_400_000]);
    expect(retryDelay(RETRY_POLICY)(3, 0)).toBe(0);
    expect(retryDelay(RETRY_POLICY)(3, 0.5)).toBe(240_000);
  });
});
