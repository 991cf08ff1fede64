import { anyInstant } from "@motcua/testkit";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  centreOf,
  isWithin,
  type LocalDate,
  lineOf,
  noUnit,
  standardsOn,
  type UnitEvent,
  unitDecider,
  unitKnownAt,
  unitsKnownAt,
  unitTree,
} from "../../src/index.js";
import { anyDateOf2018 } from "../support/procedures.js";
import { runs } from "../support/tier.js";
import { anyUnitHistories, anyUnitHistory, established, ruled, unitOf, unitsOf } from "../support/units.js";
import { vn } from "../support/vietnam.js";

const year = { from: vn("2018-01-02T00:00"), to: vn("2018-12-31T00:00") };

/** A province of two cities, one of which has a centre; on 1 July 2025 the cities are dissolved. */
const view = unitsOf(
  unitOf(established("province", "province")),
  unitOf(established("provincial-centre", "centre", "province", "2017-01-01")),
  unitOf(established("city", "district", "province"), ruled("dissolve", "2025-07-01", { successor: "province" })),
  unitOf(established("city-centre", "centre", "city"), ruled("dissolve", "2025-07-01", {})),
  unitOf(established("land-office", "agency", "city-centre"), ruled("moveUnder", "2025-07-01", { parent: "province" })),
  unitOf(established("vu-ninh", "ward", "city")),
  unitOf(established("kinh-bac", "ward", "city"), ruled("moveUnder", "2025-07-01", { parent: "provincial-centre" })),
  unitOf(established("town", "district", "province"), ruled("dissolve", "2025-07-01", {})),
  unitOf(established("dinh-bang", "commune", "town")),
);
const before = unitTree(view, "2025-06-30");
const after = unitTree(view, "2025-07-01");
const pathOf = (tree: typeof before, code: string) => lineOf(tree, code).map((node) => node.code);

describe("the tree of units is that of a date", () => {
  it("a unit stands under its parent, and among its children", () => {
    expect(before.get("city")).toEqual({
      code: "city",
      name: "the district city",
      kind: "district",
      parent: "province",
      children: ["city-centre", "kinh-bac", "vu-ninh"],
    });
    expect(before.get("province")?.parent).toBeNull();
  });

  it("one that is not established yet, or is dissolved, is not in it", () => {
    expect(unitTree(view, "2016-12-31").has("provincial-centre")).toBe(false);
    expect(unitTree(view, "2017-01-01").has("provincial-centre")).toBe(true);
    expect([...after.keys()]).not.toContain("city");
    expect(unitTree(view, "2015-12-31").size).toBe(0);
  });

  it("is within an ancestor at any depth, and within itself, but not within a neighbour", () => {
    expect(isWithin(before, "land-office", "province")).toBe(true);
    expect(isWithin(before, "land-office", "land-office")).toBe(true);
    expect(isWithin(before, "land-office", "town")).toBe(false);
    expect(isWithin(before, "province", "land-office")).toBe(false);
    expect(isWithin(before, "nobody", "nobody")).toBe(false);
  });
});

describe("the district level is gone since 1 July 2025 (NĐ 118/2025)", () => {
  it("what stood under it stands under its successor", () => {
    expect(pathOf(before, "vu-ninh")).toEqual(["vu-ninh", "city", "province"]);
    expect(pathOf(after, "vu-ninh")).toEqual(["vu-ninh", "province"]);
  });

  it("unless it was moved elsewhere", () => {
    expect(pathOf(after, "kinh-bac")).toEqual(["kinh-bac", "provincial-centre", "province"]);
  });

  it("or alone, where nothing came after it", () => {
    expect(pathOf(before, "dinh-bang")).toEqual(["dinh-bang", "town", "province"]);
    expect(pathOf(after, "dinh-bang")).toEqual(["dinh-bang"]);
  });

  it("through one successor to the next", () => {
    const chain = unitsOf(
      unitOf(established("a", "district"), ruled("dissolve", "2018-01-01", { successor: "b" })),
      unitOf(established("b", "district"), ruled("dissolve", "2019-01-01", { successor: "c" })),
      unitOf(established("c", "province")),
      unitOf(established("w", "ward", "a")),
    );
    const parentOn = (date: LocalDate) => unitTree(chain, date).get("w")?.parent;
    expect([parentOn("2017-12-31"), parentOn("2018-01-01"), parentOn("2019-01-01")]).toEqual(["a", "b", "c"]);
  });
});

describe("the centre of a unit", () => {
  it.each([
    ["itself, where it is one", before, "city-centre", "city-centre"],
    ["the one it stands under", before, "land-office", "city-centre"],
    ["that of its city, before that of the province", before, "vu-ninh", "city-centre"],
    ["that of the province, where its own has none", before, "dinh-bang", "provincial-centre"],
    ["that of the province, once there are no cities", after, "vu-ninh", "provincial-centre"],
    ["none, where there is none above it", after, "dinh-bang", null],
    ["none of a unit that does not exist", after, "city", null],
  ])("is %s", (_, tree, unit, centre) => {
    expect(centreOf(tree, unit)).toBe(centre);
  });

  it("is not guessed between two", () => {
    const two = unitsOf(
      unitOf(established("city", "district")),
      unitOf(established("east", "centre", "city")),
      unitOf(established("west", "centre", "city")),
      unitOf(established("ward", "ward", "city")),
    );
    expect(centreOf(unitTree(two, "2018-01-01"), "ward")).toBeNull();
    expect(centreOf(unitTree(two, "2018-01-01"), "east")).toBe("east");
  });
});

it("what was not decided by an instant is not in the tree that was known then, for any date", () => {
  const known = unitsKnownAt(view, vn("2025-06-30T23:59"));
  expect(unitTree(known, "2025-07-01")).toEqual(unitTree(view, "2025-06-30"));
  expect(unitTree(unitsKnownAt(view, vn("2025-07-01T08:00")), "2025-07-01")).toEqual(after);
});

it("nor is anything else of it", () => {
  fc.assert(
    fc.property(anyUnitHistory("city"), anyInstant(year), (events, asOf) => {
      const fold = (some: typeof events) => some.reduce(unitDecider.evolve, unitDecider.initial);
      const { code: _, ...known } = unitKnownAt(fold(events), asOf);
      expect(fold(events.filter(({ occurredAt }) => occurredAt <= asOf))).toMatchObject(known);
    }),
    runs(200),
  );
});

describe("whatever was decided, and in whatever order it was recorded", () => {
  const statesOf = (histories: ReadonlyArray<readonly [string, ReadonlyArray<UnitEvent>]>) =>
    unitsOf(...histories.map(([, events]) => events.reduce(unitDecider.evolve, unitDecider.initial)));
  const shuffled = anyUnitHistories()
    .filter((histories) =>
      histories.every(([, events]) => new Set(events.map(({ occurredAt }) => occurredAt)).size === events.length),
    )
    .chain((histories) =>
      fc.tuple(
        fc.constant(histories),
        fc.tuple(
          ...histories.map(([code, events]) =>
            fc.tuple(fc.constant(code), fc.shuffledSubarray([...events], { minLength: events.length })),
          ),
        ),
      ),
    );

  it("the tree of a date, and the standards that its units meet, are the same", () => {
    fc.assert(
      fc.property(shuffled, anyDateOf2018(), ([histories, others], date) => {
        const [inOrder, inAnyOrder] = [statesOf(histories), statesOf(others)];
        expect(unitTree(inAnyOrder, date)).toEqual(unitTree(inOrder, date));
        for (const [stream, state] of inOrder.units)
          expect(standardsOn(inAnyOrder.units.get(stream) ?? noUnit, date)).toEqual(standardsOn(state, date));
      }),
      runs(200),
    );
  });

  it("what takes effect later is not in it", () => {
    fc.assert(
      fc.property(shuffled, anyDateOf2018(), ([histories], date) => {
        const begun = histories.map(
          ([code, events]) => [code, events.filter(({ data }) => data.effectiveFrom <= date)] as const,
        );
        expect(unitTree(statesOf(begun), date)).toEqual(unitTree(statesOf(histories), date));
      }),
      runs(200),
    );
  });

  it("parents and children agree, and every way up ends", () => {
    fc.assert(
      fc.property(shuffled, anyDateOf2018(), ([histories], date) => {
        const tree = unitTree(statesOf(histories), date);
        for (const { code, parent, children } of tree.values()) {
          if (parent !== null) expect(tree.get(parent)?.children).toContain(code);
          for (const child of children) expect(tree.get(child)?.parent).toBe(code);
          expect(lineOf(tree, code).length).toBeLessThanOrEqual(tree.size);
          expect(isWithin(tree, code, parent ?? code)).toBe(true);
        }
      }),
      runs(200),
    );
  });
});
