import { describe, expect, it } from "vitest";
import { isFourOnSpot, type LocalDate, type OnSpotStep, procedureOn } from "../../src/index.js";
import { decided, procedureOf, publish } from "../support/procedures.js";

const onSpot = (effectiveFrom: LocalDate, steps: ReadonlyArray<OnSpotStep>) =>
  decided("designateOnSpot", effectiveFrom, { steps });

describe('"4 tại chỗ" (TT 01/2018, Đ6): received, appraised, approved and delivered at the centre', () => {
  it("all four are needed, whatever their order; the seal is a fifth", () => {
    const four: ReadonlyArray<OnSpotStep> = ["deliver", "approve", "receive", "appraise"];
    expect(isFourOnSpot(four)).toBe(true);
    expect(isFourOnSpot([...four, "seal"])).toBe(true);
    for (const left of four) expect(isFourOnSpot(["seal", ...four.filter((step) => step !== left)])).toBe(false);
    expect(isFourOnSpot([])).toBe(false);
  });

  it("holds from the date of the list that names the procedure, and is lifted by one that names no step", () => {
    const state = procedureOf(
      publish("2018-01-01"),
      onSpot("2018-11-01", ["receive", "appraise", "approve", "deliver"]),
      onSpot("2019-03-01", []),
    );
    const on = (date: LocalDate) => procedureOn(state, date).onSpot;
    expect(on("2018-10-31")).toEqual([]);
    expect(isFourOnSpot(on("2018-11-01"))).toBe(true);
    expect(on("2019-03-01")).toEqual([]);
  });

  it("is recorded with each step once, in the order in which they are done", () => {
    const state = procedureOf(publish("2018-01-01"), onSpot("2018-11-01", ["deliver", "seal", "receive", "deliver"]));
    expect(procedureOn(state, "2018-11-01").onSpot).toEqual(["receive", "seal", "deliver"]);
  });
});
