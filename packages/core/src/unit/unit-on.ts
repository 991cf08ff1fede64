import type { LocalDate } from "../time/local-date.js";
import { factOn, valueOn } from "../time/valid-time.js";
import type { UnitState } from "./state.js";
import type { UnitKind } from "./vocabulary.js";

/** Whether a unit exists: before it is established, while it does, after it was dissolved. */
export type UnitStanding = "unknown" | "notYet" | "inForce" | "dissolved";

/** A unit as it stands on one local date. */
export interface UnitOn {
  readonly standing: UnitStanding;
  readonly name: string | null;
  readonly kind: UnitKind | null;
  /** The unit that it was put under, whether or not that still exists; `unitTree` says under which it stands. */
  readonly parent: string | null;
  /** What came after it, if it was dissolved. */
  readonly successor: string | null;
}

/** What holds for a unit on a local date, by all facts that are known, in whatever order they were recorded. */
export const unitOn = (state: UnitState, date: LocalDate): UnitOn => {
  const existence = factOn(state.existence, date)?.value;
  return {
    standing: existence?.standing ?? (isEstablished(state) ? "notYet" : "unknown"),
    name: valueOn(state.names, date, null),
    kind: valueOn(state.kinds, date, null),
    parent: valueOn(state.parents, date, null),
    successor: existence?.standing === "dissolved" ? existence.successor : null,
  };
};

const isEstablished = ({ existence }: UnitState): boolean =>
  existence.some(({ value }) => value.standing === "inForce");
