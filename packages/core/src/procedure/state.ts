import type { Instant } from "../time/instant.js";
import type { Term } from "../time/term.js";
import { knownAt, type Timeline } from "../time/valid-time.js";
import type { ProcedureVersion } from "./event.js";
import type { OnlineLevel, OnSpotStep } from "./vocabulary.js";

/** A term that was announced, and the legal one that it shortened then. */
export interface Shortening {
  readonly from: Term;
  readonly to: Term;
}

/** All that was ever decided about a procedure, by the date from which it holds: nothing is overwritten. */
export interface ProcedureState {
  readonly code: string | null;
  /** The highest number of a version. */
  readonly lastVersion: number;
  /** Versions, and `null` from where it was repealed. */
  readonly versions: Timeline<ProcedureVersion | null>;
  readonly shortenings: Timeline<Shortening | null>;
  readonly sameDay: Timeline<boolean>;
  readonly onlineLevels: Timeline<OnlineLevel>;
  readonly onSpot: Timeline<ReadonlyArray<OnSpotStep>>;
}

/** A procedure of which nothing was ever decided. */
export const noProcedure: ProcedureState = {
  code: null,
  lastVersion: 0,
  versions: [],
  shortenings: [],
  sameDay: [],
  onlineLevels: [],
  onSpot: [],
};

/** The procedure as it was known at an instant: without what was decided later, even for earlier dates. */
export const procedureKnownAt = (state: ProcedureState, asOf: Instant): ProcedureState => ({
  ...state,
  versions: knownAt(state.versions, asOf),
  shortenings: knownAt(state.shortenings, asOf),
  sameDay: knownAt(state.sameDay, asOf),
  onlineLevels: knownAt(state.onlineLevels, asOf),
  onSpot: knownAt(state.onSpot, asOf),
});
