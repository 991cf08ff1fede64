import { describe, expect, it } from "vitest";
import { type LocalDate, noUnit, type UnitCommand, type UnitError, unitOn } from "../../src/index.js";
import { established, refusalOf, ruled, unitOf } from "../support/units.js";

const commune = established("hoa-long", "commune", "bac-ninh");

describe("a unit exists from the date of a decision to the date of another", () => {
  const merged = unitOf(commune, ruled("dissolve", "2025-07-01", { successor: "kinh-bac" }));

  it.each<[LocalDate, object]>([
    ["2015-12-31", { standing: "notYet", name: null, kind: null, parent: null, successor: null }],
    ["2016-01-01", { standing: "inForce", kind: "commune", parent: "bac-ninh", successor: null }],
    ["2025-06-30", { standing: "inForce", kind: "commune", parent: "bac-ninh", successor: null }],
    ["2025-07-01", { standing: "dissolved", kind: "commune", successor: "kinh-bac" }],
  ])("on %s", (date, expected) => {
    expect(unitOn(merged, date)).toMatchObject(expected);
  });

  it("nothing is known of one that was never established", () => {
    expect(unitOn(noUnit, "2018-01-01").standing).toBe("unknown");
  });

  it("one that was dissolved may begin again", () => {
    const again = unitOf(commune, ruled("dissolve", "2025-07-01", {}), { ...commune, effectiveFrom: "2027-01-01" });
    expect(unitOn(again, "2026-12-31").standing).toBe("dissolved");
    expect(unitOn(again, "2027-01-01").standing).toBe("inForce");
  });
});

describe("its name, its kind and its place change by dates", () => {
  const changed = unitOf(
    commune,
    ruled("rename", "2019-12-01", { name: "Phường Hòa Long", kind: "ward" }),
    ruled("rename", "2021-01-01", { name: "Hòa Long" }),
    ruled("moveUnder", "2025-07-01", { parent: "bac-ninh-province" }),
  );

  it.each<[LocalDate, string, string, string]>([
    ["2019-11-30", "the commune hoa-long", "commune", "bac-ninh"],
    ["2019-12-01", "Phường Hòa Long", "ward", "bac-ninh"],
    ["2021-01-01", "Hòa Long", "ward", "bac-ninh"],
    ["2025-07-01", "Hòa Long", "ward", "bac-ninh-province"],
  ])("on %s it is called %s, a %s under %s", (date, name, kind, parent) => {
    expect(unitOn(changed, date)).toMatchObject({ name, kind, parent });
  });
});

describe("what has no meaning is refused", () => {
  const ended = unitOf(commune, ruled("dissolve", "2025-07-01", {}));

  it.each<[string, UnitCommand, UnitError]>([
    [
      "to establish it while it exists",
      { ...commune, effectiveFrom: "2020-01-01" },
      { code: "UnitAlreadyEstablished", unit: "hoa-long", effectiveFrom: "2020-01-01" },
    ],
    [
      "to establish it before it began",
      { ...commune, effectiveFrom: "2015-01-01" },
      { code: "UnitAlreadyEstablished", unit: "hoa-long", effectiveFrom: "2015-01-01" },
    ],
    [
      "to establish another in its place",
      { ...commune, code: "vu-ninh", effectiveFrom: "2026-01-01" },
      { code: "OtherUnit", unit: "hoa-long", given: "vu-ninh" },
    ],
    [
      "to move it before it began",
      ruled("moveUnder", "2015-12-31", { parent: null }),
      { code: "UnitNotInForce", unit: "hoa-long", date: "2015-12-31", standing: "notYet" },
    ],
    [
      "to dissolve it twice",
      ruled("dissolve", "2025-07-01", {}),
      { code: "UnitNotInForce", unit: "hoa-long", date: "2025-07-01", standing: "dissolved" },
    ],
    [
      "to put it under itself",
      ruled("moveUnder", "2020-01-01", { parent: "hoa-long" }),
      { code: "UnitOfItself", unit: "hoa-long", as: "parent" },
    ],
    [
      "to name it as its own successor",
      ruled("dissolve", "2020-01-01", { successor: "hoa-long" }),
      { code: "UnitOfItself", unit: "hoa-long", as: "successor" },
    ],
    [
      "a date that does not exist",
      ruled("rename", "2018-02-30", { at: 0, name: "x" }),
      { code: "EffectiveDateRefused", effectiveFrom: "2018-02-30" },
    ],
    ["no instant", ruled("rename", "2018-02-28", { at: 0.5, name: "x" }), { code: "InstantRefused", at: 0.5 }],
  ])("%s", (_, command, refused) => {
    expect(refusalOf(ended, command)).toEqual(refused);
  });

  it("to establish it under itself", () => {
    expect(refusalOf(noUnit, established("a", "ward", "a"))).toEqual({ code: "UnitOfItself", unit: "a", as: "parent" });
  });

  it("anything else of a unit that nobody knows", () => {
    expect(refusalOf(noUnit, ruled("rename", "2018-01-01", { name: "x" }))).toEqual({ code: "UnitUnknown" });
  });
});
