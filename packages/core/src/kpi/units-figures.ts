import type { Indicators, Measure, Period } from "./indicators.js";
import { type DossierRows, rowsOf } from "./rows.js";
import { count, emptyTally, summarise, type Tally } from "./tally.js";

/** The figures of all dossiers, and of each unit's own. */
interface OwnFigures {
  readonly total: Indicators;
  readonly byUnit: ReadonlyMap<string, Indicators>;
}

/** Reads each dossier once, and counts it for the unit that received it, the agency that decides it, and its centre. */
export const ownFigures = (
  dossiers: DossierRows,
  units: ReadonlySet<string>,
  period: Period,
  measure: Measure & { readonly centre?: string },
): OwnFigures => {
  const total = emptyTally();
  const tallies = new Map<string | null, Tally>([...units].map((unit) => [unit, emptyTally()]));
  for (const row of rowsOf(dossiers, measure)) {
    count(total, row, period, measure);
    for (const unit of new Set([row.unit, row.agency, row.centre])) {
      const tally = tallies.get(unit);
      if (tally !== undefined) count(tally, row, period, measure);
    }
  }
  const byUnit = new Map([...units].map((unit) => [unit, summarise(tallies.get(unit) ?? emptyTally())]));
  return { total: summarise(total), byUnit };
};
