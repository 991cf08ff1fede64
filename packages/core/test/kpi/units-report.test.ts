import { describe, expect, it } from "vitest";
import { HO_CHI_MINH, type LocalDate, type UnitsQuery, unitsReport } from "../../src/index.js";
import { catalogueOf, dayAfter, unitEventsIn } from "../support/catalogue.js";
import { figures, period, received, resolved, rowsOf } from "../support/figures.js";
import { established, ruled } from "../support/units.js";
import { dueOn, vn } from "../support/vietnam.js";

const STANDARD = "Liên thông - Hiện đại - Thân thiện - Hiệu quả";
const assessed = (effectiveFrom: LocalDate, met: boolean) =>
  ruled("assess", effectiveFrom, {
    standard: STANDARD,
    criteria: [
      { criterion: "Liên thông", met: true },
      { criterion: "Hiện đại", met },
    ],
  });

const view = catalogueOf([
  ...unitEventsIn("city", established("city", "district"), ruled("dissolve", "2025-07-01", {})),
  ...unitEventsIn("bac-ninh", established("bac-ninh", "centre", "city")),
  ...unitEventsIn("land office", established("land office", "agency", "bac-ninh")),
  ...unitEventsIn(
    "vu-ninh",
    established("vu-ninh", "ward", "city"),
    assessed("2018-03-01", true),
    assessed("2018-06-01", true),
    assessed("2018-10-01", false),
  ),
  ...unitEventsIn("hoa-long", established("hoa-long", "commune", "city"), assessed("2018-03-01", false)),
]);

const histories = [
  // In by the centre's own counter, on time.
  [received("2018-07-02T09:00", dueOn("2018-07-09"), { unit: "bac-ninh" }), resolved("2018-07-09T09:00")],
  // In by the ward, late.
  [received("2018-07-02T09:00", dueOn("2018-07-09"), { unit: "vu-ninh" }), resolved("2018-07-10T09:00")],
  // In by the ward for another agency, early.
  [
    received("2018-07-03T09:00", dueOn("2018-07-10"), { unit: "vu-ninh", agency: "tax office" }),
    resolved("2018-07-05T09:00"),
  ],
];

const query: UnitsQuery = {
  zone: HO_CHI_MINH,
  from: "2018-07-01",
  to: "2018-08-01",
  dossiers: rowsOf(...histories),
};
const report = unitsReport(view, query);
const on = (date: LocalDate) => unitsReport(view, { zone: HO_CHI_MINH, from: date, to: dayAfter(date) });
const unit = (code: string, { groups }: typeof report = report) => groups.find(({ key }) => key.unit === code);

describe("every unit in force, by its code", () => {
  it("with its kind, its parent and its centre", () => {
    expect(report.date).toBe("2018-07-31");
    expect(report.groups.map(({ key, kind, parent, centre }) => [key.unit, kind, parent, centre])).toEqual([
      ["bac-ninh", "centre", "city", "bac-ninh"],
      ["city", "district", null, "bac-ninh"],
      ["hoa-long", "commune", "city", "bac-ninh"],
      ["land office", "agency", "bac-ninh", "bac-ninh"],
      ["vu-ninh", "ward", "city", "bac-ninh"],
    ]);
  });

  it("counted by kind", () => {
    expect(report.total).toMatchObject({
      units: 5,
      byKind: { province: 0, district: 1, ward: 1, commune: 1, centre: 1, agency: 1, branch: 0 },
    });
  });

  it("without the district since 1 July 2025, under which nothing stands any more", () => {
    expect(on("2025-06-30").total).toMatchObject({ units: 5, byKind: { district: 1 } });
    expect(on("2025-07-01").total).toMatchObject({ units: 4, byKind: { district: 0 } });
    expect(unit("vu-ninh", on("2025-07-01"))).toMatchObject({ parent: null, centre: null });
  });
});

describe("the standards that a unit meets", () => {
  it("are those of its last assessment, since the first that found so", () => {
    expect(unit("vu-ninh")?.standards).toEqual([{ standard: STANDARD, since: "2018-03-01" }]);
    expect(unit("hoa-long")?.standards).toEqual([]);
    expect(report.total.standards).toEqual([{ standard: STANDARD, units: 1 }]);
  });

  it("until it is found otherwise", () => {
    expect(unit("vu-ninh", on("2018-02-28"))?.standards).toEqual([]);
    expect(on("2018-02-28").total.standards).toEqual([]);
    expect(unit("vu-ninh", on("2018-09-30"))?.standards).toHaveLength(1);
    expect(unit("vu-ninh", on("2018-10-01"))?.standards).toEqual([]);
    expect(on("2018-10-01").total.standards).toEqual([{ standard: STANDARD, units: 0 }]);
  });

  it("as they were known at an instant", () => {
    const early = unitsReport(view, { ...query, asOf: vn("2018-03-01T07:59") });
    expect(unit("vu-ninh", early)?.standards).toEqual([]);
    const later = unitsReport(view, { ...query, from: "2018-03-01", asOf: vn("2018-03-01T08:00") });
    expect(unit("vu-ninh", later)?.standards).toHaveLength(1);
  });
});

describe("the figures beside a unit are those of its own dossiers", () => {
  const july = period("2018-07-01", "2018-08-01", vn("2025-07-01T08:00"));

  it("that it received", () => {
    expect(unit("vu-ninh")?.dossiers).toMatchObject({
      received: 2,
      resolved: { total: 2, early: 1, late: 1 },
      rates: { onTimeOfResolved: 0.5 },
    });
    expect(unit("vu-ninh")?.dossiers).toEqual(figures(histories.slice(1), july));
  });

  it("that it decides", () => {
    expect(unit("land office")?.dossiers).toEqual(figures(histories.slice(0, 2), july));
  });

  it("that it is the centre of, each once where it also received it", () => {
    expect(unit("bac-ninh")?.dossiers).toMatchObject({ received: 3, rates: { onTimeOfResolved: 0.666667 } });
    expect(report.total.dossiers).toEqual(figures(histories, july));
  });

  it("and none where there are none", () => {
    expect(unit("hoa-long")?.dossiers).toMatchObject({ received: 0, rates: { onTimeOfResolved: null } });
  });

  it("unknown where no dossiers were given", () => {
    expect(on("2018-07-31").total.dossiers).toBeNull();
    expect(unit("vu-ninh", on("2018-07-31"))?.dossiers).toBeNull();
  });

  it("compared as asked: by instant nothing is early", () => {
    const byInstant = unitsReport(view, { ...query, onTimeBy: "instant" });
    expect(byInstant.total.dossiers?.resolved).toMatchObject({ early: 0, onTime: 2, late: 1 });
  });
});

describe("by default the period is that of units and dossiers together", () => {
  const unsaid: UnitsQuery = { zone: HO_CHI_MINH };

  it("from the first unit to the last dossier", () => {
    const young = catalogueOf(unitEventsIn("bac-ninh", established("bac-ninh", "centre")));
    expect(unitsReport(young, { ...unsaid, dossiers: rowsOf(...histories) })).toMatchObject({
      period: { from: "2016-01-01", to: "2018-07-11" },
      asOf: "2018-07-10T09:00:00.000+07:00",
      date: "2018-07-10",
      total: { dossiers: { received: 3 } },
    });
  });

  it("or to the last decision about a unit, where that is later", () => {
    expect(unitsReport(view, { ...unsaid, dossiers: rowsOf(...histories) })).toMatchObject({
      period: { from: "2016-01-01", to: "2025-07-02" },
      date: "2025-07-01",
    });
  });
});
