import type { ProcedureVersion } from "../procedure/event.js";
import { procedureOn } from "../procedure/procedure-on.js";
import { procedureKnownAt } from "../procedure/state.js";
import type { OnlineLevel, OnSpotStep } from "../procedure/vocabulary.js";
import type { LocalDate } from "../time/local-date.js";
import { centreOf, type UnitTree } from "../unit/tree.js";
import type { CatalogueRows } from "./catalogue-rows.js";

/** A procedure in force, as far as the indices ask about it. */
export interface Service {
  readonly procedure: string;
  readonly field: string;
  readonly agency: string;
  /** The one-stop centre of its agency. */
  readonly centre: string | null;
  readonly competence: ProcedureVersion["competence"];
  readonly onlineLevel: OnlineLevel | null;
  readonly onSpot: ReadonlyArray<OnSpotStep>;
}

/** The procedures in force on a date, by what was known at an instant. */
export const servicesOn = (
  { procedures }: CatalogueRows,
  tree: UnitTree,
  date: LocalDate,
  asOf: number,
): ReadonlyArray<Service> =>
  [...procedures.values()].flatMap((state) => {
    const { standing, version, onlineLevel, onSpot } = procedureOn(procedureKnownAt(state, asOf), date);
    if (standing !== "inForce" || version === null) return [];
    const { code: procedure, field, agency, competence } = version;
    return [{ procedure, field, agency, competence, centre: centreOf(tree, agency), onlineLevel, onSpot }];
  });

export const isOnline = ({ onlineLevel }: Service): boolean => onlineLevel !== null && onlineLevel >= 3;
