import { describe, expect, it } from "vitest";
import { asked } from "../support/commands.js";
import { given } from "../support/scenario.js";

describe("satisfaction is rated from 1 to the end of its scale", () => {
  const resolved = given(asked("receive", "2018-07-02T09:00"), asked("resolve", "2018-07-05T09:00"));
  const rated = (score: number, scale: number) =>
    resolved.when(asked("rateSatisfaction", "2018-07-06T09:00", { score, scale }));

  it.each([
    [1, 5],
    [5, 5],
    [3, 3],
    [2, 4],
  ])("%d of %d", (score, scale) => {
    expect(rated(score, scale).events).toMatchObject([{ type: "SatisfactionRated", data: { score, scale } }]);
    expect(rated(score, scale).state.ratings).toBe(1);
  });

  it.each([
    [0, 5],
    [6, 5],
    [2.5, 5],
    [1, 1],
    [1, 4.5],
    [Number.NaN, 5],
  ])("%d of %d is refused", (score, scale) => {
    expect(rated(score, scale).refused).toEqual({ code: "RatingOutOfScale", score, scale });
  });
});
