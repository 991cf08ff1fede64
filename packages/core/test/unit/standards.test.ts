import { describe, expect, it } from "vitest";
import { type LocalDate, standardsOn } from "../../src/index.js";
import { established, refusalOf, ruled, unitOf } from "../support/units.js";
import { vn } from "../support/vietnam.js";

const STANDARD = "Liên thông - Hiện đại - Thân thiện - Hiệu quả";
const CRITERIA = ["Liên thông", "Hiện đại", "Thân thiện", "Hiệu quả"];
const ward = established("vu-ninh", "ward");

/** Held against the four criteria, of which these were not met. */
const assessed = (effectiveFrom: LocalDate, unmet: ReadonlyArray<string> = [], at = `${effectiveFrom}T08:00`) =>
  ruled("assess", effectiveFrom, {
    at: vn(at),
    standard: STANDARD,
    criteria: CRITERIA.map((criterion) => ({ criterion, met: !unmet.includes(criterion) })),
  });

const metOn = (date: LocalDate, ...assessments: ReadonlyArray<ReturnType<typeof assessed>>) => {
  const [finding] = standardsOn(unitOf(ward, ...assessments), date);
  return finding && { met: finding.met, since: finding.since };
};

describe("a unit meets a standard when all its criteria are met", () => {
  it("from the day of the assessment, until a later one", () => {
    const assessments = [assessed("2018-03-01"), assessed("2019-03-01", ["Hiệu quả"])];
    expect(metOn("2018-02-28", ...assessments)).toBeUndefined();
    expect(metOn("2018-03-01", ...assessments)).toEqual({ met: true, since: "2018-03-01" });
    expect(metOn("2019-02-28", ...assessments)).toEqual({ met: true, since: "2018-03-01" });
    expect(metOn("2019-03-01", ...assessments)).toEqual({ met: false, since: "2019-03-01" });
  });

  it("one that is not met is enough to fail, and is named", () => {
    for (const criterion of CRITERIA)
      expect(standardsOn(unitOf(ward, assessed("2018-03-01", [criterion])), "2018-03-01")).toEqual([
        {
          standard: STANDARD,
          met: false,
          since: "2018-03-01",
          assessedOn: "2018-03-01",
          basis: "NQ 1659/2025",
          unmet: [criterion],
        },
      ]);
  });

  it("found again, it has met it since the first of them; after a failure, since it met it anew", () => {
    const again = [assessed("2018-03-01"), assessed("2019-03-01")];
    expect(metOn("2019-03-01", ...again)).toEqual({ met: true, since: "2018-03-01" });
    const after = [...again, assessed("2020-03-01", ["Hiện đại"]), assessed("2021-03-01")];
    expect(metOn("2021-03-01", ...after)).toEqual({ met: true, since: "2021-03-01" });
  });

  it("an assessment that was corrected on its own day breaks nothing", () => {
    const wrong = assessed("2019-03-01", ["Hiện đại"], "2019-03-05T08:00");
    const right = assessed("2019-03-01", [], "2019-03-09T08:00");
    expect(metOn("2019-03-01", assessed("2018-03-01"), wrong, right)).toEqual({ met: true, since: "2018-03-01" });
    expect(metOn("2019-03-01", assessed("2018-03-01"), right, wrong)).toEqual({ met: true, since: "2018-03-01" });
  });

  it("two standards may be assessed on one day", () => {
    const other = ruled("assess", "2018-03-01", {
      standard: "ISO 9001",
      criteria: [{ criterion: "audit", met: false }],
    });
    const findings = standardsOn(unitOf(ward, assessed("2018-03-01"), other), "2018-03-01");
    expect(findings.map(({ met }) => met)).toEqual([false, true]);
  });

  it("each standard stands by itself, in the order of their names", () => {
    const other = ruled("assess", "2018-06-01", {
      standard: "ISO 9001",
      criteria: [{ criterion: "audit", met: true }],
    });
    const findings = standardsOn(unitOf(ward, assessed("2018-03-01", ["Hiệu quả"]), other), "2018-06-01");
    expect(findings.map(({ standard, met }) => [standard, met])).toEqual([
      ["ISO 9001", true],
      [STANDARD, false],
    ]);
  });
});

describe("an assessment that says nothing is refused", () => {
  it("against no criteria", () => {
    expect(refusalOf(unitOf(ward), { ...assessed("2018-03-01"), criteria: [] })).toEqual({ code: "CriteriaMissing" });
  });

  it("that names a criterion twice", () => {
    const criteria = [...CRITERIA, "Thân thiện"].map((criterion) => ({ criterion, met: true }));
    expect(refusalOf(unitOf(ward), { ...assessed("2018-03-01"), criteria })).toEqual({
      code: "CriterionTwice",
      criterion: "Thân thiện",
    });
  });

  it("of a day on which the unit did not exist", () => {
    expect(refusalOf(unitOf(ward), assessed("2015-12-31"))).toMatchObject({ code: "UnitNotInForce" });
  });
});
