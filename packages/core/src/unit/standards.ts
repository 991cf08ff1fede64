import type { LocalDate } from "../time/local-date.js";
import type { Dated, Timeline } from "../time/valid-time.js";
import type { Assessment, UnitState } from "./state.js";

/** What the last assessment against a standard says. */
export interface StandardFinding {
  readonly standard: string;
  /** All its criteria were met. */
  readonly met: boolean;
  /** The first of the assessments without a break that found the same. */
  readonly since: LocalDate;
  readonly assessedOn: LocalDate;
  readonly basis: string;
  /** The criteria that were not met. */
  readonly unmet: ReadonlyArray<string>;
}

/** How a unit stands by every standard it had been held against by a date: each finding holds until a later one. */
export const standardsOn = ({ assessments }: UnitState, date: LocalDate): ReadonlyArray<StandardFinding> => {
  const findings = new Map<string, StandardFinding>();
  for (const fact of ruling(assessments)) {
    if (fact.effectiveFrom > date) continue;
    const { standard, criteria } = fact.value;
    const unmet = criteria.filter(({ met }) => !met).map(({ criterion }) => criterion);
    const met = unmet.length === 0;
    const before = findings.get(standard);
    const since = before?.met === met ? before.since : fact.effectiveFrom;
    findings.set(standard, { standard, met, since, assessedOn: fact.effectiveFrom, basis: fact.basis, unmet });
  }
  return [...findings.values()].toSorted((a, b) => (a.standard < b.standard ? -1 : 1));
};

/** Of two assessments by one standard on one day the later corrects the earlier, which then breaks nothing. */
const ruling = (assessments: Timeline<Assessment>): Timeline<Assessment> =>
  assessments.filter((fact, n) => !assessments.slice(n + 1).some((later) => corrects(later, fact)));

const corrects = (later: Dated<Assessment>, fact: Dated<Assessment>): boolean =>
  later.effectiveFrom === fact.effectiveFrom && later.value.standard === fact.value.standard;
