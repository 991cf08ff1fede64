import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { UNIT_EVENT_TYPES, unitEvents, unitStream } from "../../src/index.js";
import { runs } from "../support/tier.js";
import { anyUnitHistory } from "../support/units.js";

describe("the events of a unit", () => {
  it("are of five types, each with its schema", () => {
    expect(UNIT_EVENT_TYPES).toHaveLength(5);
    expect(Object.keys(unitEvents)).toEqual(UNIT_EVENT_TYPES);
    expect(unitStream("H05.12")).toBe("unit-H05.12");
  });

  it("are read as they were decided", () => {
    fc.assert(
      fc.property(anyUnitHistory("city"), (events) => {
        for (const { type, data } of events) {
          const readAgain: unknown = JSON.parse(JSON.stringify(data));
          expect(readAgain).toStrictEqual(data);
          expect([type, unitEvents[type].decode(readAgain)]).toEqual([type, { _tag: "Right", right: data }]);
        }
      }),
      runs(100),
    );
  });

  it("are refused by the place of what is wrong", () => {
    const wrong = { code: "c", name: "n", kind: "village", effectiveFrom: "2018-02-30", basis: "b" };
    expect(unitEvents.UnitEstablished.decode(wrong)).toMatchObject({
      left: [
        'kind: must be "province" | "district" | "ward" | "commune" | "centre" | "agency" | "branch"',
        "effectiveFrom: must be a date that exists, YYYY-MM-DD",
      ],
    });
  });
});
