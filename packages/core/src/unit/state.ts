import type { Instant } from "../time/instant.js";
import { knownAt, type Timeline } from "../time/valid-time.js";
import type { CriterionFinding, UnitKind } from "./vocabulary.js";

/** That a unit exists, or that it was dissolved, and what came after it. */
export type Existence =
  | { readonly standing: "inForce" }
  | { readonly standing: "dissolved"; readonly successor: string | null };

/** What was found when a unit was held against a standard. */
export interface Assessment {
  readonly standard: string;
  readonly criteria: ReadonlyArray<CriterionFinding>;
}

/** All that was ever decided about a unit, by the date from which it holds: nothing is overwritten. */
export interface UnitState {
  readonly code: string | null;
  readonly existence: Timeline<Existence>;
  readonly names: Timeline<string>;
  readonly kinds: Timeline<UnitKind>;
  readonly parents: Timeline<string | null>;
  readonly assessments: Timeline<Assessment>;
}

/** A unit of which nothing was ever decided. */
export const noUnit: UnitState = {
  code: null,
  existence: [],
  names: [],
  kinds: [],
  parents: [],
  assessments: [],
};

/** The unit as it was known at an instant: without what was decided later, even for earlier dates. */
export const unitKnownAt = (state: UnitState, asOf: Instant): UnitState => ({
  ...state,
  existence: knownAt(state.existence, asOf),
  names: knownAt(state.names, asOf),
  kinds: knownAt(state.kinds, asOf),
  parents: knownAt(state.parents, asOf),
  assessments: knownAt(state.assessments, asOf),
});
